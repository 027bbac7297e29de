package diabolo.bench;

import diabolo.file.AtomicFile;
import diabolo.picture.Axis;
import diabolo.picture.Colour;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the time of each side, as the case counts it, grows with the work: a chart, and its slope when both are logarithms. */
record GrowthChart(BenchCase which, List<Rounds> sides) {

    /** Dark paper and light ink for readers who prefer that. */
    private static final Map<Colour, String> DARK = Map.of(
            Colour.PAPER,
            "#14161c",
            Colour.INK,
            "#e8eaf0",
            Colour.FAINT_INK,
            "#a6acba",
            Colour.STRONG_LINE,
            "#6b7282",
            Colour.LIGHT_LINE,
            "#2c303a",
            Colour.ofPart(0),
            "#4aa8e0",
            Colour.ofPart(6),
            "#b0b0b0");

    void write(Path file) throws IOException {
        List<Curve> curves = new ArrayList<>();
        for (Rounds side : sides) {
            List<Point> points = new ArrayList<>();
            for (int size : side.bySize().keySet()) {
                points.add(new Point(log2(size), time(side, size)));
            }
            curves.add(new Curve(label(side), points));
        }
        CurvePicture picture = new CurvePicture(
                which.title().replaceFirst(":[^,]*", ""),
                "number of " + which.unit() + ", as a power of two (10 is 1,024)",
                which.byClock() ? "time by the clock, ms" : "processor time, ms",
                Axis.LOGARITHMIC,
                curves);
        AtomicFile.write(file, picture.toSvg().replaceFirst("</title>", "</title>\n" + style()));
    }

    private static String style() {
        StringBuilder rules = new StringBuilder("<style>@media (prefers-color-scheme: dark) {");
        DARK.forEach((light, dark) -> rules.append(
                " [fill=\"%1$s\"] { fill: %2$s } [stroke=\"%1$s\"] { stroke: %2$s }".formatted(light.hex(), dark)));
        return rules.append(" }</style>").toString();
    }

    /** What the chart's curves rise by: 1 is in proportion to the work. */
    String slopes() {
        List<String> slopes = new ArrayList<>();
        for (Rounds side : sides) {
            List<Integer> sizes = List.copyOf(side.bySize().keySet());
            if (sizes.size() > 1) {
                int first = sizes.getFirst();
                int last = sizes.getLast();
                double rise = log2(time(side, last)) - log2(time(side, first));
                slopes.add(String.format(
                        Locale.ROOT,
                        "%s %.2f (%,d to %,d)",
                        label(side),
                        rise / (log2(last) - log2(first)),
                        first,
                        last));
            }
        }
        return String.join("; ", slopes);
    }

    private double time(Rounds side, int size) {
        return (which.byClock() ? side.clock(size) : side.processor(size)).median();
    }

    private static String label(Rounds side) {
        return side.side();
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
