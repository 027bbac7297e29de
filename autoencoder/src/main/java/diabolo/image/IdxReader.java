package diabolo.image;

import diabolo.note.Plural;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads images in IDX, the format of MNIST (LeCun, Cortes and Burges 1998), plain or compressed by gzip: 00 00 08 03, the numbers
 * of images, rows and columns in four bytes each, big-endian, then the pixels, one byte each.
 *
 * <pre>{@code
 * GreyImages digits = IdxReader.read(Path.of("train-images-idx3-ubyte.gz"));
 * digits.count(); // 60000
 * }</pre>
 *
 * <p>The sizes are checked against the size of the file before memory is allocated, and nothing is inflated beyond them.
 */
public final class IdxReader {

    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;
    private static final int GZIP = 0x1F8B;
    private static final int HEADER_BYTES = 16;
    private static final int LABELS_HEADER_BYTES = 8;
    private static final int MOST_PIXELS = 65_536; // the largest layer of a network
    private static final int MOST_IMAGES = 10_000_000;

    /** The digits are compressed five times; a ratio far above that is no picture. */
    private static final int MOST_RATIO = 100;

    private static final long RATIO_MATTERS_FROM_BYTES = 1 << 20;
    private static final float WHITE = 255;
    private static final String TAKE_AGAIN = "take it again from where it came";

    private final Path file;
    private final DataInputStream in;

    private IdxReader(Path file, InputStream in) {
        this.file = file;
        this.in = new DataInputStream(in);
    }

    /**
     * The images in a file.
     *
     * @throws MalformedIdxException if it breaks a rule of the format, is cut short, or inflates out of proportion
     * @throws IOException if it is not there or cannot be read
     */
    public static GreyImages read(Path file) throws IOException {
        return read(file, "image", (reader, mostRatio) -> reader.images(reader.header(mostRatio)));
    }

    /**
     * One of the images in a file; later ones are not read.
     *
     * @param number from 1
     * @throws IOException as above, or if there are fewer
     */
    public static GreyImage readOne(Path file, int number) throws IOException {
        return read(file, "image", (reader, mostRatio) -> reader.image(reader.header(mostRatio), number));
    }

    /**
     * The labels of images: 00 00 08 01, their number in four bytes, then one byte each.
     *
     * <pre>{@code
     * int[] digits = IdxReader.readLabels(Path.of("t10k-labels-idx1-ubyte.gz")); // 0 to 9 each
     * }</pre>
     *
     * @return 0 to 255 each
     * @throws IOException as above
     */
    public static int[] readLabels(Path file) throws IOException {
        return read(file, "label", IdxReader::labels);
    }

    /** Reads from the beginning. */
    @FunctionalInterface
    private interface Content<T> {
        T of(IdxReader reader, int mostRatio) throws IOException;
    }

    private record Size(int count, int rows, int columns) {}

    private static <T> T read(Path file, String kind, Content<T> content) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("%s does not exist; name a file of %ss in IDX format.".formatted(file, kind));
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            InputStream plain = isCompressed(bytes) ? new GZIPInputStream(bytes, 1 << 16) : bytes;
            IdxReader reader = new IdxReader(file, new BufferedInputStream(plain, 1 << 16));
            return content.of(reader, plain == bytes ? 1 : MOST_RATIO);
        } catch (EOFException tooShort) {
            throw new MalformedIdxException("%s ends before its last %s".formatted(file, kind), TAKE_AGAIN);
        } catch (ZipException damaged) {
            throw new MalformedIdxException(
                    "%s is damaged where it is compressed (%s)".formatted(file, damaged.getMessage()), TAKE_AGAIN);
        }
    }

    private static boolean isCompressed(InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = (bytes.read() << Byte.SIZE) | bytes.read();
        bytes.reset();
        return first == GZIP;
    }

    private Size header(int mostRatio) throws IOException {
        int kind = in.readInt();
        if (kind == LABELS) {
            throw malformed("holds labels", "name the file of the images beside it");
        }
        if (kind != IMAGES) {
            throw malformed(
                    "begins with %08x, and images in IDX with %08x".formatted(kind, IMAGES), "name another file");
        }
        int count = size("images", MOST_IMAGES);
        int rows = size("rows", GreyImages.MOST_ROWS);
        int columns = size("columns", GreyImages.MOST_ROWS);
        if (rows * columns > MOST_PIXELS) {
            throw malformed(
                    "has images of %d by %d pixels, and a network takes %d at most"
                            .formatted(rows, columns, MOST_PIXELS),
                    "scale them down");
        }
        requireRoom((long) count * rows * columns, HEADER_BYTES, mostRatio);
        return new Size(count, rows, columns);
    }

    private GreyImages images(Size size) throws IOException {
        float[][] pixels = new float[size.count()][];
        for (int image = 0; image < pixels.length; image++) {
            pixels[image] = image(size.rows() * size.columns());
        }
        requireEnd(Plural.of(size.count(), "image"));
        return new GreyImages(size.rows(), size.columns(), pixels);
    }

    private int[] labels(int mostRatio) throws IOException {
        int kind = in.readInt();
        if (kind != LABELS) {
            throw malformed(
                    "begins with %08x, and labels in IDX with %08x".formatted(kind, LABELS),
                    "name the file of the labels beside it");
        }
        int count = size("labels", MOST_IMAGES);
        requireRoom(count, LABELS_HEADER_BYTES, mostRatio);
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        requireEnd(Plural.of(count, "label"));
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return labels;
    }

    private void requireEnd(String content) throws IOException {
        if (in.read() >= 0) {
            throw malformed("goes on after its %s".formatted(content), TAKE_AGAIN);
        }
    }

    private GreyImage image(Size size, int number) throws IOException {
        if (number < 1 || number > size.count()) {
            throw new IOException("%s holds %s, counted from 1, and number %d is none; choose one of these."
                    .formatted(file, Plural.of(size.count(), "image"), number));
        }
        in.skipNBytes((number - 1L) * size.rows() * size.columns());
        return new GreyImage(size.rows(), size.columns(), image(size.rows() * size.columns()));
    }

    private int size(String of, int most) throws IOException {
        int size = in.readInt();
        if (size < 1 || size > most) {
            throw malformed(
                    "declares %d %s, which must be 1 to %d".formatted(Integer.toUnsignedLong(size), of, most),
                    TAKE_AGAIN);
        }
        return size;
    }

    /** Checked before memory is allocated for the pixels. */
    private void requireRoom(long declared, int headerBytes, int mostRatio) throws IOException {
        long size = Files.size(file);
        long room = mostRatio == 1 ? size - headerBytes : Math.max(RATIO_MATTERS_FROM_BYTES, mostRatio * size);
        if (declared > room) {
            throw malformed(
                    "declares %d bytes of %s, for which its %d bytes are too few"
                            .formatted(declared, headerBytes == HEADER_BYTES ? "pixels" : "labels", size),
                    TAKE_AGAIN);
        }
    }

    private float[] image(int size) throws IOException {
        byte[] bytes = new byte[size];
        in.readFully(bytes);
        float[] image = new float[size];
        for (int pixel = 0; pixel < size; pixel++) {
            image[pixel] = Byte.toUnsignedInt(bytes[pixel]) / WHITE;
        }
        return image;
    }

    private MalformedIdxException malformed(String fault, String remedy) {
        return new MalformedIdxException("%s %s".formatted(file, fault), remedy);
    }
}
