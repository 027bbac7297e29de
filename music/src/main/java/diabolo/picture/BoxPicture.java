package diabolo.picture;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How the values of several groups are distributed: boxes from quartile to quartile with the median, and whiskers; or violins,
 * whose width is the density. Of few values every one is a point.
 *
 * <pre>{@code
 * new BoxPicture("Test error of 20 seeds", "layers", "error (%)", Shape.BOX,
 *         List.of(new Group("1, pre-trained", errors), new Group("1, random", others)));
 * }</pre>
 *
 * <p>Values that are not finite are passed over. Immutable.
 */
public record BoxPicture(String title, String xLabel, String yLabel, Shape shape, List<Group> groups)
        implements Picture {

    /** What is drawn of a group. */
    public enum Shape {
        BOX,
        VIOLIN
    }

    /**
     * Values under one name.
     *
     * @param series groups of one series have one colour: 0 for pre-trained, 1 for random weights
     */
    public record Group(String name, List<Double> values, int series) {
        public Group {
            requireNonNull(name, "name");
            values = values.stream().filter(Double::isFinite).sorted().toList();
        }

        public Group(String name, List<Double> values) {
            this(name, values, 0);
        }
    }

    private static final double BOX_SHARE = 0.42;
    private static final double WIDEST_BOX = 70;
    private static final double DOT = 3;
    private static final int FEW_VALUES = 30;
    private static final int VIOLIN_POINTS = 60;

    public BoxPicture {
        requireNonNull(title, "title");
        requireNonNull(xLabel, "xLabel");
        requireNonNull(yLabel, "yLabel");
        requireNonNull(shape, "shape");
        groups = List.copyOf(groups);
    }

    @Override
    public int width() {
        return PlotFrame.WIDTH;
    }

    @Override
    public int height() {
        return PlotFrame.height(legend(), names());
    }

    private ColumnNames names() {
        return new ColumnNames(groups.stream().map(Group::name).toList());
    }

    private Legend legend() {
        return Legend.ofChart(title, List.of(), Colour::ofGroup);
    }

    @Override
    public void paint(Canvas canvas) {
        DoubleStream all =
                groups.stream().flatMap(group -> group.values().stream()).mapToDouble(Double::doubleValue);
        PlotFrame frame = new PlotFrame(legend(), xLabel, yLabel, Ticks.around(Axis.LINEAR, all, 0.06), names());
        frame.paint(canvas);
        double each = PlotFrame.width() / Math.max(1, groups.size());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            double centre = PlotFrame.left() + (i + 0.5) * each;
            if (!group.values().isEmpty()) {
                Column column = new Column(
                        canvas, frame, centre, Math.min(WIDEST_BOX, each * BOX_SHARE), Colour.ofGroup(group.series()));
                canvas.group("box", () -> column.paint(group.values(), shape));
            }
        }
    }

    /** One group as it is drawn. */
    private record Column(Canvas canvas, PlotFrame frame, double centre, double boxWidth, Colour colour) {

        void paint(List<Double> sorted, Shape shape) {
            Quantiles box = Quantiles.of(sorted);
            double half = boxWidth / 2;
            Colour light = colour.mixedWith(Colour.PAPER, 0.7);
            if (shape == Shape.VIOLIN && sorted.getLast() > sorted.getFirst()) {
                canvas.shape(outline(sorted), light);
                half /= 4;
            } else {
                canvas.verticalLine(centre, frame.yOf(box.high()), frame.yOf(box.low()), colour);
                rectangle(half, box.upperQuartile(), box.lowerQuartile(), light);
            }
            double thickness = 1.5;
            for (double edge : List.of(box.lowerQuartile(), box.upperQuartile())) {
                canvas.line(across(half, edge), colour, thickness);
            }
            for (double side : List.of(-half, half)) {
                canvas.line(
                        List.of(
                                new Point(centre + side, frame.yOf(box.lowerQuartile())),
                                new Point(centre + side, frame.yOf(box.upperQuartile()))),
                        colour,
                        thickness);
            }
            canvas.line(across(half, box.median()), colour, 3);
            canvas.dots(points(sorted, box), DOT, colour);
        }

        private List<Point> across(double half, double value) {
            double y = frame.yOf(value);
            return List.of(new Point(centre - half, y), new Point(centre + half, y));
        }

        private void rectangle(double half, double upper, double lower, Colour fill) {
            double top = frame.yOf(upper);
            canvas.rectangle(centre - half, top, 2 * half, frame.yOf(lower) - top, fill);
        }

        /** All of few, side by side so that equal ones are seen; of many only those beyond the whiskers. */
        private List<Point> points(List<Double> sorted, Quantiles box) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < sorted.size(); i++) {
                double value = sorted.get(i);
                boolean isFew = sorted.size() <= FEW_VALUES;
                if (isFew || value < box.low() || value > box.high()) {
                    double shift = isFew ? ((i * 0.618034) % 1 - 0.5) * boxWidth * 0.7 : 0;
                    points.add(new Point(centre + shift, frame.yOf(value)));
                }
            }
            return points;
        }

        /** A kernel density estimate, its bandwidth by Silverman's rule. */
        private List<Point> outline(List<Double> sorted) {
            double low = sorted.getFirst();
            double high = sorted.getLast();
            double bandwidth = bandwidth(sorted);
            double[] density = IntStream.rangeClosed(0, VIOLIN_POINTS)
                    .mapToDouble(i -> low + (high - low) * i / VIOLIN_POINTS)
                    .map(value -> sorted.stream()
                            .mapToDouble(other -> Math.exp(-0.5 * Math.pow((value - other) / bandwidth, 2)))
                            .sum())
                    .toArray();
            double most = DoubleStream.of(density).max().orElse(1);
            List<Point> outline = new ArrayList<>();
            for (int i = 0; i <= VIOLIN_POINTS; i++) {
                outline.add(new Point(
                        centre - boxWidth / 2 * density[i] / most, frame.yOf(low + (high - low) * i / VIOLIN_POINTS)));
            }
            for (int i = VIOLIN_POINTS; i >= 0; i--) {
                outline.add(new Point(
                        2 * centre - outline.get(i).x(), outline.get(i).y()));
            }
            return outline;
        }

        private static double bandwidth(List<Double> sorted) {
            double mean =
                    sorted.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            double variance = sorted.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0);
            return Math.max(1e-300, 1.06 * Math.sqrt(variance) * Math.pow(sorted.size(), -0.2));
        }
    }
}
