package diabolo.training;

import diabolo.nn.Adam;
import diabolo.nn.Parameters;
import diabolo.tensor.NamedArray;
import java.util.List;

/** A phase that learns by Adam: what it needs to go on later is the weights and Adam's moments. */
abstract sealed class OptimizedPhase implements Phase permits GradientPhase, SequencePhase {

    final Adam adam;
    private final Parameters parameters;

    /** The parameters belong to the network of the phase, which closes them. */
    OptimizedPhase(Parameters parameters) {
        this.parameters = parameters;
        this.adam = Adam.over(parameters);
    }

    @Override
    public final List<NamedArray> weights() {
        return parameters.toArrays();
    }

    @Override
    public final List<NamedArray> optimizerState() {
        return adam.state();
    }

    @Override
    public final void restoreOptimizer(List<NamedArray> state) {
        adam.restore(state);
    }
}
