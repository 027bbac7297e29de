package diabolo.evaluation;

import java.util.List;

/**
 * Similarities of many pieces in a few numbers.
 *
 * <pre>{@code
 * SimilarityDistribution samples = originality.of(pieces);
 * samples.mean();      // 0.60
 * samples.copyShare(); // 0.013
 * }</pre>
 *
 * @param values each 0 to 1
 */
public record SimilarityDistribution(List<Double> values) {

    /** From here on a piece counts as a copy. */
    public static final double COPY = 0.9;

    public SimilarityDistribution {
        values = values.stream().sorted().toList();
    }

    /** 0 where there are no values. */
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** The standard deviation over the values. */
    public double deviation() {
        double mean = mean();
        return Math.sqrt(values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    /** The middle value; of two, the higher. */
    public double median() {
        return values.isEmpty() ? 0 : values.get(values.size() / 2);
    }

    /** The share of pieces that are nine tenths or more a training window. */
    public double copyShare() {
        return values.isEmpty()
                ? 0
                : (double) values.stream().filter(value -> value >= COPY).count() / values.size();
    }

    /** The share of pieces all of whose cells are active in one training window. */
    public double wholeShare() {
        return values.isEmpty()
                ? 0
                : (double) values.stream().filter(value -> value == 1).count() / values.size();
    }
}
