package diabolo.picture;

import java.util.List;

/**
 * The frame of a chart: where its area lies, and its title, axes and labels. Immutable.
 *
 * @param areaHeight from the horizontal axis to the top of the area, in pixels
 */
record PlotFrame(Legend legend, String xLabel, String yLabel, Ticks y, double areaHeight) {

    static final int WIDTH = 640;

    private static final double AREA_HEIGHT = 280;
    private static final double LEFT = 82;
    private static final double RIGHT = 20;
    private static final double TOP = 46;
    private static final double BOTTOM = 56;

    /** Of the usual height. */
    PlotFrame(Legend legend, String xLabel, String yLabel, Ticks y) {
        this(legend, xLabel, yLabel, y, AREA_HEIGHT);
    }

    static double left() {
        return LEFT;
    }

    static double width() {
        return WIDTH - LEFT - RIGHT;
    }

    /** Of the whole chart: it grows with the lines of its legend. */
    static int height(Legend legend) {
        return height(legend, AREA_HEIGHT);
    }

    static int height(Legend legend, double areaHeight) {
        return (int) Math.ceil(top(legend) + areaHeight + BOTTOM);
    }

    private static double top(Legend legend) {
        return TOP + legend.extraHeight(LEFT, WIDTH - RIGHT);
    }

    double top() {
        return top(legend);
    }

    double bottom() {
        return top() + areaHeight;
    }

    double yOf(double value) {
        return bottom() - y.fraction(value) * areaHeight;
    }

    void paint(Canvas canvas) {
        legend.paint(canvas, LEFT, WIDTH - RIGHT);
        canvas.group("axes", () -> {
            TextStyle numbers = TextStyle.CHART.anchored(TextStyle.Anchor.END);
            for (double value : y.values()) {
                canvas.horizontalLine(LEFT, WIDTH - RIGHT, yOf(value), Colour.LIGHT_LINE);
                canvas.text(Ticks.label(value), LEFT - 8, yOf(value) + 4, numbers);
            }
            TextStyle names = TextStyle.CHART.anchored(TextStyle.Anchor.MIDDLE);
            canvas.text(xLabel, LEFT + width() / 2, bottom() + 44, names);
            canvas.text(yLabel, 18, (top() + bottom()) / 2, names.upward());
            canvas.horizontalLine(LEFT, WIDTH - RIGHT, bottom(), Colour.STRONG_LINE);
        });
    }

    void paintTickBelow(Canvas canvas, double x, String label) {
        canvas.verticalLine(x, bottom(), bottom() + 5, Colour.STRONG_LINE);
        paintLabelBelow(canvas, x, label);
    }

    void paintLabelBelow(Canvas canvas, double x, String label) {
        canvas.text(label, x, bottom() + 20, TextStyle.CHART.anchored(TextStyle.Anchor.MIDDLE));
    }

    /**
     * Names of columns of equal width, side by side: in up to two lines each; every second, third and so on where there is no
     * room for all.
     */
    void paintNamesBelow(Canvas canvas, List<String> names) {
        double each = width() / Math.max(1, names.size());
        double widest = names.stream()
                .flatMap(name -> halves(name, each).stream())
                .mapToDouble(TextStyle.CHART::widthOf)
                .max()
                .orElse(1);
        double given = Math.min(widest + 8, Math.max(each, 120));
        int stride = (int) Math.max(1, Math.ceil(given / each));
        for (int i = 0; i < names.size(); i += stride) {
            double y = bottom() + 16;
            for (String line : halves(names.get(i), given * stride)) {
                canvas.text(
                        TextStyle.CHART.fitted(line, given * stride),
                        left() + (i + 0.5) * each,
                        y,
                        TextStyle.CHART.anchored(TextStyle.Anchor.MIDDLE));
                y += TextStyle.CHART.size() + 1;
            }
        }
    }

    /** A name that is too wide, cut at the space nearest to its middle. */
    private static List<String> halves(String name, double room) {
        int best = -1;
        for (int space = name.indexOf(' '); space >= 0; space = name.indexOf(' ', space + 1)) {
            if (best < 0 || Math.abs(space - name.length() / 2) < Math.abs(best - name.length() / 2)) {
                best = space;
            }
        }
        return TextStyle.CHART.widthOf(name) <= room || best < 0
                ? List.of(name)
                : List.of(name.substring(0, best), name.substring(best + 1));
    }
}
