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
 * Searches for a code without gradients: samples from the prior, then, round by round, children of the best codes so far. A child
 * crosses two parents and is mutated towards another sample: by interpolation, spherical where the prior is normal so that its
 * norm stays typical, or by replacing single dimensions. Compare Rubinstein and Kroese, "The Cross-Entropy Method", 2004.
 *
 * @param violations of the constraints by codes [batch][codeSize]; 0 ends the search
 */
record EvolutionarySearch(
        int codeSize, Prior prior, TrainingExamples trainingExamples, Function<float[][], double[]> violations) {

    /** The size of the population that children are bred from. */
    private static final int KEPT = 24;

    private static final double LEAST_MUTATION = 0.02;
    private static final double MOST_MUTATION = 0.6;

    /** Samples from the prior. */
    List<float[]> samples(int count, RandomSource random) {
        return IntStream.range(0, count)
                .mapToObj(i -> prior.sample(codeSize, trainingExamples, random.derive("draw", i)))
                .toList();
    }

    /** The best codes, best first; of equals the earlier. */
    List<RatedCode> rated(List<float[]> codes) {
        return kept(List.of(), codes);
    }

    /**
     * The best codes found, best first.
     *
     * @param first population, best first
     * @param count children in each round, 1 or more
     * @param rounds 0 or more; a code without violation ends them
     */
    List<RatedCode> from(List<RatedCode> first, int count, int rounds, RandomSource random) {
        List<RatedCode> kept = List.copyOf(first.subList(0, Math.min(KEPT, first.size())));
        for (int round = 1; round <= rounds && kept.getFirst().rating() > 0; round++) {
            List<float[]> children = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                children.add(child(kept, random.derive("round " + round, i)));
            }
            kept = kept(kept, children);
        }
        return kept;
    }

    /** The best of the old and the new, best first; of equals the older. */
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
        double mutation = LEAST_MUTATION * Math.pow(MOST_MUTATION / LEAST_MUTATION, generator.nextDouble());
        float[] sample = prior.sample(child.length, trainingExamples, random.derive("towards"));
        if (generator.nextBoolean()) {
            return interpolation().between(child, sample, mutation);
        }
        for (int unit = 0; unit < child.length; unit++) {
            child[unit] = generator.nextDouble() < mutation ? sample[unit] : child[unit];
        }
        return child;
    }

    private Interpolation interpolation() {
        return prior instanceof Prior.Normal ? Interpolation.SPHERICAL : Interpolation.LINEAR;
    }
}
