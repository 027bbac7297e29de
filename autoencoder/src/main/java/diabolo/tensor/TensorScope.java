package diabolo.tensor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The owner of native memory: everything that libtorch hands out on this thread while a scope is open is freed when the
 * scope closes, hidden temporaries included. What must outlive it is handed out by name.
 *
 * <pre>{@code
 * try (TensorScope scope = TensorScope.open()) {
 *     Tensor hidden = layer.forward(frames); // [batch, units], freed at the brace
 *     return FrameTensors.toArrays(hidden);
 * }
 * }</pre>
 *
 * <p>Opened for a batch and for a call; scopes nest. Belongs to the thread that opened it.
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

    /** Lets a tensor outlive this scope; the caller owns it from here on and closes it. */
    public Tensor handOut(Tensor tensor) {
        return tensor.retainReference();
    }

    @Override
    public void close() {
        pointers.close();
    }
}
