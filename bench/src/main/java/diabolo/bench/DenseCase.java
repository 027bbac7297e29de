package diabolo.bench;

import diabolo.model.DenseSpec;
import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;

/** A dense network to be trained on random windows of the density of ragtime, in batches of 128. */
enum DenseCase {
    /** DeepHear's whole network, by Adam. */
    DEEPHEAR,
    /** Its first layer as a Boltzmann machine, by contrastive divergence of one step. */
    CD1;

    static final int BATCH = 128;
    static final int WARM_UP = 5;

    DenseSpec spec() {
        return switch (this) {
            case DEEPHEAR -> DenseSpec.DEEP_HEAR;
            case CD1 -> DenseSpec.DEEP_HEAR.layer(0);
        };
    }

    Stage stage(int updates) {
        return switch (this) {
            case DEEPHEAR -> Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY), schedule(updates, 1e-3));
            case CD1 ->
                Stage.layer(
                        "CD-1",
                        0,
                        new Objective.ContrastiveDivergence(1),
                        schedule(updates, 0.1).with(OptimizerSpec.GradientDescent.PLAIN));
        };
    }

    private static Schedule schedule(int updates, double learningRate) {
        return Schedule.updates(WARM_UP + updates, BATCH, LearningRate.constant(learningRate));
    }
}
