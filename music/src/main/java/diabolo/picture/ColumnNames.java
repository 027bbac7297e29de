package diabolo.picture;

import java.util.List;

/**
 * The names below columns of equal width, each in up to two lines. Where they are too wide to stand side by side, every other one
 * stands lower, below a line from its column; where that is not enough either, some are left out.
 *
 * @param names of the columns, from left to right
 */
record ColumnNames(List<String> names) {

    private static final double FIRST_BASELINE = 16;
    private static final double LINE_HEIGHT = TextStyle.CHART.size() + 1;
    private static final double GAP = 8;
    private static final double NARROWEST = 120; // that a name is given where some are left out
    private static final int MOST_STAGGERED = 12; // many are a series, of which some suffice
    private static final int LINES_OF_FRAME = 2; // for which a frame has room

    /** Of a name that has a lower one on either side: the lines to those pass by it. */
    private static final double SHARE_OF_TWO = 0.9;

    ColumnNames {
        names = List.copyOf(names);
    }

    private double each() {
        return PlotFrame.width() / Math.max(1, names.size());
    }

    private boolean fitsSideBySide() {
        return widest(each()) + GAP <= each();
    }

    private boolean isStaggered() {
        boolean isFew = names.size() <= MOST_STAGGERED;
        return isFew && !fitsSideBySide() && widest(roomOfStaggered()) + GAP <= roomOfStaggered();
    }

    private double roomOfStaggered() {
        return 2 * each() * SHARE_OF_TWO;
    }

    private double widest(double room) {
        return names.stream()
                .flatMap(name -> lines(name, room).stream())
                .mapToDouble(TextStyle.CHART::widthOf)
                .max()
                .orElse(0);
    }

    /** What a frame needs to be higher. */
    double extraHeight() {
        if (!isStaggered()) {
            return 0;
        }
        return GAP + LINE_HEIGHT * Math.max(0, linesOf(0) + linesOf(1) - LINES_OF_FRAME);
    }

    /** The most lines of those that stand high, 0, or low, 1. */
    private int linesOf(int level) {
        int most = 1;
        for (int i = level; i < names.size(); i += 2) {
            most = Math.max(most, lines(names.get(i), roomOfStaggered()).size());
        }
        return most;
    }

    /** @param bottom of the area, where the columns stand */
    void paint(Canvas canvas, double bottom) {
        if (isStaggered()) {
            paintStaggered(canvas, bottom);
            return;
        }
        double given = fitsSideBySide() ? each() : Math.min(widest(each()) + GAP, Math.max(each(), NARROWEST));
        int stride = (int) Math.max(1, Math.ceil(given / each()));
        for (int i = 0; i < names.size(); i += stride) {
            paint(canvas, i, bottom + FIRST_BASELINE, given * stride);
        }
    }

    private void paintStaggered(Canvas canvas, double bottom) {
        double drop = LINE_HEIGHT * linesOf(0);
        for (int i = 0; i < names.size(); i++) {
            boolean isLow = i % 2 == 1;
            canvas.verticalLine(centre(i), bottom, bottom + 4 + (isLow ? drop : 0), Colour.LIGHT_LINE);
            paint(canvas, i, bottom + FIRST_BASELINE + (isLow ? drop : 0), roomOfStaggered());
        }
    }

    private double centre(int column) {
        return PlotFrame.left() + (column + 0.5) * each();
    }

    private void paint(Canvas canvas, int column, double baseline, double room) {
        double y = baseline;
        for (String line : lines(names.get(column), room)) {
            canvas.text(
                    TextStyle.CHART.fitted(line, room),
                    centre(column),
                    y,
                    TextStyle.CHART.anchored(TextStyle.Anchor.MIDDLE));
            y += LINE_HEIGHT;
        }
    }

    /** A name that is too wide, cut at the space nearest to its middle. */
    private static List<String> lines(String name, double room) {
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
