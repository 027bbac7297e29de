package diabolo.tensor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Owns native memory: everything that libtorch allocates on this thread while a scope is open is freed when the scope closes,
 * hidden temporaries included, except what is handed out.
 *
 * <pre>{@code
 * try (TensorScope scope = TensorScope.open()) {
 *     Tensor hidden = layer.forward(frames); // [batch, units], freed at the brace
 *     return FrameTensors.toArrays(hidden);
 * }
 * }</pre>
 *
 * <p>Opened for a batch or a call; scopes nest. Belongs to the thread that opened it.
 */
public final class TensorScope implements AutoCloseable {

    private final PointerScope pointers;

    private TensorScope(PointerScope pointers) {
        this.pointers = pointers;
    }

    public static TensorScope open() {
        Engine.start();
        return new TensorScope(new PointerScope());
    }

    /** Lets a tensor outlive this scope; the caller closes it. */
    public Tensor handOut(Tensor tensor) {
        return tensor.retainReference();
    }

    @Override
    public void close() {
        pointers.close();
    }
}
