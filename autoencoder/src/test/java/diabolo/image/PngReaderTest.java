package diabolo.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngReaderTest {

    private static final GreyImage IMAGE = new GreyImage(2, 3, new float[] {0, 1, 0.2f, 0.4f, 0.6f, 0.8f});

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("picture.png");
    }

    private GreyImage written(int type, int... colours) throws IOException {
        BufferedImage picture = new BufferedImage(colours.length, 1, type);
        for (int x = 0; x < colours.length; x++) {
            picture.setRGB(x, 0, colours[x]);
        }
        ImageIO.write(picture, "png", file().toFile());
        return PngReader.read(file(), 1, colours.length);
    }

    @Test
    void anEnlargedImageIsReadAtItsOriginalSize() throws IOException {
        ImageSheet.of(IMAGE).writePng(file());

        assertThat(ImageIO.read(file().toFile()).getWidth()).isEqualTo(279);
        assertThat(PngReader.read(file(), 2, 3)).isEqualTo(IMAGE);
    }

    @Test
    void colourIsReadByItsLuminance() throws IOException {
        assertThat(written(BufferedImage.TYPE_INT_RGB, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF, 0x333333)
                        .pixels())
                .containsExactly(new float[] {0.299f, 0.587f, 0.114f, 1, 0.2f}, within(1e-6f));
    }

    @Test
    void transparentPixelsAreBlack() throws IOException {
        assertThat(written(BufferedImage.TYPE_INT_ARGB, 0x00FFFFFF, 0xFFFFFFFF, 0x80FFFFFF)
                        .pixels())
                .containsExactly(new float[] {0, 1, 128 / 255f}, within(1e-6f));
    }

    @Test
    void blackAndWhiteAndSixteenBitsOfGreyAreRead() throws IOException {
        assertThat(written(BufferedImage.TYPE_BYTE_BINARY, 0x000000, 0xFFFFFF).pixels())
                .containsExactly(0, 1);
        BufferedImage fine = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        fine.getRaster().setSample(0, 0, 0, 13107);
        fine.getRaster().setSample(1, 0, 0, 65535);
        ImageIO.write(fine, "png", file().toFile());
        assertThat(PngReader.read(file(), 1, 2).pixels()).containsExactly(new float[] {0.2f, 1}, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"28, 28", "1, 3", "3, 1", "2, 4"})
    void anotherSizeIsRefusedWithBothSizes(int rows, int columns) throws IOException {
        ImageSheet.of(IMAGE).writePng(file());

        assertThatThrownBy(() -> PngReader.read(file(), rows, columns))
                .isInstanceOf(IOException.class)
                .hasMessage(file()
                        + " has 279 by 186 pixels, and %d by %d are needed; scale it to that size."
                                .formatted(columns, rows));
    }

    @Test
    void aSmoothedEnlargementIsRefused() throws IOException {
        BufferedImage smooth = new BufferedImage(6, 4, BufferedImage.TYPE_BYTE_GRAY);
        smooth.getRaster().setSample(1, 0, 0, 200);
        ImageIO.write(smooth, "png", file().toFile());

        assertThatThrownBy(() -> PngReader.read(file(), 2, 3))
                .hasMessageContaining("has 6 by 4 pixels, not each of 2 by 2 alike, and 3 by 2 are needed");
    }

    @Test
    void aHugePictureIsRefusedByItsHeaderAlone() throws IOException {
        byte[] chunk = "IHDR".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer header = ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(chunk)
                .putInt(56_000)
                .putInt(56_000)
                .put(new byte[] {8, 0, 0, 0, 0});
        CRC32 checksum = new CRC32();
        checksum.update(header.array(), 12, 17);
        Files.write(file(), header.putInt((int) checksum.getValue()).array());

        assertThatThrownBy(() -> PngReader.read(file(), 28, 28))
                .hasMessageContaining("has 56000 by 56000 pixels")
                .hasMessageContaining("28 by 28 are needed");
    }

    @Test
    void truncatedFilesAreRefusedUnlessComplete() throws IOException {
        ImageSheet.of(IMAGE).writePng(file());
        byte[] whole = Files.readAllBytes(file());
        int refused = 0;
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try {
                PngReader.read(file(), 2, 3);
            } catch (IOException sentence) {
                refused++;
                assertThat(sentence).message().startsWith(file().toString()).endsWith(".");
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 2);
    }

    @Test
    void otherAndMissingFilesAreRefused() throws IOException {
        Files.writeString(folder.resolve("text.png"), "GIF89a and so on");

        assertThatThrownBy(() -> PngReader.read(folder.resolve("text.png"), 2, 3))
                .hasMessageContaining("text.png is no PNG; save the picture as one");
        assertThatThrownBy(() -> PngReader.read(folder.resolve("none.png"), 2, 3))
                .hasMessageContaining("none.png does not exist");
        assertThatThrownBy(() -> PngReader.read(folder, 2, 3)).hasMessageContaining("does not exist");
    }

    @Test
    void imagesOnASheetAreSeparatedByLines() throws IOException {
        new ImageSheet(2, List.of(IMAGE, IMAGE, IMAGE)).writePng(file());

        BufferedImage sheet = ImageIO.read(file().toFile());
        assertThat(sheet.getWidth()).isEqualTo(2 * 279 + 2);
        assertThat(sheet.getHeight()).isEqualTo(2 * 186 + 2);
        assertThat(sheet.getRaster().getSample(279, 0, 0)).isEqualTo(128);
        assertThat(sheet.getRaster().getSample(281 + 93, 0, 0)).isEqualTo(255);
        assertThat(sheet.getRaster().getSample(500, 300, 0)).isEqualTo(128);
    }

    @Test
    void oneImageIsReadByItsNumber() throws IOException {
        ByteArrayOutputStream idx = new ByteArrayOutputStream();
        idx.write(ByteBuffer.allocate(16)
                .putInt(0x0803)
                .putInt(3)
                .putInt(1)
                .putInt(2)
                .array());
        idx.write(new byte[] {0, 51, 102, (byte) 153, (byte) 204, (byte) 255});
        Path digits = folder.resolve("digits.idx3-ubyte");
        Files.write(digits, idx.toByteArray());

        assertThat(IdxReader.readOne(digits, 2)).isEqualTo(new GreyImage(1, 2, new float[] {0.4f, 0.6f}));
        for (int number : new int[] {0, 4, -1}) {
            assertThatThrownBy(() -> IdxReader.readOne(digits, number))
                    .hasMessageContaining(
                            "holds 3 images, counted from 1, and number %d is none; choose one of these", number);
        }
    }

    @Test
    void imagesAreComparedByTheirPixels() {
        GreyImage black = new GreyImage(1, 2, new float[] {0, 0});
        GreyImage half = new GreyImage(1, 2, new float[] {0.5f, 0.5f});

        assertThat(black.meanSquaredError(half)).isCloseTo(0.25, within(1e-9));
        assertThat(black.crossEntropyNats(half)).isCloseTo(2 * Math.log(2), within(1e-6));
        assertThat(black.crossEntropyNats(black)).isCloseTo(0, within(1e-5));
        assertThatThrownBy(() -> black.meanSquaredError(IMAGE)).hasMessageContaining("2 by 1 and 3 by 2 pixels");
    }
}
