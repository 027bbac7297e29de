package diabolo.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Writes what is drawn as SVG. Not safe for threads. */
final class SvgCanvas implements Canvas {

    private final StringBuilder svg = new StringBuilder();

    /** A picture as a whole SVG document. */
    static String write(Picture picture) {
        SvgCanvas canvas = new SvgCanvas();
        canvas.svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="'DejaVu Sans', Verdana, Helvetica, sans-serif" role="img">
                <title>%3$s</title>
                """.formatted(picture.width(), picture.height(), escape(picture.title())));
        canvas.rectangle(0, 0, picture.width(), picture.height(), Colour.PAPER);
        picture.paint(canvas);
        return canvas.svg.append("</svg>\n").toString();
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        svg.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        svg.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        svg.append("\" fill=\"").append(fill.hex()).append("\"/>\n");
    }

    @Override
    public void line(List<Point> points, Colour colour, double strokeWidth) {
        if (points.size() < 2) {
            return;
        }
        svg.append("<polyline fill=\"none\" stroke-linejoin=\"round\" stroke=\"")
                .append(colour.hex());
        svg.append("\" stroke-width=\"").append(number(strokeWidth)).append("\" points=\"");
        appendPoints(points);
        svg.append("\"/>\n");
    }

    /** A dot is a line of no length with round ends. A tenth of a pixel is exact enough, and thousands of dots count. */
    @Override
    public void dots(List<Point> centres, double radius, Colour colour) {
        if (centres.isEmpty()) {
            return;
        }
        svg.append("<path fill=\"none\" stroke-linecap=\"round\" stroke=\"").append(colour.hex());
        svg.append("\" stroke-width=\"").append(number(2 * radius)).append("\" d=\"");
        for (Point centre : centres) {
            svg.append('M').append(number(Math.round(centre.x() * 10) / 10.0));
            svg.append(' ').append(number(Math.round(centre.y() * 10) / 10.0)).append("h0");
        }
        svg.append("\"/>\n");
    }

    @Override
    public void shape(List<Point> corners, Colour fill) {
        if (corners.size() < 3) {
            return;
        }
        svg.append("<polygon fill=\"").append(fill.hex()).append("\" points=\"");
        appendPoints(corners);
        svg.append("\"/>\n");
    }

    private void appendPoints(List<Point> points) {
        for (Point point : points) {
            svg.append(number(point.x())).append(',').append(number(point.y())).append(' ');
        }
        svg.setLength(svg.length() - 1);
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        String anchor = style.anchor().name().toLowerCase(Locale.ROOT);
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        svg.append("\" font-size=\"")
                .append(number(style.size()))
                .append("\" fill=\"")
                .append(style.colour().hex());
        svg.append("\" text-anchor=\"").append(anchor);
        if (style.direction() == TextStyle.Direction.UP) {
            svg.append("\" transform=\"rotate(-90 ")
                    .append(number(x))
                    .append(' ')
                    .append(number(y))
                    .append(')');
        }
        svg.append("\">").append(escape(text)).append("</text>\n");
    }

    @Override
    public void raster(Raster raster, double x, double y, int scale) {
        svg.append("<image x=\"").append(number(x)).append("\" y=\"").append(number(y));
        svg.append("\" width=\"").append(raster.width() * scale);
        svg.append("\" height=\"").append(raster.height() * scale);
        svg.append("\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,");
        svg.append(base64(raster)).append("\"/>\n");
    }

    private static String base64(Raster raster) {
        try {
            return Base64.getEncoder().encodeToString(PngBytes.of(raster.toImage()));
        } catch (IOException noWriter) {
            throw new UncheckedIOException(noWriter);
        }
    }

    @Override
    public void group(String name, Runnable drawing) {
        svg.append("<g class=\"").append(escape(name)).append("\">\n");
        drawing.run();
        svg.append("</g>\n");
    }

    /** Two digits after the point are a hundredth of a pixel; whole numbers get none. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        return Double.toString(hundredths / 100.0);
    }

    /** Text as XML can hold it: markup escaped, and what XML forbids even escaped shown as a replacement character. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(letter) ? letter : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int letter) {
        return (letter >= 0x20 && letter < 0xD800) || (letter >= 0xE000 && letter != 0xFFFE && letter != 0xFFFF);
    }
}
