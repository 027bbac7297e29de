package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumeTest {

    /** Simulates a power cut. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    private Path folder;

    static List<TrainingPlan> plans() {
        Objective noisy = Objective.of(Loss.BINARY_CROSS_ENTROPY).withCodeNoise(2);
        Schedule all = Schedule.updates(5, 16, LearningRate.constant(1));
        Schedule momentum =
                Tiny.SCHEDULE.with(new OptimizerSpec.GradientDescent(0.9)).with(Clipping.MUSIC_VAE);
        return List.of(
                Tiny.plan(noisy, Tiny.SCHEDULE, 5),
                Tiny.plan(Tiny.BINARY, momentum.with(new Schedule.Updates(7)), 5),
                Tiny.plan(Tiny.BINARY, all.with(new OptimizerSpec.Lbfgs(2)), 5),
                Tiny.variational(new Regularizer.KullbackLeibler(0.5, 0.9, 1), Tiny.SCHEDULE, 5),
                Tiny.convolutional(Tiny.SCHEDULE.with(new OptimizerSpec.Adadelta(0.95)), 5),
                Tiny.byAutoencoders(Tiny.SCHEDULE, 5),
                Tiny.byBoltzmannMachines(Tiny.SCHEDULE, 5));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aTrainingKilledAfterAnyEpochAndResumedEndsWithTheSameWeights(TrainingPlan plan) throws IOException {
        float[][] frames = Tiny.frames(10);
        List<NamedArray> uninterrupted = Tiny.train(plan, frames);
        int epochs = countEpochs(plan, frames);

        for (int kill = 1; kill <= epochs; kill++) {
            Path checkpoint = folder.resolve(plan.hashCode() + "-" + kill + ".safetensors");
            killAfter(kill, plan, frames, checkpoint);

            assertThat(finish(plan, frames, checkpoint))
                    .as("killed after epoch %d of %d", kill, epochs)
                    .isEqualTo(uninterrupted);
        }
    }

    @Test
    void aCheckpointOfOtherExamplesIsRefused() throws IOException {
        TrainingPlan plan = plans().get(0);
        Path checkpoint = folder.resolve("other.safetensors");
        finish(plan, Tiny.frames(8), checkpoint);

        assertThatThrownBy(() -> finish(plan, Tiny.frames(10), checkpoint))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other settings or other examples");
    }

    @Test
    void aTruncatedCheckpointIsRefusedWithASentence() throws IOException {
        TrainingPlan plan = plans().get(0);
        Path checkpoint = folder.resolve("cut.safetensors");
        finish(plan, Tiny.frames(8), checkpoint);
        byte[] bytes = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, java.util.Arrays.copyOf(bytes, bytes.length - 100));

        assertThatThrownBy(() -> finish(plan, Tiny.frames(8), checkpoint))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut.safetensors");
    }

    @Test
    void aPhaseThatStoppedEarlyIsCheckpointedToo() throws IOException {
        Schedule early = Schedule.epochs(50, 4, LearningRate.constant(1e-9)).with(new EarlyStopping(2, 0.5));
        TrainingPlan plan = Tiny.plan(Tiny.BINARY, early, 5);
        Path checkpoint = folder.resolve("early.safetensors");

        new Trainer(plan)
                .trainResumably(Examples.of(Tiny.frames(8)), TrainingMonitor.SILENT, checkpoint)
                .close();

        int[] epochs = {0};
        new Trainer(plan)
                .trainResumably(Examples.of(Tiny.frames(8)), progress -> epochs[0]++, checkpoint)
                .close();
        assertThat(epochs[0]).isZero();
    }

    @Test
    void anIncompleteCheckpointIsRefusedWithASentence() throws IOException {
        TrainingPlan plan = plans().get(0);
        Path checkpoint = folder.resolve("lacking.safetensors");
        finish(plan, Tiny.frames(8), checkpoint);
        SafeTensors whole = SafeTensors.read(checkpoint);
        Map<String, String> fingerprintAlone =
                Map.of("fingerprint", whole.metadata().get("fingerprint"));
        SafeTensors.write(checkpoint, new SafeTensors(fingerprintAlone, whole.arrays()), SafeTensors.Precision.SINGLE);

        assertThatThrownBy(() -> finish(plan, Tiny.frames(8), checkpoint))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lacking.safetensors is an incomplete checkpoint");
    }

    private static void killAfter(int epoch, TrainingPlan plan, float[][] frames, Path checkpoint) {
        int[] done = {0};
        assertThatThrownBy(() -> new Trainer(plan)
                        .checkpointingEveryEpoch()
                        .trainResumably(
                                Examples.of(frames),
                                progress -> {
                                    if (++done[0] > epoch) {
                                        throw new Killed();
                                    }
                                    if (done[0] == epoch && progress.epoch() == progress.epochs() && isLast(progress)) {
                                        throw new Killed();
                                    }
                                },
                                checkpoint)
                        .close())
                .isInstanceOf(Killed.class);
    }

    private static boolean isLast(TrainingMonitor.Progress progress) {
        return progress.phase() == progress.phases() - 1;
    }

    private static int countEpochs(TrainingPlan plan, float[][] frames) {
        int[] epochs = {0};
        new Trainer(plan).train(Examples.of(frames), progress -> epochs[0]++).close();
        return epochs[0];
    }

    private static List<NamedArray> finish(TrainingPlan plan, float[][] frames, Path checkpoint) throws IOException {
        try (Trained trained =
                new Trainer(plan).trainResumably(Examples.of(frames), TrainingMonitor.SILENT, checkpoint)) {
            return trained.network().parameters().toArrays();
        }
    }
}
