package diabolo.report.page;

import java.util.function.ToDoubleFunction;

/**
 * A number of a set of figures, with how it is said and written.
 *
 * <pre>{@code
 * Measure<TuneFigures> range = new Measure<>("range", "range, semitones", MetricFormat.ONE_DECIMAL, TuneFigures::range);
 * report.metric("made." + range.name(), range.of(figures));
 * range.inWords(figures); // "13.5"
 * }</pre>
 *
 * @param name of its metric
 * @param words as shown to people
 */
public record Measure<F>(String name, String words, MetricFormat format, ToDoubleFunction<F> value) {

    public double of(F figures) {
        return value.applyAsDouble(figures);
    }

    public String inWords(F figures) {
        return format.of(of(figures));
    }
}
