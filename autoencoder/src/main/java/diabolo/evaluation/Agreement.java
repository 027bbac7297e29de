package diabolo.evaluation;

import static diabolo.note.Checks.require;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well values that were got agree with those that were asked for.
 *
 * <pre>{@code
 * Agreement.of(new double[] {1, 2, 3}, new double[] {2, 4, 6}); // pearson 1, spearman 1, rmse 2.16
 * }</pre>
 *
 * @param pearson the correlation coefficient, -1 to 1; NaN if either side never varies
 * @param spearman that of the ranks, equal values sharing a rank
 * @param rmse the root of the mean squared difference, in the unit of the values
 */
public record Agreement(double pearson, double spearman, double rmse) {

    /**
     * That of values in the same order.
     *
     * @throws IllegalArgumentException if they are not as many, or fewer than two
     */
    public static Agreement of(double[] asked, double[] got) {
        require(
                asked.length == got.length && asked.length > 1,
                "%d values were asked for and %d got; give as many, two or more".formatted(asked.length, got.length));
        double squares = 0;
        for (int i = 0; i < got.length; i++) {
            squares += (got[i] - asked[i]) * (got[i] - asked[i]);
        }
        return new Agreement(
                correlation(asked, got), correlation(ranks(asked), ranks(got)), Math.sqrt(squares / got.length));
    }

    /** Pearson's. */
    public static double correlation(double[] some, double[] others) {
        double meanOfSome = Arrays.stream(some).average().orElse(0);
        double meanOfOthers = Arrays.stream(others).average().orElse(0);
        double together = 0;
        double ofSome = 0;
        double ofOthers = 0;
        for (int i = 0; i < some.length; i++) {
            together += (some[i] - meanOfSome) * (others[i] - meanOfOthers);
            ofSome += (some[i] - meanOfSome) * (some[i] - meanOfSome);
            ofOthers += (others[i] - meanOfOthers) * (others[i] - meanOfOthers);
        }
        return ofSome == 0 || ofOthers == 0 ? Double.NaN : together / Math.sqrt(ofSome * ofOthers);
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
