package diabolo.picture;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Values side by side.
 *
 * <pre>{@code
 * new BarPicture("Wrong cells", "model", "cells of 5632", List.of(new Bar("RBM", 212), new Bar("cascade", 9.8)));
 * }</pre>
 *
 * <p>Immutable.
 */
public record BarPicture(String title, String xLabel, String yLabel, List<Bar> bars) implements Picture {

    /**
     * A bar and what stands below it.
     *
     * @param value may be negative; a bar whose value is not finite is not drawn
     */
    public record Bar(String label, double value) {
        public Bar {
            requireNonNull(label, "label");
        }
    }

    /** Of the room that a bar has, so much is left as a gap. */
    private static final double GAP = 0.2;

    public BarPicture {
        requireNonNull(title, "title");
        requireNonNull(xLabel, "xLabel");
        requireNonNull(yLabel, "yLabel");
        bars = List.copyOf(bars);
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
        return new ColumnNames(bars.stream().map(Bar::label).toList());
    }

    private Legend legend() {
        return Legend.ofChart(title, List.of(), Colour::ofPart);
    }

    @Override
    public void paint(Canvas canvas) {
        double[] values =
                bars.stream().mapToDouble(Bar::value).filter(Double::isFinite).toArray();
        double low = Math.min(0, DoubleStream.of(values).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(values).max().orElse(0));
        double room = high > low ? (high - low) * 0.05 : 1;
        Ticks ticks = Ticks.linear(low < 0 ? low - room : 0, high + room);
        PlotFrame frame = new PlotFrame(legend(), xLabel, yLabel, ticks, names());
        frame.paint(canvas);
        canvas.group("bars", () -> paintBars(canvas, frame));
        canvas.horizontalLine(PlotFrame.left(), PlotFrame.left() + PlotFrame.width(), frame.yOf(0), Colour.STRONG_LINE);
    }

    private void paintBars(Canvas canvas, PlotFrame frame) {
        double each = PlotFrame.width() / Math.max(1, bars.size());
        for (int i = 0; i < bars.size(); i++) {
            double value = bars.get(i).value();
            if (Double.isFinite(value)) {
                double top = frame.yOf(Math.max(0, value));
                double bottom = frame.yOf(Math.min(0, value));
                double x = PlotFrame.left() + (i + GAP / 2) * each;
                canvas.rectangle(x, top, each * (1 - GAP), bottom - top, Colour.ofPart(0));
            }
        }
    }
}
