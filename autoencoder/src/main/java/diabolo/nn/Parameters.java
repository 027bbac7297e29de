package diabolo.nn;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The trainable parameters of a network: flat buffers of values and gradients, with named tensors as views. So an optimizer updates
 * all in one pass over memory.
 *
 * <pre>{@code
 * try (Parameters parameters = Parameters.of(List.of(new NamedArray("bias", new long[] {16}, new float[16])))) {
 *     parameters.tensor("bias"); // [16], updated in place by an optimizer
 * }
 * }</pre>
 *
 * <p>Owns native memory until closed; that of the gradients is taken by the first that writes to it, so that a network which is not
 * trained has none. Not thread-safe while an optimizer runs.
 */
public final class Parameters implements AutoCloseable {

    private static final int ALIGNMENT = 16; // floats of a cache line

    private final Tensor values; // [count]
    private final Pointer gradientMemory;
    private final Tensor gradients; // [count]
    private final Map<String, Tensor> named = new LinkedHashMap<>();
    private final Buffers buffers = new Buffers();
    private Optional<GradientTape> tape = Optional.empty();
    private volatile boolean closed;

    private Parameters(Tensor values, Pointer gradientMemory, Tensor gradients) {
        this.values = values;
        this.gradientMemory = gradientMemory;
        this.gradients = gradients;
    }

    /** Parameters with the given names, shapes and initial values. */
    public static Parameters of(List<NamedArray> arrays) {
        try (TensorScope scope = TensorScope.open()) {
            long count =
                    arrays.stream().mapToLong(array -> array.values().length).sum();
            Pointer memory = Pointer.calloc(count + ALIGNMENT, Float.BYTES);
            if (memory == null) {
                throw new OutOfMemoryError("no native memory for the gradients of %d parameters".formatted(count));
            }
            long unaligned = memory.address() % (ALIGNMENT * Float.BYTES);
            Pointer aligned = new BytePointer(memory).position(ALIGNMENT * Float.BYTES - unaligned);
            Parameters parameters = new Parameters(
                    scope.handOut(torch.empty(count)), memory, scope.handOut(torch.from_blob(aligned, count)));
            FloatPointer values = new FloatPointer(parameters.values.data_ptr_float());
            long offset = 0;
            for (NamedArray array : arrays) {
                values.position(offset).put(array.values(), 0, array.values().length);
                Tensor view = parameters
                        .values
                        .narrow(0, offset, array.values().length)
                        .view(array.shape());
                Tensor leaf = view.detach().requires_grad_(true);
                leaf.mutable_grad()
                        .put(parameters
                                .gradients
                                .narrow(0, offset, array.values().length)
                                .view(array.shape()));
                parameters.named.put(array.name(), scope.handOut(leaf));
                offset += array.values().length;
            }
            return parameters;
        }
    }

    /**
     * A parameter by name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Tensor tensor(String name) {
        requireOpen();
        Tensor tensor = named.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    "no parameter is named %s; there are %s".formatted(name, named.keySet()));
        }
        return tensor;
    }

    /** The flat buffer of values: [count]. */
    public Tensor values() {
        requireOpen();
        return values;
    }

    /** The flat buffer of gradients: [count], filled by {@code backward()}. */
    public Tensor gradients() {
        requireOpen();
        return gradients;
    }

    /** Begins to record layers that write their derivatives out, until the tape is closed. */
    public GradientTape record() {
        requireOpen();
        GradientTape begun = new GradientTape(() -> tape = Optional.empty());
        tape = Optional.of(begun);
        return begun;
    }

    /** The tape that records. */
    Optional<GradientTape> tape() {
        return tape;
    }

    /** The memory of recorded layers. */
    Buffers buffers() {
        return buffers;
    }

    public long count() {
        requireOpen();
        return values.numel();
    }

    /** Copies of the values, in order. */
    public List<NamedArray> toArrays() {
        requireOpen();
        List<NamedArray> arrays = new ArrayList<>();
        try (TensorScope _ = TensorScope.open()) {
            named.forEach((name, tensor) ->
                    arrays.add(new NamedArray(name, tensor.sizes().vec().get(), FrameTensors.toArray(tensor))));
        }
        return arrays;
    }

    /**
     * Requires that the memory is still there.
     *
     * @throws IllegalStateException if {@link #close} was called
     */
    public void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the network was closed, and its weights are gone; load or build it again");
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        buffers.close();
        named.values().forEach(Tensor::close);
        gradients.close();
        Pointer.free(gradientMemory);
        values.close();
    }
}
