package diabolo.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The title and, where there is more than one, the names with their colours: on the right of the title if they fit, else in
 * as many lines below it as they need, so that none is cut. Immutable.
 *
 * @param entries those to name; none where a single curve needs no name
 */
record Legend(String title, List<Entry> entries, TextStyle style) {

    /** A name and its colour. */
    record Entry(String name, Colour colour) {}

    private static final double TITLE_LINE = 24;
    private static final double LINE = 22;
    private static final double SWATCH = 10;
    private static final double SWATCH_GAP = 5;
    private static final double GAP = 18;

    Legend {
        entries = List.copyOf(entries);
    }

    /** Of the parts of a piece, in the lettering of piano rolls. */
    Legend(String title, List<String> names) {
        this(title, entries(names, Colour::ofPart), TextStyle.LABEL);
    }

    /** Of a chart. */
    static Legend ofChart(String title, List<String> names, IntFunction<Colour> colours) {
        return new Legend(title, entries(names, colours), TextStyle.CHART);
    }

    private static List<Entry> entries(List<String> names, IntFunction<Colour> colours) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.size() && names.size() > 1; i++) {
            String name = names.get(i).isBlank() ? "part " + (i + 1) : names.get(i);
            entries.add(new Entry(name, colours.apply(i)));
        }
        return entries;
    }

    /** How much room it needs below the line of the title. */
    double extraHeight(double left, double right) {
        return entries.isEmpty() || fitsBesideTitle(left, right)
                ? 0
                : LINE * lines(right - left).size();
    }

    void paint(Canvas canvas, double left, double right) {
        canvas.text(TextStyle.TITLE.fitted(title, right - left), left, TITLE_LINE, TextStyle.TITLE);
        if (fitsBesideTitle(left, right)) {
            paintLine(canvas, entries, right - width(entries), TITLE_LINE);
            return;
        }
        double y = TITLE_LINE;
        for (List<Entry> line : lines(right - left)) {
            y += LINE;
            paintLine(canvas, line, left, y);
        }
    }

    private void paintLine(Canvas canvas, List<Entry> line, double left, double y) {
        double x = left;
        for (Entry entry : line) {
            canvas.rectangle(x, y - SWATCH + 1, SWATCH, SWATCH, entry.colour());
            canvas.text(entry.name(), x + SWATCH + SWATCH_GAP, y, style);
            x += width(entry);
        }
    }

    private List<List<Entry>> lines(double room) {
        List<List<Entry>> lines = new ArrayList<>();
        List<Entry> line = new ArrayList<>();
        for (Entry entry : entries) {
            if (!line.isEmpty() && width(line) + GAP + width(entry) - GAP > room) {
                lines.add(line);
                line = new ArrayList<>();
            }
            line.add(new Entry(style.fitted(entry.name(), room - SWATCH - SWATCH_GAP), entry.colour()));
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private boolean fitsBesideTitle(double left, double right) {
        return TextStyle.TITLE.widthOf(title) + GAP + width(entries) <= right - left;
    }

    private double width(List<Entry> line) {
        return line.stream().mapToDouble(this::width).sum() - GAP;
    }

    /** With the gap behind it. */
    private double width(Entry entry) {
        return SWATCH + SWATCH_GAP + style.widthOf(entry.name()) + GAP;
    }
}
