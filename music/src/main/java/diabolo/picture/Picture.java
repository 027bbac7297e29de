package diabolo.picture;

import diabolo.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Something to see, of a size it knows.
 *
 * <pre>{@code
 * Picture picture = PianoRollPicture.of(piece);
 * picture.writePng(Path.of("piece.png"));
 * String inline = picture.toSvg(); // stands in an HTML page as it is
 * }</pre>
 *
 * <p>A new kind of picture implements {@link #paint} and gets both kinds of file.
 */
public interface Picture {

    /** What it shows, for those who cannot see it. */
    String title();

    /** In pixels. */
    int width();

    /** In pixels. */
    int height();

    /** Draws itself on paper of its size. */
    void paint(Canvas canvas);

    /** A whole SVG document, without an XML declaration. */
    default String toSvg() {
        return SvgCanvas.write(this);
    }

    /**
     * The bytes of a PNG file.
     *
     * @throws IOException if this Java cannot write PNG images
     */
    default byte[] toPng() throws IOException {
        return PngCanvas.write(this);
    }

    /** Writes an SVG file, whole or not at all. */
    default void writeSvg(Path path) throws IOException {
        AtomicFile.write(path, toSvg());
    }

    /** Writes a PNG file, whole or not at all. */
    default void writePng(Path path) throws IOException {
        AtomicFile.write(path, toPng());
    }
}
