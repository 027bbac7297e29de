package diabolo.attribute;

import static diabolo.note.Checks.require;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Which examples have most of something, and which have least: a quarter each. Examples with the same value stay together: a
 * quarter that ends among equals takes all of them in, and where half of all values or more are the same, the two are what lies
 * above and what lies below, or at it.
 *
 * @param much numbers of examples
 * @param little numbers of examples
 */
record Quartiles(List<Integer> much, List<Integer> little) {

    /**
     * Of each example's value.
     *
     * @throws IllegalArgumentException if all are the same
     */
    static Quartiles of(String what, double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        require(
                least < most,
                "%s of %s, so that none can be told from others; learn it from more various music"
                        .formatted(
                                values.length == 1
                                        ? "the only example has a %s".formatted(what)
                                        : "all %d examples have the same %s".formatted(values.length, what),
                                least));
        int quarter = Math.max(1, sorted.length / 4);
        double low = sorted[quarter - 1];
        double high = sorted[sorted.length - quarter];
        boolean oneValue = low == high;
        List<Integer> much = chosen(values, value -> (oneValue && most > high) ? value > high : value >= high);
        List<Integer> little = chosen(values, value -> (oneValue && least < low) ? value < low : value <= low);
        return new Quartiles(much, little);
    }

    private static List<Integer> chosen(double[] values, DoublePredicate chosen) {
        return IntStream.range(0, values.length)
                .filter(i -> chosen.test(values[i]))
                .boxed()
                .toList();
    }
}
