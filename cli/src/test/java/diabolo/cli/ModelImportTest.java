package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ModelImportTest {

    @TempDir
    private Path folder;

    private Path checkpoint;
    private Path model;

    /** A melody decoder of one unit and a code of two numbers, without any encoder. */
    @BeforeEach
    void writeCheckpoint() throws IOException {
        checkpoint = Files.createDirectory(folder.resolve("mel_tiny"));
        model = folder.resolve("model");
        Map<String, Object> manifest = new LinkedHashMap<>();
        write(manifest, "decoder/multi_rnn_cell/cell_0/lstm_cell/kernel", 90 + 2 + 1, 4);
        write(manifest, "decoder/multi_rnn_cell/cell_0/lstm_cell/bias", 4);
        write(manifest, "decoder/z_to_initial_state/kernel", 2, 2);
        write(manifest, "decoder/z_to_initial_state/bias", 2);
        write(manifest, "decoder/output_projection/kernel", 1, 90);
        write(manifest, "decoder/output_projection/bias", 90);
        Files.writeString(
                checkpoint.resolve("manifest.json"), JsonMapper.shared().writeValueAsString(manifest));
        Files.writeString(
                checkpoint.resolve("converter.json"),
                "{\"type\": \"MelodyConverter\", \"args\": {\"minPitch\": 21, \"maxPitch\": 108, \"numSteps\": 32}}");
    }

    private void write(Map<String, Object> manifest, String name, int... shape) throws IOException {
        int count = java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) Math.sin(i));
        }
        String file = name.replace('/', '_');
        Files.write(checkpoint.resolve(file), bytes.array());
        manifest.put(name, Map.of("filename", file, "shape", shape));
    }

    @Test
    void anImportedModelIsShownWithWhatItCannotDoAndGenerates() {
        Run run = CommandRun.of("model", "import", checkpoint, "--out", model, "--name", "melody-tiny");
        Run show = CommandRun.of("model", "show", model);
        Run generate = CommandRun.of(
                "generate", "--model", model, "--count", 3, "--seed", 5, "--out", folder.resolve("music"));

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).contains("through 2 dimensions", "cannot encode or reconstruct");
        assertThat(show.results())
                .contains(
                        "melody-tiny",
                        "cannot encode or reconstruct",
                        "encoder.0.forward.input",
                        "manifest.json of mel_tiny",
                        "Apache-2.0",
                        "sha256 decoder_output_projection_bias");
        assertThat(generate.exitCode()).as(generate.messages()).isZero();
        assertThat(folder.resolve("music/piece-0003.mid")).isNotEmptyFile();
        assertThat(folder.resolve("music/piece-0001.json")).content().contains("\"prior\" : \"normal\"");
    }

    @Test
    void withoutItsEncoderItLeadsFromCodesToCodes() throws IOException {
        CommandRun.of("model", "import", checkpoint, "--out", model);
        Path from = Files.writeString(folder.resolve("from.json"), "[[0.5, -1]]");
        Path to = Files.writeString(folder.resolve("to.json"), "[[1, 1]]");
        Path two = Files.writeString(folder.resolve("two.json"), "[[1, 1], [0, 1]]");

        Run way =
                CommandRun.of("interpolate", from, to, "--count", 3, "--model", model, "--out", folder.resolve("way"));
        Run several = CommandRun.of("interpolate", from, two, "--model", model, "--out", folder.resolve("none"));

        assertThat(way.exitCode()).as(way.messages()).isZero();
        assertThat(way.results().lines()).hasSize(4);
        assertThat(several.exitCode()).isEqualTo(1);
        assertThat(several.messages()).contains("two.json holds the codes of 2 pieces, of which one is needed");
    }

    @Test
    void withoutItsEncoderItDecodesCodesAndRefusesMusicInOneSentence() throws IOException {
        CommandRun.of("model", "import", checkpoint, "--out", model);
        Path codes = Files.writeString(folder.resolve("codes.json"), "[[0, 1], [0.5, 0.5], [1, 0]]");
        Path tune = folder.resolve("tune.mid");
        TinyModel.writeScale(8, tune);
        Path music = folder.resolve("music");

        for (String verb : new String[] {"encode", "reconstruct"}) {
            Run refused = verb.equals("encode")
                    ? CommandRun.of(verb, tune, "--model", model)
                    : CommandRun.of(verb, tune, "--model", model, "--out", music);
            BadInputTest.assertOneSentence(refused);
            assertThat(refused.messages()).contains("encoder.0.forward.input", "cannot encode or reconstruct");
        }
        assertThat(music).doesNotExist();
        Run decode = CommandRun.of("decode", "--latent", codes, "--model", model, "--out", music);
        assertThat(decode.exitCode()).as(decode.messages()).isZero();
        assertThat(decode.results().lines()).hasSize(3);
    }

    @Test
    void theNameIsTheFoldersUnlessGivenAndHalfPrecisionIsHalfTheSize() throws IOException {
        CommandRun.of("model", "import", checkpoint, "--out", model);
        CommandRun.of("model", "import", checkpoint, "--out", folder.resolve("small"), "--half");

        assertThat(CommandRun.of("model", "show", model).results()).startsWith("mel_tiny: ");
        long whole = Files.size(model.resolve("weights.safetensors"));
        long half = Files.size(folder.resolve("small/weights.safetensors"));
        assertThat(whole - half).isBetween(2L * 562 - 16, 2L * 562 + 16); // of 562 numbers; the headers differ a little
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        CommandRun.of("model", "import", checkpoint, "--out", model, "--name", "first");
        byte[] first = Files.readAllBytes(model.resolve("model.json"));

        BadInputTest.assertOneSentence(CommandRun.of("model", "import", checkpoint, "--out", model));

        assertThat(model.resolve("model.json")).hasBinaryContent(first);
        assertThat(CommandRun.of("model", "import", checkpoint, "--out", model, "--overwrite")
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("model", "show", model).results()).startsWith("mel_tiny: ");
    }

    @Test
    void badInputIsRefusedInOneSentenceAndNothingIsWritten() throws IOException {
        Path manifest = checkpoint.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("[90]", "[91]"));
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        for (Object given : new Object[] {checkpoint, file, folder.resolve("none")}) {
            Run run = CommandRun.of("model", "import", given, "--out", model);
            BadInputTest.assertOneSentence(run);
            assertThat(run.messages()).contains(String.valueOf(given));
        }
        BadInputTest.assertOneSentence(CommandRun.of("model", "import", checkpoint, "--out", model, "--name", "../x"));
        assertThat(model).doesNotExist();
    }

    @Test
    void anOutThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        Run run = CommandRun.of("model", "import", checkpoint, "--out", file);

        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains(file.toString(), "a file");
        assertThat(file).hasContent("no folder");
    }
}
