package diabolo.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

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
        Stream.of(codes).gather(Gatherers.windowFixed(AT_ONCE)).forEach(some -> {
            double[] numbers = ratings.apply(some.toArray(float[][]::new));
            for (int i = 0; i < some.size(); i++) {
                rated.add(new RatedCode(some.get(i), numbers[i]));
            }
        });
        return rated;
    }
}
