package diabolo.picture;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Curves in one chart, such as the losses along a training; where wanted, with the range around each in which several runs lay.
 * A curve of few points shows them.
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
    private static final double DOT = 3.5;

    /** Of how many points a curve shows them. */
    private static final int FEW_POINTS = 40;

    /** A longer curve is thinned to the lowest and the highest point of each stretch: a pixel holds no more. */
    private static final int MOST_POINTS = 2000;

    private static final double BAND_LIGHTNESS = 0.8;

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
        return PlotFrame.height(legend());
    }

    private Legend legend() {
        return Legend.ofChart(title, curves.stream().map(Curve::name).toList(), Colour::ofGroup);
    }

    @Override
    public void paint(Canvas canvas) {
        List<Point> all = curves.stream()
                .flatMap(curve -> Stream.of(curve.points(), curve.low(), curve.high()))
                .flatMap(List::stream)
                .filter(this::hasPlace)
                .toList();
        Ticks x = Ticks.around(Axis.LINEAR, all.stream().mapToDouble(Point::x), 0);
        Ticks y = Ticks.around(yAxis, all.stream().mapToDouble(Point::y), 0.05);
        PlotFrame frame = new PlotFrame(legend(), xLabel, yLabel, y);
        frame.paint(canvas);
        boolean counts = all.stream().allMatch(point -> point.x() == Math.rint(point.x()));
        for (double value : x.values()) {
            if (!counts || value == Math.rint(value)) { // there is no epoch 1.5
                frame.paintTickBelow(canvas, xOf(x, value), Ticks.label(value));
            }
        }
        canvas.group("bands", () -> {
            for (int i = 0; i < curves.size(); i++) {
                paintBand(canvas, curves.get(i), Colour.ofGroup(i).mixedWith(Colour.PAPER, BAND_LIGHTNESS), x, frame);
            }
        });
        canvas.group("curves", () -> {
            for (int i = 0; i < curves.size(); i++) {
                paintCurve(canvas, thinned(curves.get(i).points()), Colour.ofGroup(i), x, frame);
            }
        });
    }

    private void paintBand(Canvas canvas, Curve curve, Colour colour, Ticks x, PlotFrame frame) {
        List<Point> outline = new ArrayList<>(curve.low());
        List<Point> back = new ArrayList<>(curve.high());
        Collections.reverse(back);
        outline.addAll(back);
        canvas.shape(
                outline.stream()
                        .filter(this::hasPlace)
                        .map(point -> new Point(xOf(x, point.x()), frame.yOf(point.y())))
                        .toList(),
                colour);
    }

    private void paintCurve(Canvas canvas, List<Point> points, Colour colour, Ticks x, PlotFrame frame) {
        List<Point> stretch = new ArrayList<>();
        for (Point point : points) {
            if (hasPlace(point)) {
                stretch.add(new Point(xOf(x, point.x()), frame.yOf(point.y())));
            } else {
                paintStretch(canvas, stretch, colour, points.size());
                stretch.clear();
            }
        }
        paintStretch(canvas, stretch, colour, points.size());
    }

    private static void paintStretch(Canvas canvas, List<Point> stretch, Colour colour, int pointsOfCurve) {
        canvas.line(stretch, colour, STROKE);
        if (pointsOfCurve <= FEW_POINTS || stretch.size() == 1) {
            canvas.dots(stretch, DOT, colour);
        }
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
