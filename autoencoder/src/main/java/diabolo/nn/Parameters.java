package diabolo.nn;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
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
 * <p>Owns native memory until closed; that of the gradients from when they are first asked for, so that a network which is not
 * trained has none. Not thread-safe while an optimizer runs.
 */
public final class Parameters implements AutoCloseable {

    private final Tensor values; // [count]
    private Optional<Tensor> gradients = Optional.empty(); // [count]
    private final Map<String, Tensor> named = new LinkedHashMap<>();
    private final Buffers buffers = new Buffers();
    private Optional<GradientTape> tape = Optional.empty();
    private volatile boolean closed;

    private Parameters(Tensor values) {
        this.values = values;
    }

    /** Parameters with the given names, shapes and initial values. */
    public static Parameters of(List<NamedArray> arrays) {
        try (TensorScope scope = TensorScope.open()) {
            long count =
                    arrays.stream().mapToLong(array -> array.values().length).sum();
            Parameters parameters = new Parameters(scope.handOut(torch.empty(count)));
            FloatPointer values = new FloatPointer(parameters.values.data_ptr_float());
            long offset = 0;
            for (NamedArray array : arrays) {
                values.position(offset).put(array.values(), 0, array.values().length);
                Tensor view = parameters
                        .values
                        .narrow(0, offset, array.values().length)
                        .view(array.shape());
                Tensor leaf = view.detach().requires_grad_(true);
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
        if (gradients.isEmpty()) {
            gradients = Optional.of(zeroGradients());
        }
        return gradients.get();
    }

    /** Gives each parameter its part of them. */
    private Tensor zeroGradients() {
        try (TensorScope scope = TensorScope.open()) {
            Tensor all = scope.handOut(torch.zeros(values.numel()));
            long offset = 0;
            for (Tensor parameter : named.values()) {
                Tensor part = all.narrow(0, offset, parameter.numel()).view(parameter.sizes());
                if (parameter.grad().defined()) { // by a pass before
                    part.copy_(parameter.grad());
                }
                parameter.mutable_grad().put(part);
                offset += parameter.numel();
            }
            return all;
        }
    }

    /** Begins to record layers that write their derivatives out, until the tape is closed. */
    public GradientTape record() {
        gradients(); // which recorded layers add to
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
        gradients.ifPresent(Tensor::close);
        values.close();
    }
}
