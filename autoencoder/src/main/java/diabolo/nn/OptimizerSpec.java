package diabolo.nn;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import diabolo.note.Quoted;

/**
 * The optimizer of a training.
 *
 * <pre>{@code
 * OptimizerSpec.ADAM;                      // the default
 * new OptimizerSpec.GradientDescent(0.9);  // with momentum
 * new OptimizerSpec.Adadelta(0.95);        // with learning rates of 0.1 to 1
 * new OptimizerSpec.Lbfgs(20);             // for few examples, all in one batch
 * }</pre>
 */
public sealed interface OptimizerSpec {

    OptimizerSpec ADAM = new Adam();

    /** An optimizer of these parameters; the caller closes it. */
    Optimizer over(Parameters parameters);

    /** As it is written in YAML: {@code ADAM}, {@code GRADIENT_DESCENT 0.9}, {@code ADADELTA 0.95}, {@code LBFGS 20}. */
    @JsonValue
    String text();

    /**
     * The optimizer of a {@link #text}.
     *
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static OptimizerSpec parse(String text) {
        String[] words = text.split(" ", -1);
        boolean hasNumber = words.length == 2 && words[1].matches("[0-9]{1,3}(\\.[0-9]{1,9})?");
        if (text.equals("ADAM")) {
            return ADAM;
        }
        if (hasNumber && words[0].equals("GRADIENT_DESCENT")) {
            return new GradientDescent(Double.parseDouble(words[1]));
        }
        if (hasNumber && words[0].equals("ADADELTA")) {
            return new Adadelta(Double.parseDouble(words[1]));
        }
        if (hasNumber && words[0].equals("LBFGS") && !words[1].contains(".")) {
            return new Lbfgs(Integer.parseInt(words[1]));
        }
        throw new IllegalArgumentException(
                "optimizer cannot be '%s'; choose one of ADAM, GRADIENT_DESCENT with a momentum, such as GRADIENT_DESCENT 0.9, ADADELTA with a decay, such as ADADELTA 0.95, or LBFGS with a memory, such as LBFGS 20"
                        .formatted(Quoted.of(text)));
    }

    /** See {@link diabolo.nn.Adam}. */
    record Adam() implements OptimizerSpec {
        @Override
        public Optimizer over(Parameters parameters) {
            return diabolo.nn.Adam.over(parameters);
        }

        @Override
        public String text() {
            return "ADAM";
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

        @Override
        public String text() {
            return "GRADIENT_DESCENT " + momentum;
        }
    }

    /**
     * See {@link diabolo.nn.Adadelta}.
     *
     * @param decay 0 to below 1; 0.95 as Zeiler (2012)
     */
    record Adadelta(double decay) implements OptimizerSpec {
        public Adadelta {
            require(decay >= 0 && decay < 1, "the decay of Adadelta must be at least 0 and below 1, was " + decay);
        }

        @Override
        public Optimizer over(Parameters parameters) {
            return diabolo.nn.Adadelta.over(parameters, decay);
        }

        @Override
        public String text() {
            return "ADADELTA " + decay;
        }
    }

    /**
     * See {@link diabolo.nn.Lbfgs}.
     *
     * @param memory updates that the curvature is estimated from, 1 to 100
     */
    record Lbfgs(int memory) implements OptimizerSpec {
        public Lbfgs {
            requireBetween("memory", memory, 1, 100);
        }

        @Override
        public Optimizer over(Parameters parameters) {
            return diabolo.nn.Lbfgs.over(parameters, memory);
        }

        @Override
        public String text() {
            return "LBFGS " + memory;
        }
    }
}
