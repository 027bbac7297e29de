package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.tensor.NamedArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

    private static final TrainingPlan PLAN = Tiny.byAutoencoders(Tiny.SCHEDULE.with(new Schedule.Epochs(200)), 5);

    @TempDir
    private Path folder;

    /** Trains until it is killed, in a separate process of the test below. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws IOException {
            train(Path.of(arguments[0]), progress -> {
                if (progress.phase() == progress.phases() - 1) {
                    System.out.write('.'); // an epoch of the fine-tuning
                    System.out.flush();
                }
            });
        }
    }

    @Test
    void aTrainingWhoseProcessIsKilledEndsWithTheSameWeights() throws IOException, InterruptedException {
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        Process victim = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        checkpoint.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean started = victim.getInputStream().readNBytes(7).length == 7;
        victim.destroyForcibly();

        assertThat(started).isTrue();
        assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue()).isNotZero();
        assertThat(Files.exists(checkpoint)).isTrue();
        assertThat(train(checkpoint, TrainingMonitor.SILENT)).isEqualTo(Tiny.train(PLAN, Tiny.frames(10)));
    }

    private static List<NamedArray> train(Path checkpoint, TrainingMonitor monitor) throws IOException {
        try (Trained trained = new Trainer(PLAN)
                .checkpointingEveryEpoch()
                .trainResumably(Examples.of(Tiny.frames(10)), monitor, checkpoint)) {
            return trained.network().parameters().toArrays();
        }
    }
}
