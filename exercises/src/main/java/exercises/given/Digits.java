package exercises.given;

import diabolo.experiment.DataFolder;
import diabolo.image.IdxReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Handwritten digits of MNIST (LeCun, Cortes and Burges 1998), for experiments of your own. Given: nothing is to be written here.
 *
 * <pre>{@code
 * Digits training = Digits.training(2000).orElseThrow();
 * double[] first = training.images()[0]; // 784 pixels, 0 black to 1 white
 * int digit = training.labels()[0];      // 0 to 9
 * }</pre>
 *
 * @param images [examples][784]
 * @param labels [examples]
 */
public record Digits(double[][] images, int[] labels) {

    /** What to say where there are none. */
    public static final String MISSING =
            "Skipped: the digits are not here. In the folder of the project `./diabolo data get digits-mnist` fetches them.";

    private static final String FOLDER = "digits-mnist";
    private static final int LABEL_HEADER_BYTES = 8;

    /** The first of the 60,000 that are for training; empty where the data set is not found. */
    public static Optional<Digits> training(int count) {
        return read("train", count);
    }

    /** The first of the 10,000 that are for testing; empty where the data set is not found. */
    public static Optional<Digits> test(int count) {
        return read("t10k", count);
    }

    private static Optional<Digits> read(String name, int count) {
        try {
            Optional<Path> folder = DataFolder.find(Optional.empty()).locate(FOLDER);
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            float[][] pixels = IdxReader.read(folder.get().resolve(name + "-images-idx3-ubyte.gz"))
                    .first(count)
                    .pixels();
            double[][] images = new double[pixels.length][];
            for (int example = 0; example < images.length; example++) {
                images[example] = Arrays.doubles(pixels[example]);
            }
            return Optional.of(
                    new Digits(images, labels(folder.get().resolve(name + "-labels-idx1-ubyte.gz"), images.length)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int[] labels(Path file, int count) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(LABEL_HEADER_BYTES);
            byte[] bytes = in.readNBytes(count);
            int[] labels = new int[bytes.length];
            for (int example = 0; example < labels.length; example++) {
                labels[example] = bytes[example];
            }
            return labels;
        }
    }
}
