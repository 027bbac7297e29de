package diabolo.training;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

/**
 * A stage of training: one layer, a lesson of short excerpts, or the whole.
 *
 * <pre>{@code
 * Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY), Schedule.epochs(100, 64, LearningRate.constant(1e-3)));
 * }</pre>
 *
 * @param name as shown to people: {@code "stage 1 of 4"}, {@code "fine-tuning"}
 * @param excerpts of the examples
 */
public record Stage(String name, Scope scope, Objective objective, Schedule schedule, Excerpts excerpts) {

    public Stage {
        requireNonNull(name, "name");
        requireNonNull(scope, "scope");
        requireNonNull(objective, "objective");
        requireNonNull(schedule, "schedule");
        requireNonNull(excerpts, "excerpts");
        require(
                !(objective instanceof Objective.ContrastiveDivergence) || scope instanceof Scope.Layer,
                "a Boltzmann machine is one layer, so contrastive divergence trains a layer and not %s; choose a lower bound for it"
                        .formatted(scope));
    }

    /** The whole network on whole examples. */
    public static Stage whole(Objective objective, Schedule schedule) {
        return new Stage("training", Scope.WHOLE, objective, schedule, Excerpts.WHOLE);
    }

    /** One layer on the codes of those below. */
    public static Stage layer(String name, int number, Objective objective, Schedule schedule) {
        return new Stage(name, new Scope.Layer(number), objective, schedule, Excerpts.WHOLE);
    }

    public Stage with(Excerpts other) {
        return new Stage(name, scope, objective, schedule, other);
    }

    public Stage named(String other) {
        return new Stage(other, scope, objective, schedule, excerpts);
    }
}
