package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import diabolo.image.GreyImage;
import diabolo.image.ImageSheet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs on a model of images, which `diabolo train` made of strokes of four by four pixels. */
class ImageVerbsTest {

    private static final String SPEC = """
            name: strokes
            corpus: strokes
            format: {kind: IMAGES, rows: 4, columns: 4}
            network: {hiddenSizes: [12, 3], hidden: TANH, code: LINEAR, tying: UNTIED, bottleneck: GAUSSIAN, initializationFactor: 1}
            training: {epochs: 30, batchSize: 20, learningRate: 1e-2, lastLearningRate: 1e-2}
            seed: 5
            """;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws IOException {
        Path strokes = Files.createDirectory(shared.resolve("strokes"));
        writeStrokes(strokes.resolve("train-images-idx3-ubyte.gz"), 200);
        writeStrokes(strokes.resolve("t10k-images-idx3-ubyte.gz"), 16);
        Files.writeString(shared.resolve("strokes.yaml"), SPEC);
        Run run = CommandRun.of(
                "train",
                shared.resolve("strokes.yaml"),
                "--corpus",
                strokes,
                "--out",
                shared.resolve("models/strokes"));
        assertThat(run.exitCode()).as(run.messages()).isZero();
        new ImageSheet(1, List.of(stroke(1))).writePng(shared.resolve("top.png"));
    }

    /** A bright row or column. */
    private static GreyImage stroke(int number) {
        float[] pixels = new float[16];
        int line = (number - 1) % 8;
        for (int i = 0; i < 4; i++) {
            pixels[line < 4 ? 4 * line + i : 4 * i + line - 4] = 230 / 255f;
        }
        return new GreyImage(4, 4, pixels);
    }

