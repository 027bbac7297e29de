package diabolo.picture;

import java.util.List;

/**
 * The frame of a chart: where its area lies, and its title, axes and labels. Immutable.
 *
 * @param areaHeight from the horizontal axis to the top of the area, in pixels
 * @param below the names of its columns; none where there is a scale
 */
record PlotFrame(Legend legend, String xLabel, String yLabel, Ticks y, double areaHeight, ColumnNames below) {

    static final int WIDTH = 640;

    private static final double AREA_HEIGHT = 280;
    private static final double LEFT = 82;
    private static final double RIGHT = 20;
    private static final double TOP = 46;
    private static final double BOTTOM = 56;
    private static final ColumnNames NO_NAMES = new ColumnNames(List.of());

    /** Of the usual height. */
    PlotFrame(Legend legend, String xLabel, String yLabel, Ticks y) {
        this(legend, xLabel, yLabel, y, AREA_HEIGHT);
    }

    PlotFrame(Legend legend, String xLabel, String yLabel, Ticks y, double areaHeight) {
        this(legend, xLabel, yLabel, y, areaHeight, NO_NAMES);
    }

    /** Of the usual height, above the names of columns. */
    PlotFrame(Legend legend, String xLabel, String yLabel, Ticks y, ColumnNames below) {
        this(legend, xLabel, yLabel, y, AREA_HEIGHT, below);
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

    /** The same with names below, which may need more than one row. */
    static int height(Legend legend, ColumnNames below) {
        return (int) Math.ceil(top(legend) + AREA_HEIGHT + BOTTOM + below.extraHeight());
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
            canvas.text(xLabel, LEFT + width() / 2, bottom() + 44 + below.extraHeight(), names);
            canvas.text(yLabel, 18, (top() + bottom()) / 2, names.upward());
            canvas.horizontalLine(LEFT, WIDTH - RIGHT, bottom(), Colour.STRONG_LINE);
        });
        below.paint(canvas, bottom());
    }

    void paintTickBelow(Canvas canvas, double x, String label) {
        canvas.verticalLine(x, bottom(), bottom() + 5, Colour.STRONG_LINE);
        paintLabelBelow(canvas, x, label);
    }

    void paintLabelBelow(Canvas canvas, double x, String label) {
        canvas.text(label, x, bottom() + 20, TextStyle.CHART.anchored(TextStyle.Anchor.MIDDLE));
    }
}
