package diabolo.picture;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A matrix as colours with its numbers in them: a confusion matrix, what each attribute vector changes.
 *
 * <pre>{@code
 * HeatMapPicture.of("Digits", Names.of("true", digits), Names.of("predicted", digits), counts);
 * HeatMapPicture.of("Change (%)", vectors, attributes, changes).diverging().withDecimals(1);
 * }</pre>
 *
 * <p>A cell that is no number stays empty. The array is not copied: whoever hands it over leaves it alone.
 *
 * @param values [rows, columns]
 * @param scale a diverging one has nothing, 0, in its middle; a sequential one goes from the lowest to the highest value
 * @param decimals of the numbers in the cells, 0 to 6
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HeatMapPicture(
        String title, Names rows, Names columns, double[][] values, ColourScale scale, int decimals)
        implements Picture {

    /**
     * What the rows or the columns are.
     *
     * @param label of all of them: {@code "true digit"}; may be empty
     */
    public record Names(String label, List<String> names) {
        public Names {
            requireNonNull(label, "label");
            names = List.copyOf(names);
            require(!names.isEmpty(), "a matrix needs rows and columns, there were none");
        }

        public static Names of(String label, List<String> names) {
            return new Names(label, names);
        }

        private double widest() {
            return names.stream().mapToDouble(TextStyle.CHART::widthOf).max().orElse(0);
        }
    }

    private static final double CELL_HEIGHT = 34;
    private static final double NARROWEST_CELL = 40;
    private static final double WIDEST_CELL = 110;
    private static final double MARGIN = 14;
    private static final double TITLE_HEIGHT = 40;
    private static final double LABEL_HEIGHT = 20;
    private static final int MOST_NAMED = 40;
    private static final double SMALLEST_WIDTH = 320;

    public HeatMapPicture {
        requireNonNull(title, "title");
        requireNonNull(rows, "rows");
        requireNonNull(columns, "columns");
        requireNonNull(scale, "scale");
        requireBetween("decimals", decimals, 0, 6);
        require(
                values.length == rows.names().size()
                        && Arrays.stream(values)
                                .allMatch(row -> row.length == columns.names().size()),
                "a matrix of %d rows and %d columns needs a value for each"
                        .formatted(rows.names().size(), columns.names().size()));
    }

    /** Whole numbers, in a sequential scale. */
    public static HeatMapPicture of(String title, Names rows, Names columns, double[][] values) {
        return new HeatMapPicture(title, rows, columns, values, ColourScale.SEQUENTIAL, 0);
    }

    /** The same around zero: less in orange, more in blue. */
    public HeatMapPicture diverging() {
        return new HeatMapPicture(title, rows, columns, values, ColourScale.DIVERGING, decimals);
    }

    public HeatMapPicture withDecimals(int other) {
        return new HeatMapPicture(title, rows, columns, values, scale, other);
    }

    @Override
    public int width() {
        double title = TextStyle.TITLE.widthOf(title()) + 2 * MARGIN;
        double matrix = left() + columns.names().size() * cellWidth() + MARGIN;
        return (int) Math.ceil(Math.max(Math.max(title, matrix), SMALLEST_WIDTH));
    }

    @Override
    public int height() {
        return (int) Math.ceil(top() + rows.names().size() * CELL_HEIGHT + MARGIN);
    }

    private double left() {
        return MARGIN + (rows.label().isEmpty() ? 0 : LABEL_HEIGHT) + rows.widest() + 8;
    }

    private double top() {
        return TITLE_HEIGHT + (columns.label().isEmpty() ? 0 : LABEL_HEIGHT) + columnNamesHeight();
    }

    /** Columns are as wide as their names and numbers, where those are not too many. */
    private double cellWidth() {
        double numbers = Arrays.stream(values)
                .flatMapToDouble(DoubleStream::of)
                .mapToObj(this::words)
                .mapToDouble(TextStyle.CHART::widthOf)
                .max()
                .orElse(0);
        double wanted = Math.max(numbers, namesAreUpright() ? 0 : columns.widest()) + 12;
        return Math.clamp(wanted, NARROWEST_CELL, Math.max(WIDEST_CELL, wanted));
    }

    /** Long names of many columns are written upward. */
    private boolean namesAreUpright() {
        return columns.names().size() > 6 && columns.widest() > WIDEST_CELL / 2;
    }

    private double columnNamesHeight() {
        return namesAreUpright() ? columns.widest() + 10 : LABEL_HEIGHT;
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.text(title, MARGIN, 24, TextStyle.TITLE);
        canvas.group("names", () -> paintNames(canvas));
        canvas.group("cells", () -> {
            for (int row = 0; row < values.length; row++) {
                for (int column = 0; column < values[row].length; column++) {
                    paintCell(canvas, row, column);
                }
            }
        });
    }

    private void paintNames(Canvas canvas) {
        TextStyle middle = TextStyle.CHART.anchored(TextStyle.Anchor.MIDDLE);
        double width = cellWidth();
        double right = left() + columns.names().size() * width;
        double bottom = top() + rows.names().size() * CELL_HEIGHT;
        canvas.text(columns.label(), (left() + right) / 2, TITLE_HEIGHT + 12, middle);
        canvas.text(rows.label(), MARGIN + 10, (top() + bottom) / 2, middle.upward());
        int stride = Math.ceilDiv(columns.names().size(), MOST_NAMED);
        for (int i = 0; i < columns.names().size(); i += stride) {
            double x = left() + (i + 0.5) * width;
            if (namesAreUpright()) {
                canvas.text(columns.names().get(i), x + 4, top() - 6, TextStyle.CHART.upward());
            } else {
                canvas.text(columns.names().get(i), x, top() - 7, middle);
            }
        }
        TextStyle end = TextStyle.CHART.anchored(TextStyle.Anchor.END);
        for (int i = 0; i < rows.names().size(); i++) {
            canvas.text(rows.names().get(i), left() - 8, top() + (i + 0.5) * CELL_HEIGHT + 4, end);
        }
    }

    private void paintCell(Canvas canvas, int row, int column) {
        double value = values[row][column];
        if (!Double.isFinite(value)) {
            return;
        }
        double x = left() + column * cellWidth();
        double y = top() + row * CELL_HEIGHT;
        Colour colour = scale.of(fraction(value));
        canvas.rectangle(x + 0.5, y + 0.5, cellWidth() - 1, CELL_HEIGHT - 1, colour);
        TextStyle letters = TextStyle.CHART
                .anchored(TextStyle.Anchor.MIDDLE)
                .coloured(colour.isLight() ? Colour.INK : Colour.PAPER);
        canvas.text(words(value), x + cellWidth() / 2, y + CELL_HEIGHT / 2 + 4, letters);
    }

    private double fraction(double value) {
        double[] finite = Arrays.stream(values)
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        return switch (scale) {
            case DIVERGING -> {
                double most = Math.max(Math.abs(low), Math.abs(high));
                yield most == 0 ? 0.5 : 0.5 + value / most / 2;
            }
            case SEQUENTIAL, TIME -> high == low ? 0.5 : (value - low) / (high - low);
        };
    }

    private String words(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        String words = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return words.matches("-[0.]+") ? words.substring(1) : words;
    }
}
