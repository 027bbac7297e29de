package diabolo.nn;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.TensorScope;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Gradient descent with momentum (Polyak 1964): velocity = momentum · velocity + gradient; value -= rate · velocity.
 *
 * <pre>{@code
 * try (Optimizer descent = GradientDescent.over(parameters, 0.9)) {
 *     descent.update(0.01, loss, again);
 * }
 * }</pre>
 *
 * <p>Owns its velocities until closed. Not thread-safe.
 */
public final class GradientDescent implements Optimizer {

    private final Parameters parameters;
    private final double momentum;
    private final Tensor velocity; // [count]

    private GradientDescent(Parameters parameters, double momentum, Tensor velocity) {
        this.parameters = parameters;
        this.momentum = momentum;
        this.velocity = velocity;
    }

    public static GradientDescent over(Parameters parameters, double momentum) {
        try (TensorScope scope = TensorScope.open()) {
            return new GradientDescent(parameters, momentum, scope.handOut(torch.zeros(parameters.count())));
        }
    }

    @Override
    public void update(double learningRate, double loss, DoubleSupplier lossAndGradients) {
        try (TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            velocity.mul_(new Scalar(momentum)).add_(parameters.gradients());
            parameters.values().add_(velocity, new Scalar(-learningRate));
        }
    }

    @Override
    public List<NamedArray> state() {
        try (TensorScope _ = TensorScope.open()) {
            return List.of(new NamedArray(
                    "descent.velocity", new long[] {parameters.count()}, FrameTensors.toArray(velocity)));
        }
    }

    @Override
    public void restore(List<NamedArray> state) {
        try (TensorScope _ = TensorScope.open()) {
            velocity.copy_(FrameTensors.of(state.getFirst().values(), parameters.count()));
        }
    }

    @Override
    public void close() {
        velocity.close();
    }
}
