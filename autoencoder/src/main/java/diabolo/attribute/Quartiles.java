package diabolo.attribute;

import static diabolo.note.Checks.require;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * The upper and the lower quartile of examples by a value. Equal values stay together: a quartile that ends among equals includes
 * all of them, and where half of the values or more are equal, the quartiles are the values above and below, or at it.
 *
 * @param much indices of examples
 * @param little indices of examples
 */
record Quartiles(List<Integer> much, List<Integer> little) {

    /**
     * The quartiles of the examples' values.
     *
     * @throws IllegalArgumentException if all are the same
     */
    static Quartiles of(String what, double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        require(
                least < most,
                "%s of %s, so that there are no quartiles; learn it from more various music"
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
