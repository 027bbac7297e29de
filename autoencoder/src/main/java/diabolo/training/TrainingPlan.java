package diabolo.training;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.model.Initialization;
import diabolo.model.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A training: the network, its initialization, the stages, and the random seed.
 *
 * <pre>{@code
 * Stage whole = Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY), Schedule.epochs(100, 64, LearningRate.constant(1e-3)));
 * TrainingPlan plan = new TrainingPlan(DenseSpec.DEEP_HEAR, Initialization.GLOROT_SIGMOID, List.of(whole), 1);
 * try (Trained trained = new Trainer(plan).train(Examples.of(frames), TrainingMonitor.SILENT)) { ... }
 * }</pre>
 *
 * @param stages in order; pre-trained layers come first, all of them and from the frame up
 */
public record TrainingPlan(NetworkSpec model, Initialization initialization, List<Stage> stages, long seed) {

    public TrainingPlan {
        requireNonNull(model, "model");
        requireNonNull(initialization, "initialization");
        stages = List.copyOf(stages);
        require(!stages.isEmpty(), "a plan needs at least one stage, there was none");
        requireLayersInOrder(model, stages);
        for (Stage stage : stages) {
            PlanRules.require(model, stage);
        }
    }

    /**
     * Greedy layer-wise pre-training, then fine-tuning (Hinton, Osindero and Teh 2006; Bengio et al. 2007).
     *
     * @param layers the objective of each layer
     * @param fineTuning of the whole
     */
    public static TrainingPlan inCascade(
            NetworkSpec model,
            Initialization initialization,
            Objective layers,
            Schedule schedule,
            Stage fineTuning,
            long seed) {
        List<Stage> stages = new ArrayList<>();
        for (int layer = 0; layer < model.layers(); layer++) {
            String name = "stage %d of %d".formatted(layer + 1, model.layers());
            stages.add(Stage.layer(name, layer, layers, schedule));
        }
        stages.add(fineTuning);
        return new TrainingPlan(model, initialization, stages, seed);
    }

    private static void requireLayersInOrder(NetworkSpec model, List<Stage> stages) {
        List<Integer> layers = new ArrayList<>();
        for (Stage stage : stages) {
            if (stage.scope() instanceof Scope.Layer(int number)) {
                require(
                        number == layers.size() && number < model.layers(),
                        "layers are trained from the frame up, each once, so %d cannot follow %s in a network %s"
                                .formatted(number, layers, model.shape()));
                layers.add(number);
            } else {
                require(
                        layers.isEmpty() || layers.size() == model.layers(),
                        "a network %s is assembled from all its %d layers, of which %d were trained before; train all or none"
                                .formatted(model.shape(), model.layers(), layers.size()));
            }
        }
    }

    /** The relative cost of a stage's epoch: the weights applied to an example. */
    double workOf(Stage stage) {
        return switch (stage.scope()) {
            case Scope.Layer(int number) -> model.layer(number).weightCount();
            case Scope.Whole _, Scope.Decoder _ ->
                (double) model.weightCount() * stage.excerpts().steps(model.steps()) / model.steps();
        };
    }
}
