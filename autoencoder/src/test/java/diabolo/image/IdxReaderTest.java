package diabolo.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.RealMusic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxReaderTest {

    private static final int IMAGES = 0x0803;

    /** Two images of two rows and three columns. */
    private static final byte[] TWO = idx(IMAGES, 2, 2, 3, 0, 255, 51, 0, 0, 102, 1, 2, 3, 4, 5, 6);

    @TempDir
    private Path folder;

    @Test
    void pixelsAreSharesOfInk() throws IOException {
        GreyImages images = IdxReader.read(file(TWO));

        assertThat(images.rows()).isEqualTo(2);
        assertThat(images.columns()).isEqualTo(3);
        assertThat(images.count()).isEqualTo(2);
        assertThat(images.pixels()[0]).containsExactly(new float[] {0, 1, 0.2f, 0, 0, 0.4f}, within(1e-7f));
        assertThat(images.pixels()[1][5]).isCloseTo(6 / 255f, within(1e-7f));
        assertThat(images.first(1).pixels()).hasDimensions(1, 6);
    }

    @Test
    void aCompressedFileReadsTheSame() throws IOException {
        assertThat(IdxReader.read(file(compressed(TWO))).pixels())
                .isDeepEqualTo(IdxReader.read(file(TWO)).pixels());
    }

    @Test
    void labelsAreClasses() throws IOException {
        byte[] three = {0, 0, 8, 1, 0, 0, 0, 3, 7, 0, (byte) 255};

        assertThat(IdxReader.readLabels(file(three))).containsExactly(7, 0, 255);
        assertThat(IdxReader.readLabels(file(compressed(three)))).containsExactly(7, 0, 255);
        for (int length = 8; length < three.length; length++) {
            byte[] cut = Arrays.copyOf(three, length);
            assertThatThrownBy(() -> IdxReader.readLabels(file(cut))).hasMessageContaining("for which its");
            assertThatThrownBy(() -> IdxReader.readLabels(file(compressed(cut))))
                    .hasMessageContaining("ends before its last label");
        }
        assertThatThrownBy(() -> IdxReader.readLabels(file(Arrays.copyOf(three, three.length + 1))))
                .hasMessageContaining("goes on after its 3 labels");
        assertThatThrownBy(() -> IdxReader.readLabels(file(TWO))).hasMessageContaining("name the file of the labels");
    }

    @Test
    void truncatedFilesAreRefused() throws IOException {
        byte[] compressed = compressed(TWO);
        for (int length = 0; length < TWO.length; length++) {
            assertRefused(Arrays.copyOf(TWO, length), "");
            assertRefused(compressed(Arrays.copyOf(TWO, length)), "ends before its last image");
        }
        for (int length = 0; length < compressed.length; length++) {
            assertRefused(Arrays.copyOf(compressed, length), "");
        }
    }

    @Test
    void trailingBytesAreRefused() throws IOException {
        assertRefused(Arrays.copyOf(TWO, TWO.length + 1), "goes on after its 2 images");
        assertRefused(compressed(Arrays.copyOf(TWO, TWO.length + 1)), "goes on after its 2 images");
    }

    @Test
    void labelsAndOtherFilesAreRefused() throws IOException {
        assertRefused(idx(0x0801, 2, 7, 1), "holds labels; name the file of the images beside it");
        assertRefused("MThd and so on".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "begins with 4d546864");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 28, 28, declares 4294967295 images",
        "0, 28, 28, declares 0 images",
        "1, 0, 28, declares 0 rows",
        "1, 28, 2000000000, declares 2000000000 columns",
        "1, 1024, 1024, images of 1024 by 1024 pixels",
        "10000000, 256, 256, declares 655360000000 bytes of pixels",
        "3, 2, 3, declares 18 bytes of pixels"
    })
    void sizesBeyondTheFileAreRefusedBeforeAllocation(int count, int rows, int columns, String why) throws IOException {
        byte[] lying = ByteBuffer.wrap(TWO.clone())
                .putInt(4, count)
                .putInt(8, rows)
                .putInt(12, columns)
                .array();

        assertRefused(lying, why);
    }

    @Test
    void aCompressedFileThatInflatesOutOfProportionIsRefused() throws IOException {
        byte[] empty = new byte[16 + 50_000 * 784];
        System.arraycopy(idx(IMAGES, 50_000, 28, 28), 0, empty, 0, 16);

        assertRefused(compressed(empty), "declares 39200000 bytes of pixels");
        assertRefused(compressed(idx(IMAGES, 10_000_000, 28, 28)), "declares 7840000000 bytes of pixels");
    }

    @Test
    void aDamagedCompressionIsRefused() throws IOException {
        byte[] damaged = compressed(TWO);
        damaged[damaged.length - 6] ^= 0x55; // its checksum

        assertRefused(damaged, "is damaged where it is compressed");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> IdxReader.read(folder.resolve("none.gz")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.gz does not exist; name");
    }

    @Test
    void theTestDigitsOfMnistAreRead() throws IOException {
        GreyImages digits = IdxReader.read(RealMusic.folder("digits-mnist").resolve("t10k-images-idx3-ubyte.gz"));

        double ink = 0;
        for (float[] digit : digits.pixels()) {
            for (float pixel : digit) {
                ink += pixel;
            }
        }
        assertThat(digits.count()).isEqualTo(10_000);
        assertThat(digits.rows()).isEqualTo(28);
        assertThat(ink / digits.count() / 784).isCloseTo(0.1325, within(1e-4)); // mean of the test set, widely known
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> IdxReader.read(file))
                .isInstanceOf(MalformedIdxException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(why)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("\n");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("images.idx"), bytes);
    }

    private static byte[] idx(int kind, int... numbers) {
        int header = kind == IMAGES ? 3 : 1;
        ByteBuffer bytes = ByteBuffer.allocate(4 * (1 + header) + numbers.length - header);
        bytes.putInt(kind);
        for (int i = 0; i < numbers.length; i++) {
            if (i < header) {
                bytes.putInt(numbers[i]);
            } else {
                bytes.put((byte) numbers[i]);
            }
        }
        return bytes.array();
    }

    private static byte[] compressed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
