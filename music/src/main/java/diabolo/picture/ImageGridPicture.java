package diabolo.picture;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * Small grey images in rows and columns, such as what a network makes of digits: ink on paper.
 *
 * <pre>{@code
 * new ImageGridPicture("digits", 20, 28, Arrays.asList(pixels)); // 20 to a row, each 28 pixels wide
 * }</pre>
 *
 * <p>The arrays are not copied: whoever hands them over leaves them alone.
 *
 * @param columns images to a row, 1 to 100
 * @param imageWidth of every image in pixels, 1 to 1,000
 * @param images row by row, one or more; each row by row too, 0 for paper to 1 for ink, what lies outside taken for the nearer
 *     of the two
 */
public record ImageGridPicture(String title, int columns, int imageWidth, List<float[]> images) implements Picture {

    /** A picture grows in whole steps until it is about so wide. */
    private static final int WISHED_WIDTH = 600;

    private static final int TITLE_HEIGHT = 28;
    private static final int TITLE_BASELINE = 18;

    public ImageGridPicture {
        requireNonNull(title, "title");
        requireBetween("columns", columns, 1, 100);
        requireBetween("imageWidth", imageWidth, 1, 1000);
        images = List.copyOf(images);
        require(!images.isEmpty(), "a grid needs at least one image, there was none");
        int pixels = images.getFirst().length;
        require(
                pixels > 0 && pixels % imageWidth == 0,
                "an image of %d pixels has no rows of %d".formatted(pixels, imageWidth));
        images.forEach(image -> require(
                image.length == pixels,
                "all images must be of one size, one had %d pixels and one %d".formatted(pixels, image.length)));
    }

    @Override
    public int width() {
        return scale() * columns * imageWidth;
    }

    @Override
    public int height() {
        return TITLE_HEIGHT + scale() * rows() * imageHeight();
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.text(title, 0, TITLE_BASELINE, TextStyle.TITLE);
        canvas.raster(raster(), 0, TITLE_HEIGHT, scale());
    }

    private Raster raster() {
        int width = columns * imageWidth;
        byte[] grey = new byte[width * rows() * imageHeight()];
        Arrays.fill(grey, (byte) 255);
        for (int number = 0; number < images.size(); number++) {
            int left = number % columns * imageWidth;
            int top = number / columns * imageHeight();
            float[] image = images.get(number);
            for (int pixel = 0; pixel < image.length; pixel++) {
                int place = (top + pixel / imageWidth) * width + left + pixel % imageWidth;
                grey[place] = GreyBytes.of(image[pixel]);
            }
        }
        return new Raster(width, rows() * imageHeight(), grey);
    }

    private int scale() {
        return Math.max(1, WISHED_WIDTH / (columns * imageWidth));
    }

    private int rows() {
        return Math.ceilDiv(images.size(), columns);
    }

    private int imageHeight() {
        return images.getFirst().length / imageWidth;
    }
}
