package diabolo.nn;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.TensorScope;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;
import org.bytedeco.pytorch.global.torch;

/**
 * The Adam optimizer (Kingma and Ba 2015, algorithm 1), in libtorch's fused form: one pass over the flat buffers.
 *
 * <pre>{@code
 * try (Adam adam = Adam.over(parameters)) {
 *     parameters.gradients().zero_(); // libtorch accumulates gradients
 *     loss.backward();
 *     adam.update(1e-3);
 * }
 * }</pre>
 *
 * <p>Owns its moments until closed. Not thread-safe.
 */
public final class Adam implements Optimizer {

    private static final double BETA_1 = 0.9; // Kingma and Ba, section 2
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Parameters parameters;
    private final Tensor mean; // [count]
    private final Tensor variance; // [count]
    private final Tensor updates; // [], float, as the operator needs it
    private final OperatorHandle fused;

    private Adam(Parameters parameters, Tensor mean, Tensor variance, Tensor updates) {
        this.parameters = parameters;
        this.mean = mean;
        this.variance = variance;
        this.updates = updates;
        this.fused = Dispatcher.singleton()
                .findSchemaOrThrow("aten::_fused_adam_", "")
                .retainReference();
    }

    public static Adam over(Parameters parameters) {
        try (TensorScope scope = TensorScope.open()) {
            return new Adam(
                    parameters,
                    scope.handOut(torch.zeros(parameters.count())),
                    scope.handOut(torch.zeros(parameters.count())),
                    scope.handOut(torch.zeros(new long[0])));
        }
    }

    @Override
    public void update(double learningRate, double loss, DoubleSupplier lossAndGradients) {
        update(learningRate);
    }

    /** Updates the parameters; their gradients stay unchanged. */
    public void update(double learningRate) {
        try (TensorScope _ = TensorScope.open()) {
            updates.add_(new org.bytedeco.pytorch.Scalar(1));
            IValueVector stack = new IValueVector();
            stack.push_back(list(parameters.values()));
            stack.push_back(list(parameters.gradients()));
            stack.push_back(list(mean));
            stack.push_back(list(variance));
            stack.push_back(list());
            stack.push_back(list(updates));
            stack.push_back(new IValue(learningRate));
            stack.push_back(new IValue(BETA_1));
            stack.push_back(new IValue(BETA_2));
            stack.push_back(new IValue(0.0)); // weight decay
            stack.push_back(new IValue(EPSILON));
            stack.push_back(new IValue(false)); // amsgrad
            stack.push_back(new IValue(false)); // maximize
            stack.push_back(new IValue()); // no gradient scaling
            stack.push_back(new IValue());
            Dispatcher.singleton().callBoxed(fused, stack);
        }
    }

    @Override
    public List<NamedArray> state() {
        try (TensorScope _ = TensorScope.open()) {
            long[] shape = {parameters.count()};
            return List.of(
                    new NamedArray("adam.mean", shape, FrameTensors.toArray(mean)),
                    new NamedArray("adam.variance", shape, FrameTensors.toArray(variance)),
                    new NamedArray("adam.updates", new long[] {1}, FrameTensors.toArray(updates)));
        }
    }

    @Override
    public void restore(List<NamedArray> state) {
        try (TensorScope _ = TensorScope.open()) {
            mean.copy_(FrameTensors.of(state.get(0).values(), parameters.count()));
            variance.copy_(FrameTensors.of(state.get(1).values(), parameters.count()));
            updates.fill_(new org.bytedeco.pytorch.Scalar((double) state.get(2).values()[0]));
        }
    }

    private static IValue list(Tensor... tensors) {
        GenericList list = new GenericList(new Type.TypePtr(TensorType.get()));
        for (Tensor tensor : tensors) {
            list.push_back(new IValue(tensor));
        }
        return new IValue(list);
    }

    @Override
    public void close() {
        mean.close();
        variance.close();
        updates.close();
        fused.close();
    }
}
