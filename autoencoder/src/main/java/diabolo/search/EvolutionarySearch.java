package diabolo.search;

import diabolo.latent.Interpolation;
import diabolo.latent.Prior;
import diabolo.model.TrainingExamples;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Looks for a code without gradients: draws from the prior, and then, round by round, new codes from the best ones so far, each
 * with numbers of two of them and moved some way towards another draw. The way is along the arc where the prior is normal, so
 * that what is bred stays as far from the origin as what is drawn; see Rubinstein and Kroese, "The Cross-Entropy Method", 2004,
 * for searches that draw anew around the best.
 *
 * @param violations of codes [batch][codeSize], how far each is from what is wanted: 0 ends the search
 */
record EvolutionarySearch(
        int codeSize, Prior prior, TrainingExamples trainingExamples, Function<float[][], double[]> violations) {

    /** So many codes are kept and bred from. */
    private static final int KEPT = 24;

    private static final double NEAREST = 0.02;
    private static final double FARTHEST = 0.6;

    /** Codes of the prior. */
    List<float[]> draws(int count, RandomSource random) {
        return IntStream.range(0, count)
                .mapToObj(i -> prior.draw(codeSize, trainingExamples, random.derive("draw", i)))
                .toList();
    }

    /** The best of some codes, the best first; of equals the earlier. */
    List<RatedCode> rated(List<float[]> codes) {
        return kept(List.of(), codes);
    }

    /**
     * The best that were found, the best first.
     *
     * @param known where to begin, the best first
     * @param draws codes tried in each round, 1 or more
     * @param rounds 0 or more; a code that misses nothing ends them
     */
    List<RatedCode> from(List<RatedCode> known, int draws, int rounds, RandomSource random) {
        List<RatedCode> kept = List.copyOf(known.subList(0, Math.min(KEPT, known.size())));
        for (int round = 1; round <= rounds && kept.getFirst().rating() > 0; round++) {
            List<float[]> children = new ArrayList<>();
            for (int i = 0; i < draws; i++) {
                children.add(child(kept, random.derive("round " + round, i)));
            }
            kept = kept(kept, children);
        }
        return kept;
    }

    /** The best of the old and the new, the best first; of equals the older. */
    private List<RatedCode> kept(List<RatedCode> old, List<float[]> codes) {
        List<RatedCode> all = new ArrayList<>(old);
        all.addAll(RatedCode.all(codes.toArray(float[][]::new), violations));
        all.sort(Comparator.comparingDouble(RatedCode::rating)); // stable
        return List.copyOf(all.subList(0, Math.min(KEPT, all.size())));
    }

    private float[] child(List<RatedCode> parents, RandomSource random) {
        RandomGenerator generator = random.generator();
        float[] child = parents.get(generator.nextInt(parents.size())).code().clone();
        if (generator.nextBoolean()) {
            float[] other = parents.get(generator.nextInt(parents.size())).code();
            for (int unit = 0; unit < child.length; unit++) {
                child[unit] = generator.nextBoolean() ? other[unit] : child[unit];
            }
        }
        double far = NEAREST * Math.pow(FARTHEST / NEAREST, generator.nextDouble());
        float[] drawn = prior.draw(child.length, trainingExamples, random.derive("towards"));
        if (generator.nextBoolean()) {
            return way().between(child, drawn, far);
        }
        for (int unit = 0; unit < child.length; unit++) {
            child[unit] = generator.nextDouble() < far ? drawn[unit] : child[unit];
        }
        return child;
    }

    private Interpolation way() {
        return prior instanceof Prior.Normal ? Interpolation.SPHERICAL : Interpolation.LINEAR;
    }
}
