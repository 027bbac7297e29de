package diabolo.picture;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Curves in one chart, such as the losses along a training.
 *
 * <pre>{@code
 * new CurvePicture("Loss", "epoch", "loss per cell", Axis.LOGARITHMIC, List.of(training, heldOut))
 *         .writeSvg(Path.of("loss.svg"));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param yAxis how values are laid upward; to the right they are always laid linearly
 */
public record CurvePicture(String title, String xLabel, String yLabel, Axis yAxis, List<Curve> curves)
        implements Picture {

    private static final double STROKE = 2;

    /** A longer curve is thinned to the lowest and the highest point of each stretch: a pixel holds no more. */
    private static final int MOST_POINTS = 2000;

    public CurvePicture {
        requireNonNull(title, "title");
        requireNonNull(xLabel, "xLabel");
        requireNonNull(yLabel, "yLabel");
        requireNonNull(yAxis, "yAxis");
        curves = List.copyOf(curves);
    }

    @Override
    public int width() {
        return PlotFrame.WIDTH;
    }

    @Override
    public int height() {
        return PlotFrame.HEIGHT;
    }

    @Override
    public void paint(Canvas canvas) {
        List<Point> all = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .filter(this::hasPlace)
                .toList();
        Ticks x = Ticks.around(Axis.LINEAR, all.stream().mapToDouble(Point::x), 0);
        Ticks y = Ticks.around(yAxis, all.stream().mapToDouble(Point::y), 0.05);
        PlotFrame frame =
                new PlotFrame(new Legend(title, curves.stream().map(Curve::name).toList()), xLabel, yLabel, y);
        frame.paint(canvas);
        for (double value : x.values()) {
            frame.paintTickBelow(canvas, xOf(x, value), Ticks.label(value));
        }
        canvas.group("curves", () -> {
            for (int i = 0; i < curves.size(); i++) {
                paintCurve(canvas, thinned(curves.get(i).points()), Colour.ofPart(i), x, frame);
            }
        });
    }

    private void paintCurve(Canvas canvas, List<Point> points, Colour colour, Ticks x, PlotFrame frame) {
        List<Point> stretch = new ArrayList<>();
        for (Point point : points) {
            if (hasPlace(point)) {
                stretch.add(new Point(xOf(x, point.x()), frame.yOf(point.y())));
            } else {
                paintStretch(canvas, stretch, colour);
                stretch.clear();
            }
        }
        paintStretch(canvas, stretch, colour);
    }

    private static void paintStretch(Canvas canvas, List<Point> stretch, Colour colour) {
        if (stretch.size() == 1) {
            Point alone = stretch.getFirst();
            canvas.rectangle(alone.x() - STROKE, alone.y() - STROKE, 2 * STROKE, 2 * STROKE, colour);
        }
        canvas.line(stretch, colour, STROKE);
    }

    private boolean hasPlace(Point point) {
        return Axis.LINEAR.holds(point.x()) && yAxis.holds(point.y());
    }

    private static double xOf(Ticks x, double value) {
        return PlotFrame.left() + x.fraction(value) * PlotFrame.width();
    }

    private static List<Point> thinned(List<Point> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        int stretch = Math.ceilDiv(2 * points.size(), MOST_POINTS);
        List<Point> thinned = new ArrayList<>();
        for (int from = 0; from < points.size(); from += stretch) {
            Point lowest = points.get(from);
            Point highest = lowest;
            for (Point point : points.subList(from, Math.min(points.size(), from + stretch))) {
                lowest = point.y() < lowest.y() ? point : lowest;
                highest = point.y() > highest.y() ? point : highest;
            }
            thinned.add(lowest.x() < highest.x() ? lowest : highest);
            thinned.add(lowest.x() < highest.x() ? highest : lowest);
        }
        return thinned;
    }
}
