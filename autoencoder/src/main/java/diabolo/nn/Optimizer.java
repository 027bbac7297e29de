package diabolo.nn;

import diabolo.tensor.NamedArray;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Updates parameters by their gradients.
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
     * Updates the parameters once; their gradients have been set.
     *
     * @param learningRate positive
     * @param loss of the current parameters
     * @param lossAndGradients sets the gradients of the current parameters and gives their loss, for line searches
     */
    void update(double learningRate, double loss, DoubleSupplier lossAndGradients);

    /** The state, from which {@link #restore} resumes. */
    List<NamedArray> state();

    /** Restores a state of {@link #state}. */
    void restore(List<NamedArray> state);

    @Override
    void close();
}
