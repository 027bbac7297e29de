package diabolo.picture;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/**
 * Small grey images in strips, each with words below it: an image as it is fed back to a network, a walk through latent space, the
 * features of a layer with their activations.
 *
 * <pre>{@code
 * new FilmPicture("Noise becomes a symbol", 28, List.of(new Strip("start 1", List.of(new Frame("pass 0", noise), ...))));
 * }</pre>
 *
 * <p>A strip that is too long for a line is broken. The arrays are not copied: whoever hands them over leaves them alone.
 *
 * @param imageWidth of every image in pixels, 1 to 1,000
 * @param strips one or more, each of one or more images, all of one size
 */
public record FilmPicture(String title, int imageWidth, List<Strip> strips) implements Picture {

    /** An image and its caption, which may be empty: row by row, 0 for paper to 1 for ink. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Frame(String caption, float[] pixels) {
        public Frame {
            requireNonNull(caption, "caption");
        }
    }

    /** Images that belong together, in order; the name stands above them where it is not empty. */
    public record Strip(String name, List<Frame> frames) {
        public Strip {
            requireNonNull(name, "name");
            frames = List.copyOf(frames);
            require(!frames.isEmpty(), "a strip needs at least one image, there was none");
        }
    }

    private static final double LINE_WIDTH = 760;
    private static final double MARGIN = 12;
    private static final double TITLE_HEIGHT = 34;
    private static final double NAME_HEIGHT = 22;
    private static final double CAPTION_HEIGHT = 20;
    private static final double GAP = 8;

    /** An image is enlarged in whole steps until it is about so wide. */
    private static final int WISHED_IMAGE = 64;

    public FilmPicture {
        requireNonNull(title, "title");
        requireBetween("imageWidth", imageWidth, 1, 1000);
        strips = List.copyOf(strips);
        require(!strips.isEmpty(), "a film needs at least one strip, there was none");
        int pixels = strips.getFirst().frames().getFirst().pixels().length;
        require(
                pixels > 0 && pixels % imageWidth == 0,
                "an image of %d pixels has no rows of %d".formatted(pixels, imageWidth));
        OptionalInt other = strips.stream()
                .flatMap(strip -> strip.frames().stream())
                .mapToInt(frame -> frame.pixels().length)
                .filter(size -> size != pixels)
                .findFirst();
        require(
                other.isEmpty(),
                "all images must be of one size, one had %d pixels and one %d".formatted(pixels, other.orElse(pixels)));
    }

    @Override
    public int width() {
        int longest =
                strips.stream().mapToInt(strip -> strip.frames().size()).max().orElse(1);
        double images = 2 * MARGIN + Math.min(longest, perLine()) * cellWidth() - GAP;
        return (int) Math.ceil(Math.max(images, 2 * MARGIN + TextStyle.TITLE.widthOf(title)));
    }

    @Override
    public int height() {
        double height = TITLE_HEIGHT + MARGIN / 2;
        for (Strip strip : strips) {
            height += heightOf(strip);
        }
        return (int) Math.ceil(height);
    }

    private double heightOf(Strip strip) {
        double name = strip.name().isEmpty() ? 0 : NAME_HEIGHT;
        return name + Math.ceilDiv(strip.frames().size(), perLine()) * lineHeight(strip);
    }

    private double lineHeight(Strip strip) {
        boolean hasCaptions =
                strip.frames().stream().anyMatch(frame -> !frame.caption().isEmpty());
        return scale() * imageHeight() + (hasCaptions ? CAPTION_HEIGHT : 0) + GAP;
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.text(title, MARGIN, 22, TextStyle.TITLE);
        double y = TITLE_HEIGHT;
        for (Strip strip : strips) {
            paint(canvas, strip, y);
            y += heightOf(strip);
        }
    }

    private void paint(Canvas canvas, Strip strip, double top) {
        canvas.text(strip.name(), MARGIN, top + 15, TextStyle.CHART.coloured(Colour.INK));
        double first = top + (strip.name().isEmpty() ? 0 : NAME_HEIGHT);
        for (int i = 0; i < strip.frames().size(); i++) {
            Frame frame = strip.frames().get(i);
            double x = MARGIN + i % perLine() * cellWidth() + (cellWidth() - GAP - scale() * imageWidth) / 2;
            int line = i / perLine();
            double y = first + line * lineHeight(strip);
            canvas.raster(raster(frame.pixels()), x, y, scale());
            canvas.text(
                    frame.caption(),
                    x + scale() * imageWidth / 2.0,
                    y + scale() * imageHeight() + 15,
                    TextStyle.CHART.anchored(TextStyle.Anchor.MIDDLE));
        }
    }

    private Raster raster(float[] pixels) {
        return new Raster(imageWidth, imageHeight(), GreyBytes.of(pixels));
    }

    private int perLine() {
        return Math.max(1, (int) ((LINE_WIDTH + GAP) / cellWidth()));
    }

    /** As wide as the image or its caption, with the gap behind it. */
    private double cellWidth() {
        double caption = strips.stream()
                .flatMap(strip -> strip.frames().stream())
                .mapToDouble(frame -> TextStyle.CHART.widthOf(frame.caption()))
                .max()
                .orElse(0);
        return Math.max(scale() * imageWidth, caption) + GAP;
    }

    private int scale() {
        return Math.max(1, Math.round(WISHED_IMAGE / (float) imageWidth));
    }

    private int imageHeight() {
        return strips.getFirst().frames().getFirst().pixels().length / imageWidth;
    }
}
