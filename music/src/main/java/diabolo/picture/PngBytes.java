package diabolo.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pixels as a PNG file.
 *
 * <pre>{@code
 * AtomicFile.write(Path.of("picture.png"), PngBytes.of(image));
 * }</pre>
 */
public final class PngBytes {

    private PngBytes() {}

    /** An image as the bytes of a PNG file. */
    public static byte[] of(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Given a plain stream, ImageIO would put a cache file on the disk.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("This Java cannot write PNG images; use SVG, or another JDK");
            }
        }
        return bytes.toByteArray();
    }
}
