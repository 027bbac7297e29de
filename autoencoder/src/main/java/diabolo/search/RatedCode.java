package diabolo.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A code and the rating of its decoding by a search.
 *
 * @param code [codeSize]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RatedCode(float[] code, double rating) {

    private static final int AT_ONCE = 64;

    /**
     * Rates codes in batches.
     *
     * @param ratings of codes [batch][codeSize]
     */
    static List<RatedCode> all(float[][] codes, Function<float[][], double[]> ratings) {
        List<RatedCode> rated = new ArrayList<>();
        for (int start = 0; start < codes.length; start += AT_ONCE) {
            float[][] some = Arrays.copyOfRange(codes, start, Math.min(codes.length, start + AT_ONCE));
            double[] numbers = ratings.apply(some);
            for (int i = 0; i < some.length; i++) {
                rated.add(new RatedCode(some[i], numbers[i]));
            }
        }
        return rated;
    }
}