    private static void writeStrokes(Path file, int count) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(ByteBuffer.allocate(16)
                    .putInt(0x0803)
                    .putInt(count)
                    .putInt(4)
                    .putInt(4)
                    .array());
            for (int number = 1; number <= count; number++) {
                for (float pixel : stroke(number).pixels()) {
                    out.write(Math.round(255 * pixel));
                }
            }
        }
    }

    /** In a command line {@code @} is the folder of the model, {@code %} the file of strokes. */
    private Run run(String commandLine) {
        String strokes = shared.resolve("strokes/t10k-images-idx3-ubyte.gz").toString();
        return CommandRun.of(Stream.of(commandLine.split(" "))
                .map(word -> word.replace("@", shared.resolve("models/strokes").toString())
                        .replace("%", strokes)
                        .replace("DIR", shared.toString())
                        .replace("OUT", folder.toString()))
                .toArray());
    }

    private Run done(String commandLine) {
        Run run = run(commandLine);
        assertThat(run.exitCode()).as(run.messages()).isZero();
        return run;
    }

    private BufferedImage picture(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Test
    void listAndShowSayWhatAModelIsOf() {
        assertThat(done("model list DIR/models").results()).isEqualTo("strokes\timages of 4 by 4 pixels\n");
        assertThat(done("model list @").results()).isEqualTo("strokes\timages of 4 by 4 pixels\n");
        assertThat(done("model show @").results()).startsWith("strokes: a network 16-12-3, of images of 4 by 4 pixels");
    }

    @Test
    void reconstructShowsWhatCameBackBesideTheOriginalAndMeasuresIt() throws IOException {
        Run run = done("reconstruct %#3 --model @ --out OUT");

        assertThat(picture("t10k-images-idx3-ubyte-3-reconstruct.png").getWidth())
                .isEqualTo(280);
        BufferedImage beside = picture("t10k-images-idx3-ubyte-3-reconstruct-beside.png");
        assertThat(beside.getWidth()).isEqualTo(2 * 280 + 2);
        assertThat(beside.getRaster().getSample(100, 150, 0)).isEqualTo(230);
        Matcher mse = Pattern.compile("mean squared error ([0-9.]+) ").matcher(run.results());
        assertThat(mse.find()).isTrue();
        assertThat(Double.parseDouble(mse.group(1))).isBetween(1e-4, 0.1); // of a black picture it is 0.2
        assertThat(run.results()).contains("(bce)");
    }

    @Test
    void aPngIsReadAsAnImageOfAnIdxFileIs() {
        String ofPng = done("encode DIR/top.png --model @").results();
        String ofIdx = done("encode %#1 --model @").results();

        assertThat(ofPng.substring(ofPng.indexOf(": "))).isEqualTo(ofIdx.substring(ofIdx.indexOf(": ")));
    }

    @Test
    void codesOnTheWayGiveWhatReconstructGives() throws IOException {
        Files.writeString(
                folder.resolve("codes.json"),
                done("encode %#2 %#7 --model @ --json").results());
        done("decode --latent OUT/codes.json --model @ --out OUT");
        done("reconstruct %#2 --model @ --out OUT");
        done("reconstruct %#7 --model @ --out OUT");

        assertThat(bytes("codes-decode-0001.png")).isEqualTo(bytes("t10k-images-idx3-ubyte-2-reconstruct.png"));
        assertThat(bytes("codes-decode-0002.png")).isEqualTo(bytes("t10k-images-idx3-ubyte-7-reconstruct.png"));
    }

    @Test
    void interpolateWritesEveryPointFromEndToEndAndAllInAStrip() throws IOException {
        Run run = done("interpolate %#2 %#7 --count 5 --model @ --out OUT");
        done("reconstruct %#2 --model @ --out OUT");
        done("reconstruct %#7 --model @ --out OUT");

        assertThat(run.results().lines()).hasSize(6);
        assertThat(bytes("t10k-images-idx3-ubyte-2-interpolate-0001.png"))
                .isEqualTo(bytes("t10k-images-idx3-ubyte-2-reconstruct.png"));
        assertThat(bytes("t10k-images-idx3-ubyte-2-interpolate-0005.png"))
                .isEqualTo(bytes("t10k-images-idx3-ubyte-7-reconstruct.png"));
        BufferedImage strip = picture("t10k-images-idx3-ubyte-2-interpolate-whole.png");
        assertThat(strip.getWidth()).isGreaterThan(4 * strip.getHeight());
    }

    @Test
    void aGridOfFourIsASquare() throws IOException {
        Run run = done("interpolate %#1 %#2 %#5 DIR/top.png --grid 3 --model @ --out OUT");

        assertThat(run.results().lines()).hasSize(10);
        BufferedImage grid = picture("t10k-images-idx3-ubyte-1-grid-whole.png");
        assertThat(grid.getWidth()).isEqualTo(grid.getHeight()).isGreaterThan(3 * 280);
    }

    @Test
    void generatedImagesComeAgainFromTheirSeedAndFromTheirJson() throws IOException {
        done("generate --count 3 --seed 4 --model @ --out OUT/a");
        done("generate --count 3 --seed 4 --model @ --out OUT/b");
        done("replay OUT/a/image-0002.json --model @ --out OUT/c");
        done("replay OUT/a/image-whole.json --model @ --out OUT/c");

        for (String file : new String[] {"image-0002.png", "image-0002.json", "image-whole.png", "image-whole.json"}) {
            assertThat(bytes("b/" + file)).isEqualTo(bytes("a/" + file));
            assertThat(bytes("c/" + file)).isEqualTo(bytes("a/" + file));
        }
        assertThat(bytes("a/image-0001.png")).isNotEqualTo(bytes("a/image-0002.png"));
    }

    @Test
    void aTemperatureMakesPixelsBlackOrWhite() throws IOException {
        done("generate --temperature 1 --seed 4 --model @ --out OUT");

        BufferedImage picture = picture("image-0001.png");
        for (int x = 0; x < picture.getWidth(); x++) {
            assertThat(picture.getRaster().getSample(x, 10, 0)).isIn(0, 255);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "average %#1 %#2, 1",
        "vary %#1 --count 2, 2",
        "walk %#1 --count 3, 4",
        "path %#1 %#2 %#3 --count 2, 4",
        "translate %#1 --from %#2 --to %#3, 1"
    })
    void whatIsDoneOnCodesIsDoneOnImages(String commandLine, int pictures) {
        Run run = done(commandLine + " --model @ --out OUT");

        assertThat(run.results().lines()).hasSize(pictures).allMatch(line -> line.endsWith(".png"));
    }

    @Test
    void whatAVerbWouldDoCanBePrintedAndDoneLater() throws IOException {
        Files.writeString(
                folder.resolve("vary.json"),
                done("vary %#1 --count 2 --model @ --print-operation").results());
        done("replay OUT/vary.json --model @ --out OUT/later");
        done("vary %#1 --count 2 --model @ --out OUT/now");

        assertThat(bytes("later/t10k-images-idx3-ubyte-1-vary-0002.png"))
                .isEqualTo(bytes("now/t10k-images-idx3-ubyte-1-vary-0002.png"));
    }

    @Test
    void theJsonBesideAnImageStandsForItAndSoDoesThePngItself() {
        done("average %#1 %#2 --model @ --out OUT");

        done("interpolate OUT/t10k-images-idx3-ubyte-1-average.json %#5 --model @ --out OUT/codes");
        done("interpolate OUT/t10k-images-idx3-ubyte-1-average.png %#5 --model @ --out OUT/pictures");
        assertThat(run("interpolate OUT/codes/t10k-images-idx3-ubyte-1-average-interpolate-whole.json %#5 --model @")
                        .messages())
                .contains("has 9, ")
                .contains("has 1");
    }

    @Test
    void nothingIsOverwrittenUnasked() {
        done("reconstruct %#1 --model @ --out OUT");

        Run again = run("reconstruct %#1 --model @ --out OUT");
        BadInputTest.assertOneSentence(again);
        assertThat(again.messages()).contains("exists already");
        done("reconstruct %#1 --model @ --out OUT --overwrite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harmonize tune.mid",
                "continue tune.mid",
                "refine tune.mid",
                "constrain --density 0.3",
                "interpolate %#1 %#2 --data",
                "attribute apply note-density %#1",
                "reconstruct %#1 --bars 1-2",
                "encode %#1 --bars 1-2"
            })
    void verbsOnMusicSayWhatTheModelIsOf(String commandLine) {
        Run run = run(commandLine + " --model @");

        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains("strokes is a model of images of 4 by 4 pixels and not of music");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reconstruct DIR/tall.png     | tall.png has 140 by 280 pixels, and 4 by 4 are needed; scale it
            reconstruct DIR/none.png     | none.png does not exist
            reconstruct DIR/strokes.yaml | strokes.yaml is no PNG
            encode %                     | is no PNG; save the picture as one, or name an image in an IDX file by its number
            encode %#0                   | holds 16 images, counted from 1, and number 0 is none
            encode %#17                  | number 17 is none
            encode %#last                | names no image; write its number in the file after #
            encode DIR/none.gz#1         | none.gz does not exist
            encode DIR/strokes.yaml#1    | begins with 6e616d65
            decode --latent DIR/bad.json | has a vector of 2 numbers, the model's codes have 3
            decode --latent DIR/foreign.json | holds codes of the model x, and this is strokes
            """)
    void badInputIsOneSentence(String commandLine, String sentence) throws IOException {
        new ImageSheet(1, List.of(new GreyImage(4, 2, new float[8]))).writePng(shared.resolve("tall.png"));
        Files.writeString(shared.resolve("bad.json"), "[[1, 2]]");
        Files.writeString(
                shared.resolve("foreign.json"),
                "[{\"model\": \"x\", \"modelHash\": \"00\", \"file\": \"y.png\", \"code\": [1, 2, 3]}]");

        Run run = run(commandLine.strip() + " --model @" + (commandLine.startsWith("encode") ? "" : " --out OUT"));
        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains(sentence);
    }

    @Test
    void aThresholdIsForPianoRolls() {
        Run run = run("generate --threshold 0.3 --model @ --out OUT");

        assertThat(run.exitCode()).isEqualTo(Verb.WRONG_USAGE);
        assertThat(run.messages()).contains("strokes is one of images of 4 by 4 pixels; leave it out");
    }
}
