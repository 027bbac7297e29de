package diabolo.image;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.file.AtomicFile;
import diabolo.picture.PngBytes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Grey images as one picture, row by row, enlarged: every pixel becomes a square, without smoothing.
 *
 * <pre>{@code
 * new ImageSheet(2, List.of(original, reconstruction)).writePng(Path.of("seven-beside.png"));
 * }</pre>
 *
 * <p>A single image has no margin, so that {@link PngReader} can read it; several are separated by grey lines.
 *
 * @param columns images in a row, 1 or more
 * @param images one or more, of one size
 */
public record ImageSheet(int columns, List<GreyImage> images) {

    private static final int WIDTH_OF_ONE = 280;
    private static final int WIDTH_OF_ALL = 1400;
    private static final int GAP = 2;
    private static final int GREY = 128;
    private static final int WHITE = 255;

    public ImageSheet {
        requireBetween("columns", columns, 1, Integer.MAX_VALUE);
        images = List.copyOf(images);
        require(!images.isEmpty(), "a sheet needs at least one image, there was none");
        GreyImage first = images.getFirst();
        images.forEach(image -> require(
                image.rows() == first.rows() && image.columns() == first.columns(),
                "images on a sheet are of one size, these have %d by %d and %d by %d pixels"
                        .formatted(first.columns(), first.rows(), image.columns(), image.rows())));
    }

    public static ImageSheet of(GreyImage image) {
        return new ImageSheet(1, List.of(image));
    }

    /** Writes it atomically. */
    public void writePng(Path file) throws IOException {
        AtomicFile.write(file, toPng());
    }

    /** The bytes of a PNG file. */
    public byte[] toPng() throws IOException {
        return PngBytes.of(picture());
    }

    private BufferedImage picture() {
        int inRow = Math.min(columns, images.size());
        int factor = factor(inRow);
        int cellWidth = images.getFirst().columns() * factor + GAP;
        int cellHeight = images.getFirst().rows() * factor + GAP;
        BufferedImage picture = new BufferedImage(
                inRow * cellWidth - GAP,
                Math.ceilDiv(images.size(), inRow) * cellHeight - GAP,
                BufferedImage.TYPE_BYTE_GRAY);
        int[] background = new int[picture.getWidth()];
        Arrays.fill(background, GREY);
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRaster().setSamples(0, y, picture.getWidth(), 1, 0, background);
        }
        for (int number = 0; number < images.size(); number++) {
            paint(images.get(number), factor, picture, number % inRow * cellWidth, number / inRow * cellHeight);
        }
        return picture;
    }

    private static void paint(GreyImage image, int factor, BufferedImage picture, int left, int top) {
        for (int y = 0; y < image.rows() * factor; y++) {
            for (int x = 0; x < image.columns() * factor; x++) {
                float pixel = image.pixels()[y / factor * image.columns() + x / factor];
                picture.getRaster().setSample(left + x, top + y, 0, Math.round(WHITE * Math.clamp(pixel, 0f, 1f)));
            }
        }
    }

    /** One image becomes about 280 pixels wide or high, a row at most 1,400 if possible. */
    private int factor(int inRow) {
        int longest = Math.max(images.getFirst().rows(), images.getFirst().columns());
        int alone = WIDTH_OF_ONE / longest;
        return Math.max(
                1, Math.min(alone, WIDTH_OF_ALL / (inRow * images.getFirst().columns())));
    }
}
