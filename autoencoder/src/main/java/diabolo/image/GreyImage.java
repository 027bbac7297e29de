package diabolo.image;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.util.Arrays;

/**
 * A grey image: 0 is black, 1 is white.
 *
 * <pre>{@code
 * GreyImage seven = IdxReader.readOne(Path.of("t10k-images-idx3-ubyte.gz"), 1);
 * seven.meanSquaredError(reconstruction);
 * }</pre>
 *
 * <p>The array is not copied and must not be changed.
 *
 * @param rows 1 to 1,024
 * @param columns 1 to 1,024
 * @param pixels [rows * columns], row by row
 */
@SuppressWarnings("ArrayRecordComponent") // compared by value, see below
public record GreyImage(int rows, int columns, float[] pixels) {

    private static final double ALMOST = 1e-7; // keeps the cost of wrong certainties finite

    public GreyImage {
        requireBetween("rows", rows, 1, GreyImages.MOST_ROWS);
        requireBetween("columns", columns, 1, GreyImages.MOST_ROWS);
        require(
                pixels.length == rows * columns,
                "an image of %d rows and %d columns has %d pixels, was given %d"
                        .formatted(rows, columns, rows * columns, pixels.length));
    }

    /** The mean squared error against another image of the same size. */
    public double meanSquaredError(GreyImage other) {
        requireAlike(other);
        double squares = 0;
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            squares += Math.pow(pixels[pixel] - other.pixels[pixel], 2);
        }
        return squares / pixels.length;
    }

    /**
     * The binary cross-entropy of this image under another one of probabilities: summed over the pixels, in nats, the usual
     * measure of variational autoencoders of images (Kingma and Welling 2014).
     */
    public double crossEntropyNats(GreyImage probabilities) {
        requireAlike(probabilities);
        double nats = 0;
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            double probability = Math.clamp(probabilities.pixels[pixel], ALMOST, 1 - ALMOST);
            nats -= pixels[pixel] * Math.log(probability) + (1 - pixels[pixel]) * Math.log1p(-probability);
        }
        return nats;
    }

    private void requireAlike(GreyImage other) {
        require(
                rows == other.rows && columns == other.columns,
                "images of one size are compared, these have %d by %d and %d by %d pixels"
                        .formatted(columns, rows, other.columns, other.rows));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GreyImage image
                && rows == image.rows
                && columns == image.columns
                && Arrays.equals(pixels, image.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "an image of %d by %d pixels".formatted(columns, rows);
    }
}
