package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import diabolo.cli.CommandRun.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What bad input gets: one sentence, an exit code, and a disk as it was. In a command line {@code @} stands for the folder of
 * the test, which holds what {@link #layOut} puts there.
 */
final class BadInputTest {

    /** A number beyond all types. */
    private static final String DIGITS = "9".repeat(400);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        Path model = shared.resolve("tiny");
        if (Files.notExists(model)) {
            TinyModel.save(model);
        }
        Path copy = Files.createDirectory(folder.resolve("tiny"));
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        TinyModel.writeScale(24, folder.resolve("tune.mid"));
        TinyModel.writeScale(2, folder.resolve("short.mid"));
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("junk"), "this is no music");
        Files.writeString(folder.resolve("null.json"), "null");
        Files.writeString(folder.resolve("digits.json"), "[[%1$s, %1$s]]".formatted(DIGITS));
        Files.writeString(folder.resolve("twice.json"), "{\"operation\": \"generate\", \"count\": 1,\n\"count\": 2}");
        Files.writeString(
                folder.resolve("count.json"), "{\"operation\": \"generate\", \"count\": %s}".formatted(DIGITS));
        Files.writeString(Files.createDirectory(folder.resolve("nomusic")).resolve("readme.txt"), "no music either");
    }

    private static Arguments refused(String commandLine, String... words) {
        return arguments(commandLine, List.of(words));
    }

    static List<Arguments> refusals() {
        return List.of(
                refused("inspect --bogus @/tune.mid", "--bogus"),
                refused("corpus build @/empty --out @/c", "no file in @/empty"),
                refused("corpus build @/nomusic --out @/c", "readme.txt"),
                refused("corpus build @/none --out @/c", "@/none", "no such file"),
                refused("corpus build @/short.mid --out @/c", "short.mid", "long enough"),
                refused("corpus build @/tune.mid --out @/junk", "@/junk exists already", "--overwrite"),
                refused("corpus build @/tune.mid --out @/empty --overwrite", "@/empty is a folder"),
                refused("corpus build @/tune.mid --out @/junk/c", "@/junk", "a file"),
                refused("corpus build @/tune.mid --out @/c --stride 0", "--stride", "1 and 4096"),
                refused("corpus build @/tune.mid --out @/c --representation chords", "chords", "piano-roll"),
                refused("corpus build @/tune.mid --out @/c --representation drums", "it has no drums"),
                refused("corpus build @/tune.mid --out @/c --representation trio", "a trio needs", "bass"),
                refused(
                        "corpus build @/tune.mid --out @/c --representation melody --meter 5/4",
                        "2 bars of 5/4",
                        "4/4"),
                refused("corpus build @/tune.mid --out @/c --representation melody --meter waltz", "waltz", "3/4"),
                refused(
                        "corpus build @/tune.mid --out @/c --representation melody --meter 5/17",
                        "the lower number of a meter must be a power of two, was 17; choose 2, 4, 8 or 16"),
                refused("corpus build @/tune.mid --out @/c --representation melody --bars 0", "1 and 256", "was 0"),
                refused("corpus build @/tune.mid --out @/c --bass-from-chords", "--bass-from-chords", "piano-roll"),
                refused("corpus build @/tune.mid --out @/c --meter 3/4", "--meter", "piano roll"),
                refused("corpus build @/tune.mid --out @/c --bars 257", "--bars", "was 257"),
                refused("corpus show @/none", "@/none"),
                refused("corpus show @/junk", "@/junk"),
                refused("corpus show @/empty", "@/empty"),
                refused("generate --model @/none --out @/x", "@/none"),
                refused("generate --model @/junk --out @/x", "@/junk"),
                refused("generate --model @/empty --out @/x", "@/empty", "model.json"),
                refused("generate --model @/tiny --out @/junk", "@/junk", "is a file"),
                refused("generate --model @/tiny --out @/junk/x", "@/junk", "a file"),
                refused("generate --model @/tiny --count 0", "--count", "1 and 100000"),
                refused("generate --model @/tiny --seed many", "--seed", "many"),
                refused("generate --model @/tiny --temperature NaN --out @/x", "temperature", "NaN"),
                refused("generate --model @/tiny --threshold 1 --out @/x", "threshold"),
                refused("generate --model @/tiny --prior uniform:-1 --out @/x", "uniform", "above 0"),
                refused("generate --model @/tiny --prior gauss --out @/x", "'gauss'", "bits"),
                refused("generate --model @/tiny --style funk --out @/x", "style", "choose drums-2bar"),
                refused("generate --model @/tiny --fill --out @/x", "fill", "choose drums-2bar"),
                refused(
                        "generate --model ../models/drums-2bar --style fnuk --out @/x",
                        "'fnuk'",
                        "nearest names are funk"),
                refused("generate --model ../models/drums-2bar --bars 3 --out @/x", "bars", "multiple of 2"),
                refused("generate --model @/tiny --soundfont @/none.sf2 --out @/x", "@/none.sf2"),
                refused("generate --model @/tiny --soundfont @/junk --out @/x", "@/junk"),
                refused("generate --model @/tiny --soundfont @/empty --out @/x", "@/empty"),
                refused("generate @/tiny", "@/tiny"),
                refused("harmonize @/none.mid --model @/tiny --out @/x", "@/none.mid"),
                refused("harmonize @/empty --model @/tiny --out @/x", "@/empty", "folder"),
                refused("harmonize @/junk --model @/tiny --out @/x", "@/junk"),
                refused("harmonize @/tune.mid --model @/tiny --updates 0 --out @/x", "updates", "was 0"),
                refused("harmonize @/tune.mid --model @/tiny --starts 65 --out @/x", "starts", "was 65"),
                refused("harmonize @/tune.mid --model @/tiny --threshold NaN --out @/x", "threshold", "NaN"),
                refused("render @/none.mid --to wav", "@/none.mid"),
                refused("render @/empty --to svg --out @/x.svg", "@/empty", "folder"),
                refused("render @/tune.mid --to mp3", "mp3", "WAV"),
                refused("render @/tune.mid", "--to"),
                refused("render @/tune.mid --to midi", "@/tune.mid exists already", "--overwrite"),
                refused("render @/tune.mid --to png --out @/empty --overwrite", "@/empty is a folder"),
                refused("render @/tune.mid --to svg --out @/junk/x.svg", "@/junk", "a file"),
                refused("experiment run deephaer --data @/none", "deephaer", "deephear"),
                refused("experiment run deephear --data @/none", "@/none", "--data"),
                refused("experiment run deephear --data @ --corpus nomusic --out @/x", "readme.txt"),
                refused("experiment run deephear --data @ --resume", "--resume", "--out"),
                refused("train nothing --data @", "nothing", "ragtime-deephear"),
                refused("train @/none.yaml --corpus @/tune.mid --out @/x", "@/none.yaml"),
                refused("train ragtime-deephear --corpus @/none --out @/x", "@/none"),
                refused("train ragtime-deephear --corpus @/empty --out @/x", "@/empty"),
                refused("train ragtime-deephear --corpus @/tune.mid --out @/x --epochs -1", "--epochs", "was -1"),
                refused("train ragtime-deephear --corpus @/junk --out @/x", "@/junk"),
                refused("train ragtime-deephear --corpus @/nomusic --out @/nomusic", "@/nomusic"),
                refused("model show @/none", "@/none"),
                refused("model show @/empty", "@/empty", "model.json"),
                refused("replay @/none.json --out @/x", "@/none.json"),
                refused("replay @/empty --out @/x", "@/empty is a folder"),
                refused("replay @/junk --out @/x", "@/junk", "diabolo generate"),
                refused("generate --model @/tiny --count " + DIGITS + " --out @/x", "--count"),
                refused("generate --model @/tiny --seed " + DIGITS + " --out @/x", "--seed"),
                refused("generate --model @/tiny --temperature " + DIGITS + " --out @/x", "temperature"),
                refused("generate --model @/tiny --prior uniform:" + DIGITS + " --out @/x", "uniform"),
                refused("corpus build @/tune.mid --out @/c --stride " + DIGITS, "--stride"),
                refused(
                        "corpus build @/tune.mid --out @/c --representation melody --meter " + DIGITS + "/4",
                        "a meter"),
                refused("corpus build @/tune.mid --out @/c --representation melody --bars " + DIGITS, "--bars"),
                refused("encode @/tune.mid --model @/tiny --bars 1-" + DIGITS, "--bars"),
                refused("encode @/tune.mid --model @/tiny --bars " + DIGITS, "--bars"),
                refused("encode @/x.png#" + DIGITS + " --model @/tiny", "@/x.png"),
                refused("vary @/tune.mid --model @/tiny --distance " + DIGITS + " --out @/x", "distance"),
                refused("decode --latent @/digits.json --model @/tiny --out @/x", "@/digits.json"),
                refused("replay @/digits.json --model @/tiny --out @/x", "@/digits.json"),
                refused(
                        "replay @/twice.json --model @/tiny --out @/x",
                        "@/twice.json: line 2 gives count a second time"),
                refused("decode --latent @/twice.json --model @/tiny --out @/x", "@/twice.json: line 2 gives count"),
                refused("replay @/count.json --model @/tiny --out @/x", "count"),
                refused("replay @/null.json --out @/x", "@/null.json", "diabolo generate"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedInOneSentenceAndLeavesTheDiskAsItWas(String commandLine, List<String> words) throws IOException {
        SortedMap<String, String> before = disk();

        Run run = CommandRun.of(
                (Object[]) commandLine.replace("@", folder.toString()).split(" "));

        assertOneSentence(run);
        assertThat(run.messages())
                .contains(words.stream()
                        .map(word -> word.replace("@", folder.toString()))
                        .toList());
        assertThat(disk()).isEqualTo(before);
    }

    static List<Arguments> yaml() {
        return List.of(
                refused("name: [1, 2\nseed: 3", "line 2"),
                refused("", "names and values"),
                refused("- a\n- b", "names and values"),
                refused("epoks: 3", "epoks"),
                refused("name: Rag Time", "small letters"),
                refused("name:", "name", "no value"),
                refused("network:", "network", "no value"),
                refused("network: 3", "hiddenSizes"),
                refused("network: {hiddenSizes: [8, null]}", "hiddenSizes", "no value"),
                refused("network: {hiddenSizes: []}", "hiddenSizes"),
                refused("network: {hiddenSizes: [0]}", "was 0"),
                refused("network: {hiddenSizes: [60000, 60000]}", "smaller hiddenSizes"),
                refused("network: {hiddenSizes: [9999999999]}", "network.hiddenSizes"),
                refused("seed: much", "seed", "much"),
                refused("training: {epochs: -3}", "epochs", "was -3"),
                refused("training: {batchSize: 0}", "batchSize", "was 0"),
                refused("training: {learningRate: -1}", "learning rate"),
                refused("training: {loss: NONE}", "training.loss", "NONE", "SQUARED_ERROR"),
                refused("format: {steps: 0}", "steps", "was 0"),
                refused("heldOutShare: 2", "heldOutShare", "2.0"),
                refused("seed: 1\nname: mine\nseed: 2", "line 3 gives seed a second time"),
                refused("training:\n  epochs: 1\n  epochs: 2", "line 3 gives epochs a second time"),
                refused("seed: " + DIGITS, "seed"),
                refused("heldOutShare: " + DIGITS, "heldOutShare"),
                refused("heldOutShare: 1e" + DIGITS, "heldOutShare"),
                refused("training: {epochs: " + DIGITS + "}", "epochs"),
                refused("training: {learningRate: " + DIGITS + "}", "learning"),
                refused("training: {learningRate: CONSTANT " + DIGITS + "}", "learning"),
                refused("training: {optimizer: ADAM " + DIGITS + "}", "optimizer"),
                refused("network: {hiddenSizes: [" + DIGITS + "]}", "hiddenSizes"),
                refused("network: {bottleneck: K_SPARSE " + DIGITS + "}", "bottleneck"),
                refused("format: {kind: MELODY, bars: " + DIGITS + "}", "bars"),
                refused("format: {kind: MELODY, meter: " + DIGITS + "/4}", "meter"),
                refused("\u0000\u0001", "bad.yaml"));
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void aBrokenExperimentIsRefusedBeforeAnythingIsWritten(String yaml, List<String> words) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), yaml);
        SortedMap<String, String> before = disk();

        Run run = CommandRun.of("train", file, "--corpus", folder.resolve("tune.mid"), "--out", folder.resolve("run"));

        assertOneSentence(run);
        assertThat(run.messages()).contains("bad.yaml").contains(words);
        assertThat(disk()).isEqualTo(before);
    }

    @Test
    void anExperimentWithoutMusicOfItsOwnAsksForSome() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), "name: mine");

        Run run = CommandRun.of("train", file, "--data", folder, "--out", folder.resolve("run"));

        assertOneSentence(run);
        assertThat(run.messages()).contains("--corpus");
    }

    /** One sentence, no trace of Java, and nothing among the results. */
    static void assertOneSentence(Run run) {
        assertThat(run.exitCode()).as(run.messages()).isIn(1, 2);
        assertThat(run.results()).isEmpty();
        assertThat(run.messages())
                .hasLineCount(1)
                .startsWith("diabolo: ")
                .doesNotContain("Exception", "java.", "diabolo.", "Cannot invoke", "mistake in Diabolo", "null,");
    }

    /** All files and folders with what they hold. */
    private SortedMap<String, String> disk() throws IOException {
        SortedMap<String, String> disk = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                disk.put(
                        file.toString(),
                        Files.isDirectory(file)
                                ? "folder"
                                : Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return disk;
    }
}
