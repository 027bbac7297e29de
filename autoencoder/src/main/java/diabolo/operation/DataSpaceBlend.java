package diabolo.operation;

import static diabolo.note.Checks.require;

import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Interpolation in data space: each step is the second piece's with some probability, else the first's (the baseline of Roberts
 * et al. 2018).
 */
final class DataSpaceBlend {

    private DataSpaceBlend() {}

    /**
     * Blends two pieces' windows.
     *
     * @param share 0 gives the first, 1 the second
     * @throws IllegalArgumentException if they have unequal numbers of windows
     */
    static List<Frames> of(
            Representation representation, List<Frames> from, List<Frames> to, double share, RandomSource random) {
        require(
                from.size() == to.size(),
                "pieces of one length are needed, these have %d and %d windows; cut them to the same number of bars"
                        .formatted(from.size(), to.size()));
        RandomGenerator generator = random.generator();
        List<Frames> blend = new ArrayList<>();
        for (int window = 0; window < from.size(); window++) {
            blend.add(representation.spliced(from.get(window), to.get(window), _ -> generator.nextDouble() < share));
        }
        return blend;
    }
}
