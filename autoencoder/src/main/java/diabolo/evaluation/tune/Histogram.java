package diabolo.evaluation.tune;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often each value occurs.
 *
 * <pre>{@code
 * Histogram.of(Stream.of(1, 1, 2)).overlap(Histogram.of(Stream.of(1, 2, 2))); // 2/3
 * }</pre>
 */
public record Histogram<T>(Map<T, Integer> counts) {

    public Histogram {
        counts = Map.copyOf(counts);
    }

    public static <T> Histogram<T> of(Stream<T> values) {
        Map<T, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return new Histogram<>(counts);
    }

    public long total() {
        return counts.values().stream().mapToLong(Integer::intValue).sum();
    }

    /** The share that both have in common, each counted as shares of its own total: 1 where they are alike; not a number if one is empty. */
    public double overlap(Histogram<T> other) {
        double total = total();
        double otherTotal = other.total();
        if (total == 0 || otherTotal == 0) {
            return Double.NaN;
        }
        return counts.entrySet().stream()
                .mapToDouble(value ->
                        Math.min(value.getValue() / total, other.counts.getOrDefault(value.getKey(), 0) / otherTotal))
                .sum();
    }
}
