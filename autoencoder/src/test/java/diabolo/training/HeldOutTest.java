package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.model.DenseAutoencoder;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that starts from the weights of a network and ends with those that are best on held-out examples. */
class HeldOutTest {

    private static final float[][] TRAINING = Tiny.frames(10);
    private static final float[][] HELD_OUT = Tiny.frames(4);

    @TempDir
    private Path folder;

    private static TrainingPlan plan(double learningRate) {
        return Tiny.plan(Tiny.BINARY, Schedule.epochs(8, 4, LearningRate.constant(learningRate)), 5);
    }

    private static Trainer trainer(TrainingPlan plan, List<NamedArray> weights, int patience) {
        return new Trainer(plan).startingFrom(weights).validatedOn(new HeldOut(Examples.of(HELD_OUT), patience));
    }

    private static List<NamedArray> trained() {
        return Tiny.train(plan(1e-3), TRAINING);
    }

    private static double loss(List<NamedArray> weights) {
        try (DenseAutoencoder network = DenseAutoencoder.of(Tiny.SPEC, weights)) {
            return new EvidenceLowerBound(network, (Objective.LowerBound) Tiny.BINARY)
                    .measure(Examples.of(HELD_OUT), RandomSource.of(1))
                    .loss();
        }
    }

    @Test
    void theWeightsThatAreBestOnHeldOutExamplesAreKept() {
        List<NamedArray> initial = trained();

        try (Trained better = trainer(plan(1e-3), initial, 100).train(Examples.of(TRAINING), TrainingMonitor.SILENT)) {
            assertThat(loss(better.network().parameters().toArrays())).isLessThan(loss(initial));
        }
    }

    @Test
    void trainingThatOnlyHarmsKeepsTheInitialWeightsAndStops() {
        List<NamedArray> initial = trained();

        try (Trained harmed = trainer(plan(100), initial, 2).train(Examples.of(TRAINING), TrainingMonitor.SILENT)) {
            assertThat(harmed.network().parameters().toArrays()).isEqualTo(initial);
            assertThat(harmed.curve()).hasSizeLessThan(8);
        }
    }

    @Test
    void aKilledTrainingResumesWithTheBestWeightsSoFar() throws IOException {
        List<NamedArray> initial = trained();
        Trainer trainer = trainer(plan(3e-2), initial, 100).checkpointingEveryEpoch();
        List<NamedArray> uninterrupted;
        try (Trained whole = trainer.train(Examples.of(TRAINING), TrainingMonitor.SILENT)) {
            uninterrupted = whole.network().parameters().toArrays();
        }
        for (int kill = 1; kill <= 7; kill++) {
            Path checkpoint = folder.resolve(kill + ".safetensors");
            AtomicInteger left = new AtomicInteger(kill);
            assertThatThrownBy(() -> trainer.trainResumably(
                            Examples.of(TRAINING),
                            _ -> {
                                if (left.decrementAndGet() < 0) {
                                    throw new IllegalStateException("killed");
                                }
                            },
                            checkpoint))
                    .hasMessage("killed");
            assertThat(Files.exists(checkpoint)).isTrue();

            try (Trained resumed = trainer.trainResumably(Examples.of(TRAINING), TrainingMonitor.SILENT, checkpoint)) {
                assertThat(resumed.network().parameters().toArrays())
                        .as("killed after epoch %d", kill)
                        .isEqualTo(uninterrupted);
            }
        }
    }

    @Test
    void aCheckpointOfOtherInitialWeightsIsRefused() throws IOException {
        Path checkpoint = folder.resolve("other.safetensors");
        List<NamedArray> initial = trained();
        trainer(plan(1e-3), initial, 100)
                .trainResumably(Examples.of(TRAINING), TrainingMonitor.SILENT, checkpoint)
                .close();

        assertThatThrownBy(() -> new Trainer(plan(1e-3))
                        .trainResumably(Examples.of(TRAINING), TrainingMonitor.SILENT, checkpoint))
                .hasMessageContaining("other settings or other examples");
    }

    @Test
    void layersThatTrainOneByOneDoNotStartFromAWholeNetwork() {
        assertThatThrownBy(() -> new Trainer(Tiny.byAutoencoders(Tiny.SCHEDULE, 5)).startingFrom(trained()))
                .hasMessageContaining("pre-training of layers");
    }
}
