package diabolo.picture;

/** The frame of a chart: where its area lies, and its title, axes and labels. Immutable. */
record PlotFrame(Legend legend, String xLabel, String yLabel, Ticks y) {

    static final int WIDTH = 800;
    static final int HEIGHT = 400;

    private static final double LEFT = 76;
    private static final double RIGHT = 20;
    private static final double TOP = 44;
    private static final double BOTTOM = 52;

    static double left() {
        return LEFT;
    }

    static double width() {
        return WIDTH - LEFT - RIGHT;
    }

    static double bottom() {
        return HEIGHT - BOTTOM;
    }

    private double top() {
        return TOP + legend.extraHeight(LEFT, WIDTH - RIGHT);
    }

    double yOf(double value) {
        return bottom() - y.fraction(value) * (bottom() - top());
    }

    void paint(Canvas canvas) {
        legend.paint(canvas, LEFT, WIDTH - RIGHT);
        canvas.group("axes", () -> {
            TextStyle numbers = TextStyle.LABEL.anchored(TextStyle.Anchor.END);
            for (double value : y.values()) {
                canvas.horizontalLine(LEFT, WIDTH - RIGHT, yOf(value), Colour.LIGHT_LINE);
                canvas.text(Ticks.label(value), LEFT - 8, yOf(value) + 4, numbers);
            }
            TextStyle names = TextStyle.LABEL.anchored(TextStyle.Anchor.MIDDLE);
            canvas.text(xLabel, LEFT + width() / 2, HEIGHT - 12, names);
            canvas.text(yLabel, 18, (top() + bottom()) / 2, names.upward());
            canvas.horizontalLine(LEFT, WIDTH - RIGHT, bottom(), Colour.STRONG_LINE);
        });
    }

    void paintTickBelow(Canvas canvas, double x, String label) {
        canvas.verticalLine(x, bottom(), bottom() + 5, Colour.STRONG_LINE);
        paintLabelBelow(canvas, x, label);
    }

    void paintLabelBelow(Canvas canvas, double x, String label) {
        canvas.text(label, x, bottom() + 18, TextStyle.LABEL.anchored(TextStyle.Anchor.MIDDLE));
    }
}
