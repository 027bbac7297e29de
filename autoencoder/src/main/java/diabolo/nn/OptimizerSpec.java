package diabolo.nn;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

/**
 * Which optimizer a training uses.
 *
 * <pre>{@code
 * OptimizerSpec.ADAM;                      // the usual one
 * new OptimizerSpec.GradientDescent(0.9);  // with momentum
 * new OptimizerSpec.Lbfgs(20);             // for few examples, all in one batch
 * }</pre>
 */
public sealed interface OptimizerSpec {

    OptimizerSpec ADAM = new Adam();

    /** An optimizer of these parameters; the caller closes it. */
    Optimizer over(Parameters parameters);

    /** See {@link diabolo.nn.Adam}. */
    record Adam() implements OptimizerSpec {
        @Override
        public Optimizer over(Parameters parameters) {
            return diabolo.nn.Adam.over(parameters);
        }
    }

    /**
     * See {@link diabolo.nn.GradientDescent}.
     *
     * @param momentum 0 to below 1
     */
    record GradientDescent(double momentum) implements OptimizerSpec {

        public static final GradientDescent PLAIN = new GradientDescent(0);

        public GradientDescent {
            require(momentum >= 0 && momentum < 1, "momentum must be at least 0 and below 1, was " + momentum);
        }

        @Override
        public Optimizer over(Parameters parameters) {
            return diabolo.nn.GradientDescent.over(parameters, momentum);
        }
    }

    /**
     * See {@link diabolo.nn.Lbfgs}.
     *
     * @param memory pairs of differences that the curvature is estimated from, 1 to 100
     */
    record Lbfgs(int memory) implements OptimizerSpec {
        public Lbfgs {
            requireBetween("memory", memory, 1, 100);
        }

        @Override
        public Optimizer over(Parameters parameters) {
            return diabolo.nn.Lbfgs.over(parameters, memory);
        }
    }
}
