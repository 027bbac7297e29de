package diabolo.nn;

import diabolo.tensor.NamedArray;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Moves parameters against their gradients, and remembers what it needs to do that well.
 *
 * <pre>{@code
 * try (Optimizer optimizer = OptimizerSpec.ADAM.over(network.parameters())) {
 *     double loss = lossAndGradients();
 *     optimizer.update(1e-3, loss, this::lossAndGradients);
 * }
 * }</pre>
 *
 * <p>Owns its native memory until closed. Not thread-safe.
 */
public interface Optimizer extends AutoCloseable {

    /**
     * Moves the parameters once; their gradients have been set.
     *
     * @param learningRate positive
     * @param loss at which the gradients were taken
     * @param lossAndGradients sets the gradients anew where the parameters are then, and gives the loss there; for optimizers that
     *     try how far to go
     */
    void update(double learningRate, double loss, DoubleSupplier lossAndGradients);

    /** The state, from which {@link #restore} resumes. */
    List<NamedArray> state();

    /** Takes over a state that {@link #state} gave. */
    void restore(List<NamedArray> state);

    @Override
    void close();
}
