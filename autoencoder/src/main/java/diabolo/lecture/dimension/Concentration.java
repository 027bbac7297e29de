package diabolo.lecture.dimension;

import java.util.Arrays;
import java.util.List;

/**
 * How much the distances of many points from one query differ.
 *
 * <pre>{@code
 * Concentration.of(new double[] {1, 2, 3}).contrast(); // 2: the farthest is two nearest distances farther than the nearest
 * }</pre>
 *
 * @param contrast (farthest - nearest) / nearest: 0 where nearest and farthest cannot be told apart (Beyer et al. 1999)
 * @param relativeSpread the standard deviation of the distances divided by their mean
 * @param nearest the least distance divided by the mean
 */
record Concentration(double contrast, double relativeSpread, double nearest) {

    /** Of the maximum of 1,000 standard normal numbers, the mean. */
    private static final double MAXIMUM_OF_1000 = 3.2414;

    /** Of one query's distances, two or more. */
    static Concentration of(double[] distances) {
        double mean = Arrays.stream(distances).average().orElseThrow();
        double variance = Arrays.stream(distances)
                .map(distance -> (distance - mean) * (distance - mean))
                .average()
                .orElseThrow();
        double nearest = Arrays.stream(distances).min().orElseThrow();
        double farthest = Arrays.stream(distances).max().orElseThrow();
        return new Concentration((farthest - nearest) / nearest, Math.sqrt(variance) / mean, nearest / mean);
    }

    /** Of several queries: the median contrast, since a query may have a point in its very place, and the means of the others. */
    static Concentration typical(List<Concentration> queries) {
        double[] contrasts =
                queries.stream().mapToDouble(Concentration::contrast).sorted().toArray();
        int middle = contrasts.length / 2;
        double median = contrasts.length % 2 == 1 ? contrasts[middle] : (contrasts[middle - 1] + contrasts[middle]) / 2;
        return new Concentration(
                median,
                queries.stream()
                        .mapToDouble(Concentration::relativeSpread)
                        .average()
                        .orElseThrow(),
                queries.stream().mapToDouble(Concentration::nearest).average().orElseThrow());
    }

    /**
     * The contrast of 1,000 distances that are normally distributed, as those of many dimensions nearly are: their extremes are 3.24
     * standard deviations from the mean. Infinite where the nearest would be at 0.
     */
    static double contrastOfNormalDistances(double relativeSpread) {
        double extreme = MAXIMUM_OF_1000 * relativeSpread;
        return extreme < 1 ? 2 * extreme / (1 - extreme) : Double.POSITIVE_INFINITY;
    }
}
