package diabolo.image;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.util.Arrays;

/**
 * Grey images of one size, each an array of pixels from 0 to 1.
 *
 * <pre>{@code
 * GreyImages digits = IdxReader.read(Path.of("t10k-images-idx3-ubyte.gz"));
 * network.reconstruct(digits.first(100).pixels());
 * }</pre>
 *
 * <p>The arrays are not copied and must not be changed.
 *
 * @param rows of an image, 1 to 1,024
 * @param columns of an image, 1 to 1,024
 * @param pixels [images][rows * columns], row by row; one image or more
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GreyImages(int rows, int columns, float[][] pixels) {

    static final int MOST_ROWS = 1024;

    public GreyImages {
        requireBetween("rows", rows, 1, MOST_ROWS);
        requireBetween("columns", columns, 1, MOST_ROWS);
        require(pixels.length > 0, "there must be at least one image");
        for (float[] image : pixels) {
            require(
                    image.length == rows * columns,
                    "an image of %d by %d has %d pixels, was given %d"
                            .formatted(rows, columns, rows * columns, image.length));
        }
    }

    public int count() {
        return pixels.length;
    }

    /** So many images, or all if there are fewer. */
    public GreyImages first(int wanted) {
        requireBetween("wanted", wanted, 1, Integer.MAX_VALUE);
        return new GreyImages(rows, columns, Arrays.copyOf(pixels, Math.min(wanted, count())));
    }
}
