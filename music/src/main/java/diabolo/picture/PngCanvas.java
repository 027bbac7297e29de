package diabolo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** Paints what is drawn on pixels. Needs no display. Not safe for threads. */
final class PngCanvas implements Canvas {

    private final Graphics2D graphics;

    private PngCanvas(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    /** A picture as the bytes of a PNG file. */
    static byte[] write(Picture picture) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            PngCanvas canvas = new PngCanvas(graphics);
            canvas.rectangle(0, 0, picture.width(), picture.height(), Colour.PAPER);
            picture.paint(canvas);
        } finally {
            graphics.dispose();
        }
        return PngBytes.of(image);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        graphics.setColor(new Color(fill.rgb()));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(List<Point> points, Colour colour, double strokeWidth) {
        if (points.size() < 2) {
            return;
        }
        graphics.setColor(new Color(colour.rgb()));
        graphics.setStroke(new BasicStroke((float) strokeWidth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(path(points));
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }

    @Override
    public void dots(List<Point> centres, double radius, Colour colour) {
        graphics.setColor(new Color(colour.rgb()));
        for (Point centre : centres) {
            graphics.fill(new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius));
        }
    }

    @Override
    public void shape(List<Point> corners, Colour fill) {
        if (corners.size() < 3) {
            return;
        }
        Path2D path = path(corners);
        path.closePath();
        graphics.setColor(new Color(fill.rgb()));
        graphics.fill(path);
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        AffineTransform before = graphics.getTransform();
        try {
            graphics.setColor(new Color(style.colour().rgb()));
            graphics.setFont(new Font("DejaVu Sans", Font.PLAIN, 1).deriveFont((float) style.size()));
            double width =
                    graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
            double shift =
                    switch (style.anchor()) {
                        case START -> 0;
                        case MIDDLE -> -width / 2;
                        case END -> -width;
                    };
            graphics.translate(x, y);
            if (style.direction() == TextStyle.Direction.UP) {
                graphics.rotate(-Math.PI / 2);
            }
            graphics.drawString(text, (float) shift, 0);
        } catch (RuntimeException | InternalError | LinkageError _) {
            // A machine without any typeface, as small containers are: the picture is worth having without its words.
        } finally {
            graphics.setTransform(before);
        }
    }

    @Override
    public void raster(Raster raster, double x, double y, int scale) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale); // by the nearest pixel, which is Java's own way
        graphics.drawRenderedImage(raster.toImage(), place);
    }

    @Override
    public void group(String name, Runnable drawing) {
        drawing.run();
    }
}
