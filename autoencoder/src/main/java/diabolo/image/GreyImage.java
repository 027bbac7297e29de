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
 * <p>The array is not copied: whoever hands it over leaves it alone.
 *
 * @param rows 1 to 1,024
 * @param columns 1 to 1,024
 * @param pixels [rows * columns], row by row
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its content, below
public record GreyImage(int rows, int columns, float[] pixels) {

    private static final double ALMOST = 1e-7; // so that what a network holds certain and is not costs a finite number

    public GreyImage {
        requireBetween("rows", rows, 1, GreyImages.MOST_ROWS);
        requireBetween("columns", columns, 1, GreyImages.MOST_ROWS);
        require(
                pixels.length == rows * columns,
                "an image of %d rows and %d columns has %d pixels, was given %d"
                        .formatted(rows, columns, rows * columns, pixels.length));
    }

    /** How far another image of this size is from it, on average over the pixels. */
    public double meanSquaredError(GreyImage other) {
        requireAlike(other);
        double squares = 0;
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            squares += Math.pow(pixels[pixel] - other.pixels[pixel], 2);
        }
        return squares / pixels.length;
    }

    /**
     * The binary cross-entropy of this image under another, of which every pixel is a probability: summed over the pixels, in
     * nats, as variational autoencoders of images are compared by (Kingma and Welling 2014).
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
