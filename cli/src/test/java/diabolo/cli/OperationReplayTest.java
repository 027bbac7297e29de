package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verb would do, printed as JSON, and done by {@code replay}. */
class OperationReplayTest extends OnTinyModels {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate --count 2 --seed 5 --prior uniform:2",
                "reconstruct @/tune2.mid --temperature 0.8",
                "interpolate @/long.mid @/tune4.mid --bars 1 --count 2",
                "interpolate @/tune1.mid @/tune4.mid --count 3 --data --seed 4",
                "interpolate @/tune1.mid @/tune2.mid @/tune3.mid @/tune4.mid --grid 2 --linear",
                "average @/tune1.mid @/tune2.mid @/tune4.mid",
                "translate @/tune2.mid --from @/tune1.mid --to @/tune4.mid --strength 0.5",
                "vary @/pickup.abc --distance 2 --count 2 --seed 9",
                "walk @/tune2.mid --distance 2 --count 2",
                "path @/tune1.mid @/tune2.mid @/tune1.mid --count 2 --linear",
                "continue @/tune4.mid --tries 8 --rounds 1 --windows 2 --count 2 --temperature 0.5",
                "constrain --notes @/tune2.mid --density 0.2 --count 2 --draws 8 --rounds 1 --updates 5",
                "constrain --key G --without @/tune1.mid --draws 8 --rounds 0 --updates 5 --correct",
                "refine @/tune3.mid --iterations 3"
            })
    void givesTheSameBytesAndSentencesAsTheVerb(String commandLine) throws IOException {
        for (String model : List.of("dense", "melody")) {
            assertReplays(commandLine + " --model @/" + model, model);
        }
    }

    @Test
    void alsoOfAHarmonyAndOfCodes() throws IOException {
        assertReplays("harmonize @/tune4.mid --updates 5 --starts 1 --threshold 0.45 --model @/dense", "dense");
        assertReplays("decode --latent @/two.json --seed 3 --temperature 0.6 --model @/melody", "melody");
        assertReplays("vary @/two.json --count 2 --model @/melody", "melody");
    }

    private void assertReplays(String commandLine, String model) throws IOException {
        Path out = folder.resolve(model);

        Run made = run(commandLine, "--out", out);
        Run printed = run(commandLine + " --print-operation");
        Path operation = Files.writeString(folder.resolve("operation.json"), printed.results());
        Run again = run("replay " + operation + " --model @/" + model, "--out", out.resolve("again"));

        assertThat(again.exitCode()).as(again.messages()).isZero();
        assertThat(again.messages()
                        .lines()
                        .filter(line -> !line.contains("contact-sheet"))
                        .map(OperationReplayTest::withoutTime))
                .isSubsetOf(made.messages()
                        .lines()
                        .map(OperationReplayTest::withoutTime)
                        .toList());
        List<Path> files = files(out);
        assertThat(files(out.resolve("again"))).hasSameSizeAs(files);
        for (Path file : files) {
            assertThat(out.resolve("again").resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
        delete(out.resolve("again"));
        delete(out);
    }

    private static String withoutTime(String sentence) {
        return sentence.replaceAll("searched in \\d+ ms", "searched");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    @Test
    void anAttributeIsNamedAndShowsWhatMoved() throws IOException {
        Path attribute = folder.resolve("busy.json");
        Path music = folder.resolve("few");
        Files.createDirectory(music);
        Files.copy(shared.resolve("tune1.mid"), music.resolve("tune1.mid"));
        run("attribute learn busy --with @/tune4.mid --model @/melody", "--without", music, "--out", attribute);

        Run printed = run(
                "attribute apply",
                attribute,
                shared.resolve("tune2.mid"),
                "--print-operation",
                "--model",
                shared.resolve("melody"));
        Path operation = Files.writeString(folder.resolve("operation.json"), printed.results());
        Run again = run("replay --model @/melody", operation, "--out", folder);

        assertThat(printed.results()).contains("\"operation\" : \"move-along\"", "\"attribute\" : \"" + attribute);
        assertThat(again.exitCode()).as(again.messages()).isZero();
        assertThat(again.results()).contains("before", "note-density");
        assertThat(folder.resolve("tune2-busy.mid")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"operation\": \"fly\"} | 'fly' is no operation; choose one of generate",
                "{\"operation\": \"vary\", \"piece\": \"none.mid\"} | none.mid",
                "{\"operation\": \"vary\", \"piece\": {\"codes\": [[1, 2]]}} | a code of this model has size 4, was given 2",
                "{\"operation\": \"vary\", \"piece\": {\"codes\": [[1, 2, 3, 4]]}, \"count\": 0} | count must be between 1 and 1000"
            })
    void whatCannotBeDoneGetsOneSentenceAndNothingIsWritten(String json, String words) throws IOException {
        Path operation = Files.writeString(folder.resolve("operation.json"), json);

        Run run = run("replay --model @/melody", operation, "--out", folder.resolve("out"));

        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains(words);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
