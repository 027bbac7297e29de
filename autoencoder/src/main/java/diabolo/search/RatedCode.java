package diabolo.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A code, and what its decoding is worth to who looks for one.
 *
 * @param code [codeSize]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RatedCode(float[] code, double rating) {

    private static final int AT_ONCE = 64;

    /**
     * Rates codes, some at a time.
     *
     * @param ratings of codes [batch][codeSize], each a number
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
