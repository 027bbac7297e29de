package diabolo.picture;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many points in the plane, in groups of one colour each: the codes of digits, the map of a corpus.
 *
 * <pre>{@code
 * ScatterPicture.map("Codes of test digits by t-SNE", List.of(Group.of("0", zeros), Group.of("1", ones)));
 * ScatterPicture.map("Trainings", groups).with(List.of(new Label(new Point(3, 4), "epoch 20")));
 * new ScatterPicture("Error and size", "weights", "error (%)", groups, List.of()); // with axes
 * }</pre>
 *
 * <p>Twenty thousand points are some 250 kB of SVG. Points that are not finite are passed over. Immutable.
 *
 * @param xLabel empty, as yLabel is, for a map: no axes, and equal distances in both directions
 * @param labels written beside their points, where they cover fewest of them, as far as they do not cover each other: the first win
 */
public record ScatterPicture(String title, String xLabel, String yLabel, List<Group> groups, List<Label> labels)
        implements Picture {

    private static final double MAP_SIDE = PlotFrame.WIDTH - 40;
    private static final double MAP_LEFT = 20;
    private static final double MAP_TOP = 42;
    private static final double AREA_HEIGHT = 400;
    private static final double ROOM = 0.03;

    private static final double LABEL_GAP = 6;
    private static final List<Double> LABEL_LINES = List.of(0.0, -1.2, 1.2, -2.4, 2.4);

    /** Groups are drawn in turns, so that the last does not hide the others where they mix. */
    private static final int TURNS = 8;

    /** Whether the points of a group are joined in their order. */
    public enum Joined {
        NO,
        /** By a thin line: a path, or a trajectory. */
        YES
    }

    /**
     * Points of one name and colour.
     *
     * @param name in the legend; blank for one that the legend passes over, such as the second of many like paths
     * @param colour that of the group's place among the others, where there is none
     */
    public record Group(String name, List<Point> points, Optional<Colour> colour, Joined joined) {
        public Group {
            requireNonNull(name, "name");
            points = List.copyOf(points);
            requireNonNull(colour, "colour");
            requireNonNull(joined, "joined");
        }

        public static Group of(String name, List<Point> points) {
            return new Group(name, points, Optional.empty(), Joined.NO);
        }

        /** Points as a projection gives them: [points, 2]. */
        public static Group of(String name, double[][] points) {
            return of(
                    name,
                    Stream.of(points)
                            .map(point -> new Point(point[0], point[1]))
                            .toList());
        }

        public Group in(Colour other) {
            return new Group(name, points, Optional.of(other), joined);
        }

        /** The same, joined by a line in the order of the points. */
        public Group asPath() {
            return new Group(name, points, colour, Joined.YES);
        }
    }

    /** Words beside a point. */
    public record Label(Point point, String text) {
        public Label {
            requireNonNull(text, "text");
        }
    }

    public ScatterPicture {
        requireNonNull(title, "title");
        requireNonNull(xLabel, "xLabel");
        requireNonNull(yLabel, "yLabel");
        groups = List.copyOf(groups);
        labels = List.copyOf(labels);
    }

    /** A map: no axes, and equal distances in both directions. */
    public static ScatterPicture map(String title, List<Group> groups) {
        return new ScatterPicture(title, "", "", groups, List.of());
    }

    /** The same with words beside points. */
    public ScatterPicture with(List<Label> newLabels) {
        return new ScatterPicture(title, xLabel, yLabel, groups, newLabels);
    }

    private boolean isMap() {
        return xLabel.isEmpty() && yLabel.isEmpty();
    }

    @Override
    public int width() {
        return PlotFrame.WIDTH;
    }

    @Override
    public int height() {
        return isMap() ? (int) Math.ceil(mapTop() + MAP_SIDE + MAP_LEFT) : PlotFrame.height(legend(), AREA_HEIGHT);
    }

    private Legend legend() {
        List<Integer> named = IntStream.range(0, groups.size())
                .filter(i -> !groups.get(i).name().isBlank())
                .boxed()
                .toList();
        return Legend.ofChart(
                title, named.stream().map(i -> groups.get(i).name()).toList(), i -> colour(named.get(i)));
    }

    private Colour colour(int group) {
        return groups.get(group).colour().orElse(Colour.ofGroup(group));
    }

    private double mapTop() {
        return MAP_TOP + legend().extraHeight(MAP_LEFT, MAP_LEFT + MAP_SIDE);
    }

    /** Where values lie on the canvas. */
    private interface Places {
        Point of(Point value);
    }

    @Override
    public void paint(Canvas canvas) {
        List<Point> all = groups.stream()
                .flatMap(group -> group.points().stream())
                .filter(ScatterPicture::isFinite)
                .toList();
        Places places = isMap() ? paintMap(canvas, all) : paintAxes(canvas, all);
        canvas.group("paths", () -> paintPaths(canvas, places));
        canvas.group("points", () -> paintPoints(canvas, places, radius(all.size())));
        canvas.group("labels", () -> paintLabels(canvas, places));
    }

    private Places paintMap(Canvas canvas, List<Point> all) {
        legend().paint(canvas, MAP_LEFT, MAP_LEFT + MAP_SIDE);
        double top = mapTop();
        for (double edge : List.of(0.0, MAP_SIDE)) {
            canvas.horizontalLine(MAP_LEFT, MAP_LEFT + MAP_SIDE, top + edge, Colour.LIGHT_LINE);
            canvas.verticalLine(MAP_LEFT + edge, top, top + MAP_SIDE, Colour.LIGHT_LINE);
        }
        Ticks x = Ticks.around(Axis.LINEAR, all.stream().mapToDouble(Point::x), ROOM);
        Ticks y = Ticks.around(Axis.LINEAR, all.stream().mapToDouble(Point::y), ROOM);
        double unit = MAP_SIDE / Math.max(x.high() - x.low(), y.high() - y.low());
        return value -> new Point(
                MAP_LEFT + MAP_SIDE / 2 + (value.x() - (x.low() + x.high()) / 2) * unit,
                top + MAP_SIDE / 2 - (value.y() - (y.low() + y.high()) / 2) * unit);
    }

    private Places paintAxes(Canvas canvas, List<Point> all) {
        Ticks x = Ticks.around(Axis.LINEAR, all.stream().mapToDouble(Point::x), ROOM);
        Ticks y = Ticks.around(Axis.LINEAR, all.stream().mapToDouble(Point::y), ROOM);
        PlotFrame frame = new PlotFrame(legend(), xLabel, yLabel, y, AREA_HEIGHT);
        frame.paint(canvas);
        for (double value : x.values()) {
            frame.paintTickBelow(canvas, PlotFrame.left() + x.fraction(value) * PlotFrame.width(), Ticks.label(value));
        }
        return value -> new Point(PlotFrame.left() + x.fraction(value.x()) * PlotFrame.width(), frame.yOf(value.y()));
    }

    private void paintPaths(Canvas canvas, Places places) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).joined() == Joined.YES) {
                canvas.line(placed(groups.get(i).points(), places), colour(i).mixedWith(Colour.PAPER, 0.5), 1.2);
            }
        }
    }

    private void paintPoints(Canvas canvas, Places places, double radius) {
        List<List<Point>> placed =
                groups.stream().map(group -> placed(group.points(), places)).toList();
        int largest = placed.stream().mapToInt(List::size).max().orElse(0);
        int turns = groups.size() == 1 || largest < TURNS ? 1 : TURNS;
        for (int turn = 0; turn < turns; turn++) {
            for (int i = 0; i < groups.size(); i++) {
                List<Point> points = placed.get(i);
                canvas.dots(everyNth(points, turn, turns), radius, colour(i));
            }
        }
    }

    private static List<Point> everyNth(List<Point> points, int first, int stride) {
        return IntStream.iterate(first, i -> i < points.size(), i -> i + stride)
                .mapToObj(points::get)
                .toList();
    }

    private static List<Point> placed(List<Point> points, Places places) {
        return points.stream().filter(ScatterPicture::isFinite).map(places::of).toList();
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        /** Of dots of a radius. */
        long covered(List<Point> dots, double radius) {
            return dots.stream()
                    .map(dot -> new Box(dot.x() - radius, dot.y() - radius, dot.x() + radius, dot.y() + radius))
                    .filter(this::overlaps)
                    .count();
        }
    }

    private void paintLabels(Canvas canvas, Places places) {
        List<Point> all = groups.stream()
                .flatMap(group -> placed(group.points(), places).stream())
                .toList();
        List<Box> taken = new ArrayList<>();
        for (Label label : labels) {
            Point at = places.of(label.point());
            if (isFinite(at)) {
                boxes(at, TextStyle.CHART.widthOf(label.text()))
                        .filter(box -> taken.stream().noneMatch(box::overlaps))
                        .min(Comparator.comparingLong(box -> box.covered(all, radius(all.size()))))
                        .ifPresent(box -> {
                            taken.add(box);
                            double baseline = box.bottom() - TextStyle.CHART.size() / 6;
                            canvas.text(label.text(), box.left(), baseline, TextStyle.CHART.coloured(Colour.INK));
                        });
            }
        }
    }

    /** Where words of a width fit beside a point: right of it, left of it, a line or two higher or lower. */
    private Stream<Box> boxes(Point at, double width) {
        double size = TextStyle.CHART.size();
        return LABEL_LINES.stream()
                .flatMap(line -> Stream.of(at.x() + LABEL_GAP, at.x() - LABEL_GAP - width)
                        .map(left -> new Box(
                                left, at.y() + (line - 0.5) * size, left + width, at.y() + (line + 0.5) * size)))
                .filter(box -> box.left() >= 0
                        && box.right() <= PlotFrame.WIDTH
                        && box.top() >= 0
                        && box.bottom() <= height());
    }

    private static boolean isFinite(Point point) {
        return Double.isFinite(point.x()) && Double.isFinite(point.y());
    }

    /** The more, the smaller. */
    private static double radius(int points) {
        return points <= 200 ? 4 : points <= 1000 ? 3 : points <= 5000 ? 2.2 : 1.5;
    }
}
