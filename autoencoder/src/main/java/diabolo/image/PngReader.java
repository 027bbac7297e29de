package diabolo.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/**
 * Reads a PNG as a grey image of a given size: colours by their luminance, transparent pixels as black. A picture enlarged by a
 * whole factor, as {@link ImageSheet} writes them, is read at its original size.
 *
 * <pre>{@code
 * GreyImage digit = PngReader.read(Path.of("seven.png"), 28, 28);
 * }</pre>
 *
 * <p>The size is checked before the pixels are read.
 */
public final class PngReader {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MOST_PIXELS = 1 << 24;

    /** The weights of red, green and blue in brightness: ITU-R BT.601. */
    private static final double[] LUMINANCE = {0.299, 0.587, 0.114};

    private final Path file;
    private final int rows;
    private final int columns;

    private PngReader(Path file, int rows, int columns) {
        this.file = file;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * The image in a file.
     *
     * @throws IOException if it is absent, no PNG, damaged, or of another size; the message is a sentence with the remedy
     */
    public static GreyImage read(Path file, int rows, int columns) throws IOException {
        return new PngReader(file, rows, columns).image();
    }

    private GreyImage image() throws IOException {
        requirePng();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            try {
                reader.setInput(in, true, true);
                int factor = factor(reader.getWidth(0), reader.getHeight(0));
                return reduced(reader.read(0), factor);
            } catch (RuntimeException | IOException damaged) { // the JDK's reader throws either
                if (damaged instanceof WrongSizeException wrongSize) {
                    throw wrongSize;
                }
                throw new IOException(
                        "%s is damaged (%s); save the picture again as PNG.".formatted(file, damaged.getMessage()),
                        damaged);
            } finally {
                reader.dispose();
            }
        }
    }

    private void requirePng() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("%s does not exist; name a picture as PNG.".formatted(file));
        }
        byte[] first = new byte[SIGNATURE.length];
        try (var in = Files.newInputStream(file)) {
            if (in.readNBytes(first, 0, first.length) < first.length || !Arrays.equals(first, SIGNATURE)) {
                throw new IOException(
                        "%s is no PNG; save the picture as one, or name an image in an IDX file by its number, as digits.idx3-ubyte.gz#17."
                                .formatted(file));
            }
        }
    }

    /** The factor by which the picture is enlarged. */
    private int factor(int width, int height) throws IOException {
        int factor = width / columns;
        if (factor < 1 || width != factor * columns || height != factor * rows || (long) width * height > MOST_PIXELS) {
            throw wrongSize(width, height);
        }
        return factor;
    }

    private GreyImage reduced(BufferedImage image, int factor) throws IOException {
        float[] enlarged = brightness(image);
        int width = columns * factor;
        float[] pixels = new float[rows * columns];
        for (int place = 0; place < enlarged.length; place++) {
            int row = place / width / factor;
            int column = place % width / factor;
            float corner = enlarged[row * factor * width + column * factor];
            if (enlarged[place] != corner) {
                throw wrongSize(width, rows * factor);
            }
            pixels[row * columns + column] = corner;
        }
        return new GreyImage(rows, columns, pixels);
    }

    private static float[] brightness(BufferedImage image) {
        return isGrey(image.getColorModel()) ? samples(image) : luminances(image);
    }

    private static boolean isGrey(ColorModel colours) {
        return !(colours instanceof IndexColorModel) && colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    /** Raw samples: as colours, grey would be converted from a linear scale. */
    private static float[] samples(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        float white = (1 << colours.getComponentSize(0)) - 1;
        boolean transparent = colours.getTransparency() != Transparency.OPAQUE && colours.hasAlpha();
        int width = image.getWidth();
        float[] samples = new float[width * image.getHeight()];
        for (int place = 0; place < samples.length; place++) {
            int x = place % width;
            int y = place / width;
            float opacity = transparent ? image.getRaster().getSample(x, y, 1) / white : 1;
            samples[place] = opacity * image.getRaster().getSample(x, y, 0) / white;
        }
        return samples;
    }

    private static float[] luminances(BufferedImage image) {
        int width = image.getWidth();
        float[] luminances = new float[width * image.getHeight()];
        for (int place = 0; place < luminances.length; place++) {
            int colour = image.getRGB(place % width, place / width);
            double luminance = LUMINANCE[0] * (colour >> 16 & 0xFF)
                    + LUMINANCE[1] * (colour >> 8 & 0xFF)
                    + LUMINANCE[2] * (colour & 0xFF);
            luminances[place] = (float) (luminance / 255 * (colour >>> 24) / 255);
        }
        return luminances;
    }

    private WrongSizeException wrongSize(int width, int height) {
        boolean enlarged = width % columns == 0 && width / columns > 1 && height == width / columns * rows;
        return new WrongSizeException("%s has %d by %d pixels%s, and %d by %d are needed; scale it to that size."
                .formatted(
                        file,
                        width,
                        height,
                        enlarged ? ", not each of %1$d by %1$d alike".formatted(width / columns) : "",
                        columns,
                        rows));
    }

    /** Distinguished from exceptions of the JDK. */
    private static final class WrongSizeException extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        WrongSizeException(String sentence) {
            super(sentence);
        }
    }
}
