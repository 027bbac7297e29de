package diabolo.picture;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How often values fall in each of some equal ranges.
 *
 * <pre>{@code
 * new HistogramPicture("Similarity of 1,000 samples", "similarity", similarities, 20);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param values those that are not finite are passed over
 * @param ranges how many ranges lie between the lowest and the highest value, 1 to 500
 */
public record HistogramPicture(String title, String valueLabel, List<Double> values, int ranges) implements Picture {

    public HistogramPicture {
        requireNonNull(title, "title");
        requireNonNull(valueLabel, "valueLabel");
        values = List.copyOf(values);
        Checks.requireBetween("ranges", ranges, 1, 500);
    }

    @Override
    public int width() {
        return PlotFrame.WIDTH;
    }

    @Override
    public int height() {
        return PlotFrame.height(legend());
    }

    private Legend legend() {
        return Legend.ofChart(title, List.of(), Colour::ofPart);
    }

    @Override
    public void paint(Canvas canvas) {
        Ticks x = Ticks.around(Axis.LINEAR, finite(), 0);
        int[] counts = counts(x);
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        PlotFrame frame = new PlotFrame(legend(), valueLabel, "count", Ticks.linear(0, 1.05 * most));
        frame.paint(canvas);
        for (double value : x.values()) {
            frame.paintTickBelow(canvas, PlotFrame.left() + x.fraction(value) * PlotFrame.width(), Ticks.label(value));
        }
        canvas.group("bars", () -> paintBars(canvas, counts, frame));
    }

    private void paintBars(Canvas canvas, int[] counts, PlotFrame frame) {
        double each = PlotFrame.width() / ranges;
        double gap = Math.min(1, each / 4);
        for (int range = 0; range < ranges; range++) {
            double top = frame.yOf(counts[range]);
            double left = PlotFrame.left() + range * each + gap / 2;
            canvas.rectangle(left, top, each - gap, frame.bottom() - top, Colour.ofPart(0));
        }
    }

    private int[] counts(Ticks x) {
        int[] counts = new int[ranges];
        finite().forEach(value -> counts[(int) Math.clamp(x.fraction(value) * ranges, 0, ranges - 1)]++);
        return counts;
    }

    private DoubleStream finite() {
        return values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
    }
}
