package diabolo.picture;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.awt.image.BufferedImage;

/**
 * Grey pixels that a canvas draws as they are.
 *
 * <pre>{@code
 * canvas.raster(new Raster(2, 1, new byte[] {0, (byte) 255}), 10, 10, 2); // a black and a white square
 * }</pre>
 *
 * <p>The array is not copied: whoever hands it over leaves it alone.
 *
 * @param width in pixels, 1 to 10,000
 * @param height in pixels, 1 to 10,000
 * @param grey row by row, 0 for black to 255 for white: [height * width]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Raster(int width, int height, byte[] grey) {

    public Raster {
        requireBetween("width", width, 1, 10_000);
        requireBetween("height", height, 1, 10_000);
        require(
                grey.length == width * height,
                "a raster of %d by %d has %d pixels, was given %d"
                        .formatted(width, height, width * height, grey.length));
    }

    BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, grey);
        return image;
    }
}
