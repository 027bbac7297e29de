package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.tensor.RandomSource;
import java.util.random.RandomGenerator;

/**
 * The way between two pieces without a model, for contrast: at each step stands what the second has there, with so much
 * probability, else what the first has (the baseline of Roberts et al. 2018).
 */
final class Mixture {

    private Mixture() {}

    /**
     * A mixture of two pieces' windows.
     *
     * @param from [windows][cells]
     * @param share 0 gives the first, 1 the second
     * @throws IllegalArgumentException if they have unequal numbers of windows
     */
    static float[][] of(float[][] from, float[][] to, int cellsPerStep, double share, RandomSource random) {
        require(
                from.length == to.length,
                "pieces of one length are needed, these have %d and %d windows; cut them to the same number of bars"
                        .formatted(from.length, to.length));
        RandomGenerator generator = random.generator();
        float[][] mixture = new float[from.length][];
        for (int window = 0; window < mixture.length; window++) {
            mixture[window] = from[window].clone();
            for (int cell = 0; cell < mixture[window].length; cell += cellsPerStep) {
                if (generator.nextDouble() < share) {
                    System.arraycopy(to[window], cell, mixture[window], cell, cellsPerStep);
                }
            }
        }
        return mixture;
    }
}
