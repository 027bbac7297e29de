package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.model.Bottleneck;
import diabolo.model.Initialization;
import diabolo.model.RecurrentSpec;
import diabolo.nn.Loss;
import diabolo.nn.LstmSize;
import diabolo.tensor.NamedArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KilledProcessTest {

    @TempDir
    private Path folder;

    /** What is trained, and the phase in which the process is killed, wherever it is in an epoch. */
    enum Training {
        FINE_TUNING_AFTER_LAYERS,
        RECURRENT,
        CURRICULUM;

        private TrainingPlan plan() {
            return switch (this) {
                case FINE_TUNING_AFTER_LAYERS -> Tiny.byAutoencoders(Tiny.SCHEDULE.with(new Schedule.Epochs(200)), 5);
                case RECURRENT -> recurrent(whole(80));
                case CURRICULUM -> recurrent(lesson(1, 3), lesson(2, 80), whole(3));
            };
        }

        private int phase() {
            return switch (this) {
                case FINE_TUNING_AFTER_LAYERS -> 3;
                case RECURRENT -> 0;
                case CURRICULUM -> 1;
            };
        }

        private Examples examples() {
            return switch (this) {
                case FINE_TUNING_AFTER_LAYERS -> Examples.of(Tiny.frames(10));
                case RECURRENT, CURRICULUM -> Examples.of(SequenceTrainingTest.windows());
            };
        }

        private List<NamedArray> weights(Path checkpoint, TrainingMonitor monitor) throws IOException {
            try (Trained trained =
                    new Trainer(plan()).checkpointingEveryEpoch().trainResumably(examples(), monitor, checkpoint)) {
                return trained.network().parameters().toArrays();
            }
        }

        private List<NamedArray> uninterrupted() {
            try (Trained trained = new Trainer(plan()).train(examples(), TrainingMonitor.SILENT)) {
                return trained.network().parameters().toArrays();
            }
        }

        private static TrainingPlan recurrent(Stage... stages) {
            LstmSize small = new LstmSize(16, 1);
            return new TrainingPlan(
                    new RecurrentSpec(List.of(9), 8, small, 6, Bottleneck.GAUSSIAN, new RecurrentSpec.Flat(small)),
                    Initialization.GLOROT,
                    List.of(stages),
                    3);
        }

        /** Excerpts of some units of two steps. */
        private static Stage lesson(int units, int epochs) {
            return whole(epochs)
                    .named("lesson " + units)
                    .with(new Excerpts(2, units, new TokenTransposition(2, List.of(9), List.of(0))));
        }

        private static Stage whole(int epochs) {
            Objective sampling = new Objective.LowerBound(
                    Loss.CROSS_ENTROPY,
                    List.of(new Regularizer.KullbackLeibler(0.2, 0.99, 4)),
                    0,
                    new ScheduledSampling(2));
            return Stage.whole(
                    sampling,
                    Schedule.epochs(epochs, 4, LearningRate.constant(1e-2)).with(Clipping.MUSIC_VAE));
        }
    }

    /** Trains until it is killed, in a separate process of the test below. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws IOException {
            Training training = Training.valueOf(arguments[0]);
            training.weights(Path.of(arguments[1]), progress -> {
                if (progress.phase() == training.phase()) {
                    System.out.write('.'); // an epoch
                    System.out.flush();
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTrainingWhoseProcessIsKilledEndsWithTheSameWeights(Training training)
            throws IOException, InterruptedException {
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        Process victim = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        training.name(),
                        checkpoint.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean started = victim.getInputStream().readNBytes(7).length == 7;
        victim.destroyForcibly();

        assertThat(started).isTrue();
        assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue()).isNotZero();
        assertThat(Files.exists(checkpoint)).isTrue();
        assertThat(training.weights(checkpoint, TrainingMonitor.SILENT)).isEqualTo(training.uninterrupted());
    }
}
