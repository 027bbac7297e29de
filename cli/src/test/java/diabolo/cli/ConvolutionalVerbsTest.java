package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A winner-take-all network of images, trained and used by the verbs. */
class ConvolutionalVerbsTest {

    private static final String SPEC = """
            name: bars
            corpus: bars
            format: {kind: IMAGES, rows: 6, columns: 6}
            network:
              family: CONVOLUTIONAL
              encoder: [{filters: 6, kernel: 3, stride: 1, border: VALID}]
              bottleneck: WINNER_TAKE_ALL CHANNEL 2
              decoder: [{filters: 1, kernel: 3, stride: 1, border: VALID}]
            training: {epochs: 20, batchSize: 20, learningRate: 1e-2, lastLearningRate: 1e-2}
            """;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws IOException {
        Path bars = Files.createDirectory(shared.resolve("bars"));
        write(bars.resolve("train-images-idx3-ubyte.gz"), 60);
        write(bars.resolve("t10k-images-idx3-ubyte.gz"), 12);
        Files.writeString(shared.resolve("bars.yaml"), SPEC);
        Run run =
                CommandRun.of("train", shared.resolve("bars.yaml"), "--corpus", bars, "--out", shared.resolve("model"));
        assertThat(run.exitCode()).as(run.messages()).isZero();
    }

    private static void write(Path file, int count) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(ByteBuffer.allocate(16)
                    .putInt(0x0803)
                    .putInt(count)
                    .putInt(6)
                    .putInt(6)
                    .array());
            for (int image = 0; image < count; image++) {
                for (int pixel = 0; pixel < 36; pixel++) {
                    boolean bright = (image % 12 < 6 ? pixel / 6 : pixel % 6) == image % 6;
                    out.write(bright ? 255 : 0);
                }
            }
        }
    }

    private Run run(String commandLine) {
        String bars = shared.resolve("bars/t10k-images-idx3-ubyte.gz").toString();
        return CommandRun.of((Object[]) commandLine
                .replace("@", shared.resolve("model").toString())
                .replace("%", bars)
                .replace("OUT", folder.toString())
                .split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate --count 2 --seed 4 --out OUT",
                "reconstruct %#3 --out OUT",
                "interpolate %#1 %#8 --count 3 --out OUT",
                "average %#1 %#2 --out OUT",
                "translate %#3 --from %#1 --to %#2 --out OUT",
                "vary %#1 --count 2 --out OUT",
                "walk %#1 --count 2 --out OUT",
                "encode %#1 %#2"
            })
    void theVerbsOfImagesTakeIt(String commandLine) {
        Run run = run(commandLine + " --model @");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).isNotBlank();
    }

    @Test
    void codesAreDecodedAgain() throws IOException {
        Files.writeString(
                folder.resolve("codes.json"), run("encode %#2 --model @ --json").results());

        assertThat(run("decode --latent OUT/codes.json --model @ --out OUT").exitCode())
                .isZero();
    }

    @Test
    void itsShapeAndItsFitAreSaid() throws IOException {
        assertThat(run("model show @").results())
                .startsWith("bars: a network 6x6-6x4x4-6x6, of images of 6 by 6 pixels");
        Run measured = run("evaluate --model @ --corpus " + shared.resolve("bars") + " --out OUT/report");
        assertThat(measured.exitCode()).as(measured.messages()).isZero();
        assertThat(Files.readString(folder.resolve("report/report.json"))).contains("\"mse\"");
    }
}
