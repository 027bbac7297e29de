package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiReader;
import diabolo.note.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Codes in files: what was encoded, vectors by hand, and the JSON beside pieces. */
class CodeFilesTest extends OnTinyModels {

    @Test
    void theJsonBesideAPieceStandsForItsCodes() throws IOException {
        for (String model : List.of("dense", "melody")) {
            Path out = folder.resolve(model);
            run("generate --count 2 --seed 3 --temperature 0 --model @/" + model, "--out", out);
            Path first = out.resolve("piece-0001.json");

            Run way = run(
                    "interpolate --count 2 --model @/" + model, first, out.resolve("piece-0002.json"), "--out", out);

            assertThat(way.exitCode()).as(way.messages()).isZero();
            assertThat(notes(out.resolve("piece-0001-interpolate-0001.mid")))
                    .isEqualTo(notes(out.resolve("piece-0001.mid")));
            assertThat(notes(out.resolve("piece-0001-interpolate-0002.mid")))
                    .isEqualTo(notes(out.resolve("piece-0002.mid")));
        }
        run("continue @/tune2.mid --tries 8 --rounds 0 --model @/melody", "--out", folder);
        assertThat(run("vary --model @/melody", folder.resolve("tune2-continue.json"), "--out", folder)
                        .messages())
                .contains("is of a piece that has more than its codes");
    }

    private static List<Note> notes(Path midi) throws IOException {
        return MidiReader.read(midi).allNotes().toList();
    }

    @Test
    void codesOfAnotherModelAreRefusedThoughTheyAreOfTheSameSize() throws IOException {
        Path codes = folder.resolve("codes.json");
        Files.writeString(
                codes, run("encode @/tune2.mid --json --model @/melody").results());

        Run other = run("decode --model @/drums --latent " + codes, "--out", folder.resolve("out"));

        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.messages()).contains("holds codes of the model tiny-melody, and this is tiny-drums");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(run("decode --model @/melody --latent " + codes, "--out", folder)
                        .exitCode())
                .isZero();
    }

    @Test
    void whatIsEncodedIsDecodedToTheReconstruction() throws IOException {
        for (String model : List.of("dense", "melody")) {
            Path out = Files.createDirectory(folder.resolve(model));
            Run encoded = run("encode @/long.mid @/tune2.mid --json --model @/" + model);
            Path codes = Files.writeString(out.resolve("codes.json"), encoded.results());

            Run decoded = run("decode --greedy --model @/" + model, "--latent", codes, "--out", out);
            run("reconstruct @/long.mid --model @/" + model, "--out", out);

            assertThat(decoded.exitCode()).as(decoded.messages()).isZero();
            assertThat(decoded.results().lines()).hasSize(2);
            assertThat(MidiReader.read(out.resolve("codes-decode-0001.mid")).allNotes())
                    .isEqualTo(MidiReader.read(out.resolve("long-reconstruct.mid"))
                            .allNotes()
                            .toList());
            JsonNode json = JsonMapper.shared().readTree(encoded.results());
            assertThat(json).hasSize(4);
            assertThat(json.path(2).path("window").asInt()).isEqualTo(3);
            assertThat(json.path(2).path("firstBar").asInt()).isEqualTo(3);
            assertThat(json.path(3).path("file").asString()).endsWith("tune2.mid");
        }
    }

    @Test
    void encodingWithoutJsonIsALineForEachWindow() {
        Run run = run("encode @/long.mid --model @/melody");

        assertThat(run.results().lines()).hasSize(3);
        assertThat(run.results()).contains("long.mid, window 3, from bar 3: ");
    }

    @Test
    void bareVectorsAreAPieceEach() throws IOException {
        Path codes = Files.writeString(folder.resolve("z.json"), "[[0, 0, 0, 0], [1, -1, 0.5, 2]]");

        Run run = run("decode --model @/melody", "--latent", codes, "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(folder.resolve("z-decode-0002.mid")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "[1]",
                "[[1,2,3]]",
                "[[1,2,3,null]]",
                "[[1,2,3,\"x\"]]",
                "[[1,2,3,1e99]]",
                "[{\"code\":[1,2,3,4,5]}]",
                "[{\"file\":\"a\"}]",
                "[[1,2,3,4],[1,2,3,4],[1,2"
            })
    void brokenVectorsAreRefused(String json) throws IOException {
        Path codes = Files.writeString(folder.resolve("z.json"), json);

        Run run = run("decode --model @/melody", "--latent", codes, "--out", folder.resolve("out"));

        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains("z.json");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aVectorWithWhatIsNoNumberSaysWhatToWrite() throws IOException {
        for (String number : List.of("NaN", "1e30")) {
            Path codes = Files.writeString(folder.resolve("z.json"), "[[1, %s, 3, 4]]".formatted(number));

            Run run = run("decode --model @/melody", "--latent", codes, "--out", folder.resolve("out"));

            BadInputTest.assertOneSentence(run);
            assertThat(run.messages()).contains("z.json has ", " in a vector; write a number from -1000 to 1000");
        }
    }
}
