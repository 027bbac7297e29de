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
 * Adadelta (Zeiler 2012, algorithm 1): each parameter moves by its gradient times the ratio of the root mean squares of its past
 * movements and of its past gradients, so that the rate of learning has no unit.
 *
 * <pre>{@code
 * try (Optimizer adadelta = Adadelta.over(parameters, 0.95)) {
 *     adadelta.update(1.0, loss, again); // Zeiler has no learning rate; Kazakçı, Cherti and Kégl (2016) had 0.1
 * }
 * }</pre>
 *
 * <p>It starts slowly, since all movements before the first were 0. Owns its means until closed. Not thread-safe.
 */
public final class Adadelta implements Optimizer {

    private static final double EPSILON = 1e-6; // Zeiler, section 4.1

    private final Parameters parameters;
    private final double decay;
    private final Tensor squaredGradients; // [count]
    private final Tensor squaredMovements; // [count]

    private Adadelta(Parameters parameters, double decay, Tensor squaredGradients, Tensor squaredMovements) {
        this.parameters = parameters;
        this.decay = decay;
        this.squaredGradients = squaredGradients;
        this.squaredMovements = squaredMovements;
    }

    /**
     * An optimizer of these parameters.
     *
     * @param decay of the two means, 0 to below 1
     */
    public static Adadelta over(Parameters parameters, double decay) {
        try (TensorScope scope = TensorScope.open()) {
            return new Adadelta(
                    parameters,
                    decay,
                    scope.handOut(torch.zeros(parameters.count())),
                    scope.handOut(torch.zeros(parameters.count())));
        }
    }

    @Override
    public void update(double learningRate, double loss, DoubleSupplier lossAndGradients) {
        try (TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            Tensor gradients = parameters.gradients(); // [count]
            average(squaredGradients, gradients);
            Tensor movement = rootMeanSquare(squaredMovements)
                    .div_(rootMeanSquare(squaredGradients))
                    .mul_(gradients); // [count]
            average(squaredMovements, movement);
            parameters.values().add_(movement, new Scalar(-learningRate));
        }
    }

    private void average(Tensor mean, Tensor values) {
        mean.mul_(new Scalar(decay)).addcmul_(values, values, new Scalar(1 - decay));
    }

    private static Tensor rootMeanSquare(Tensor mean) {
        return mean.add(new Scalar(EPSILON)).sqrt_();
    }

    @Override
    public List<NamedArray> state() {
        try (TensorScope _ = TensorScope.open()) {
            long[] shape = {parameters.count()};
            return List.of(
                    new NamedArray("adadelta.gradients", shape, FrameTensors.toArray(squaredGradients)),
                    new NamedArray("adadelta.movements", shape, FrameTensors.toArray(squaredMovements)));
        }
    }

    @Override
    public void restore(List<NamedArray> state) {
        try (TensorScope _ = TensorScope.open()) {
            squaredGradients.copy_(FrameTensors.of(state.get(0).values(), parameters.count()));
            squaredMovements.copy_(FrameTensors.of(state.get(1).values(), parameters.count()));
        }
    }

    @Override
    public void close() {
        squaredGradients.close();
        squaredMovements.close();
    }
}
