package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training from the command line, on a folder with two tunes. */
final class TrainTest {

    @TempDir
    private Path folder;

    private Path spec;
    private Path tunes;

    @BeforeEach
    void layOut() throws IOException {
        tunes = Files.createDirectory(folder.resolve("tunes"));
        TinyModel.writeScale(24, tunes.resolve("long.mid"));
        TinyModel.writeScale(16, tunes.resolve("longer.mid"));
        spec = Files.writeString(folder.resolve("small.yaml"), """
                name: small
                format: {kind: PIANO_ROLL, steps: 16, lowestPitch: 48, pitches: 36}
                heldOutShare: 0
                network: {hiddenSizes: [8, 4]}
                pretraining: {by: AUTOENCODERS, epochs: 2, batchSize: 8, learningRate: 1e-3}
                training: {epochs: 3}
                """);
    }

    private Run train(Path out, Object... more) {
        Object[] words = {"train", spec, "--corpus", tunes, "--out", out};
        Object[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return CommandRun.of(all);
    }

    @Test
    void aTrainingThatWasInterruptedEndsWithTheSameWeights() throws IOException {
        Path whole = folder.resolve("whole");
        Path interrupted = folder.resolve("interrupted");
        assertThat(train(whole).exitCode()).isZero();
        assertThat(train(interrupted, "--seed", 1).exitCode()).isZero();
        Files.delete(interrupted.resolve("model.json")); // as if it had stopped after its last checkpoint
        Files.delete(interrupted.resolve("weights.safetensors"));

        Run resumed = train(interrupted, "--seed", 1, "--resume");

        assertThat(resumed.exitCode()).as(resumed.messages()).isZero();
        assertThat(interrupted.resolve("weights.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("weights.safetensors"));
    }

    @Test
    void resumingWithOtherSettingsIsRefusedAndChangesNothing() throws IOException {
        Path run = folder.resolve("run");
        assertThat(train(run).exitCode()).isZero();
        String settings = Files.readString(run.resolve("experiment.yaml"));
        byte[] weights = Files.readAllBytes(run.resolve("weights.safetensors"));

        Run resumed = train(run, "--seed", 2, "--resume");

        BadInputTest.assertOneSentence(resumed);
        assertThat(resumed.messages()).contains("other settings", "another folder");
        assertThat(run.resolve("experiment.yaml")).hasContent(settings);
        assertThat(run.resolve("weights.safetensors")).hasBinaryContent(weights);
    }

    @Test
    void resumingInAFolderWithOtherThingsIsRefused() throws IOException {
        Path letters = Files.createDirectory(folder.resolve("letters"));
        Files.writeString(letters.resolve("dear.txt"), "Dear Scott");

        Run resumed = train(letters, "--resume");

        BadInputTest.assertOneSentence(resumed);
        assertThat(letters).isDirectoryNotContaining("glob:**.yaml");
    }

    @Test
    void resumingWhereNothingHasBegunBegins() {
        Run run = train(folder.resolve("new"), "--resume");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(folder.resolve("new/model.json")).isNotEmptyFile();
    }

    @Test
    void aDamagedCheckpointIsRefused() throws IOException {
        Path run = folder.resolve("run");
        assertThat(train(run).exitCode()).isZero();
        Path checkpoint = run.resolve("checkpoint/main.safetensors");
        byte[] bytes = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        Run resumed = train(run, "--resume");

        assertThat(resumed.exitCode()).isEqualTo(1);
        assertThat(resumed.results()).isEmpty();
        assertThat(resumed.messages().lines().toList().getLast())
                .startsWith("diabolo: ")
                .contains("main.safetensors is no valid SafeTensors file");
    }

    @Test
    void trainingStartsFromAModelAndSaysWhatCameOfIt() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path nothing = folder.resolve("nothing");

        assertThat(train(first).messages()).contains("2 pieces", "starts from nothing", "expect noise");
        Run tuned = train(second, "--from", first, "--epochs", 2);
        Run fresh = train(nothing, "--from", "none");

        assertThat(tuned.exitCode()).as(tuned.messages()).isZero();
        assertThat(tuned.messages()).contains("starts from small", "note F1", "small before:", "silence: 0 %");
        assertThat(Files.readString(second.resolve("model.json")))
                .contains("\"startedFrom\" : \"small ", "\"corpus\" : \"tunes\"", "\"examples\" : ");
        assertThat(fresh.messages()).contains("starts from nothing");
        assertThat(nothing.resolve("weights.safetensors")).hasSameBinaryContentAs(first.resolve("weights.safetensors"));
    }

    @Test
    void aModelOfAnotherNetworkIsNoStart() {
        Run run = train(folder.resolve("run"), "--from", "../models/melody-2bar");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.messages())
                .contains("melody-2bar has a network", "choose the experiment that the model came from");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aRunLoadsAsAModelAndGenerates() {
        Path run = folder.resolve("run");
        Run trained = train(run, "--epochs", 1);

        Run generated = CommandRun.of("generate", "--model", run, "--seed", 1, "--out", folder.resolve("music"));

        assertThat(trained.results().strip()).isEqualTo(run.toString());
        assertThat(generated.exitCode()).as(generated.messages()).isZero();
        assertThat(folder.resolve("music/piece-0001.json")).isNotEmptyFile();
    }

    @Test
    void aVariationalNetworkTrainsGeneratesAndInterpolates() throws IOException {
        Files.writeString(spec, """
                name: small-vae
                format: {kind: PIANO_ROLL, steps: 16, lowestPitch: 48, pitches: 36}
                heldOutShare: 0
                network: {hiddenSizes: [8, 4], hidden: TANH, code: LINEAR, tying: UNTIED, bottleneck: GAUSSIAN}
                pretraining: {by: NONE}
                training: {epochs: 3, regularization: {freeBits: 2}}
                """);
        Path run = folder.resolve("run");
        Run trained = train(run);

        Run generated = CommandRun.of(
                "generate", "--model", run, "--temperature", 1, "--seed", 1, "--out", folder.resolve("music"));
        Run interpolated = CommandRun.of(
                "interpolate",
                tunes.resolve("long.mid"),
                tunes.resolve("long.mid"),
                "--count",
                3,
                "--model",
                run,
                "--out",
                folder.resolve("way"));

        assertThat(trained.exitCode()).as(trained.messages()).isZero();
        assertThat(run.resolve("report.json"))
                .content()
                .contains("train.elbo.nats", "train.kl.bits", "train.wrongCells");
        assertThat(generated.exitCode()).as(generated.messages()).isZero();
        assertThat(folder.resolve("music/piece-0001.json")).content().contains("\"normal\"");
        assertThat(interpolated.exitCode()).as(interpolated.messages()).isZero();
        assertThat(folder.resolve("way")).isNotEmptyDirectory();
    }

    @Test
    void aGaussianBottleneckWithAnotherCodeIsRefusedWithTheWayOut() throws IOException {
        Files.writeString(spec, "name: small-vae\nnetwork: {bottleneck: GAUSSIAN}\npretraining: {by: NONE}\n");

        Run refused = train(folder.resolve("run"));

        BadInputTest.assertOneSentence(refused);
        assertThat(refused.messages()).contains("was SIGMOID", "choose code LINEAR");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aCorpusForOtherWindowsIsRefused() {
        Path corpus = folder.resolve("deephear.corpus");
        assertThat(CommandRun.of("corpus", "build", tunes, "--out", corpus).exitCode())
                .isZero();

        Run run = CommandRun.of("train", spec, "--corpus", corpus, "--out", folder.resolve("run"));

        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains("deephear.corpus", "the music itself");
        assertThat(folder.resolve("run")).doesNotExist();
    }
}
