package diabolo;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks a law on random examples; when it fails, the message names the seed that shows it.
 *
 * <pre>{@code
 * ForAll.examples(random -> random.nextInt(100)).check(x -> assertThat(x + 1).isGreaterThan(x));
 * }</pre>
 */
public final class ForAll<T> {

    private static final int EXAMPLES = 200;

    private final Function<SplittableRandom, T> generator;

    private ForAll(Function<SplittableRandom, T> generator) {
        this.generator = generator;
    }

    public static <T> ForAll<T> examples(Function<SplittableRandom, T> generator) {
        return new ForAll<>(generator);
    }

    /** Checks the law for the seeds 0 to 199. */
    public void check(Consumer<T> law) {
        for (long seed = 0; seed < EXAMPLES; seed++) {
            checkSeed(seed, law);
        }
    }

    /** Checks the law for one seed: what to call after a failure, to look closer. */
    public void checkSeed(long seed, Consumer<T> law) {
        T example = generator.apply(new SplittableRandom(seed));
        try {
            law.accept(example);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "fails for seed %d: %s%n%s".formatted(seed, example, failure.getMessage()), failure);
        }
    }
}
