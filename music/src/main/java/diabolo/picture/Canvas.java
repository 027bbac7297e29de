package diabolo.picture;

import java.util.List;

/**
 * What a picture is drawn on. The few words that both SVG and pixels understand; the origin is at the top left and the unit
 * is the pixel.
 *
 * <pre>{@code
 * canvas.rectangle(10, 10, 40, 8, Colour.ofPart(0));
 * canvas.line(List.of(new Point(0, 50), new Point(100, 50)), Colour.INK, 1);
 * canvas.text("C4", 8, 54, TextStyle.LABEL);
 * }</pre>
 *
 * <p>What is drawn later covers what was drawn before. Colours are opaque, so that the two kinds of file cannot differ.
 */
public interface Canvas {

    void rectangle(double x, double y, double width, double height, Colour fill);

    /** A line through points in order; fewer than two draw nothing. */
    void line(List<Point> points, Colour colour, double strokeWidth);

    /** Many dots of one colour, such as the points of a cloud; in SVG they are one path, so that thousands stay small. */
    void dots(List<Point> centres, double radius, Colour colour);

    /** A filled shape with straight sides; fewer than three corners draw nothing. */
    void shape(List<Point> corners, Colour fill);

    /** A line of text, its baseline at the given point. */
    void text(String text, double x, double y, TextStyle style);

    /**
     * Grey pixels, each as a square, their upper left corner at the given point.
     *
     * @param scale the side of a square
     */
    void raster(Raster raster, double x, double y, int scale);

    /** Draws what belongs together. SVG keeps the name as a class, so that a page can style or find the parts. */
    void group(String name, Runnable drawing);

    default void horizontalLine(double fromX, double toX, double y, Colour colour) {
        rectangle(fromX, y - 0.5, toX - fromX, 1, colour);
    }

    default void verticalLine(double x, double fromY, double toY, Colour colour) {
        rectangle(x - 0.5, fromY, 1, toY - fromY, colour);
    }
}
