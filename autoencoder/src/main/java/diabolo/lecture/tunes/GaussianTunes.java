package diabolo.lecture.tunes;

import diabolo.latent.LatentSpace;
import diabolo.model.Sampler;
import diabolo.model.diffusion.SequencePrior;
import diabolo.projection.JointNormal;
import diabolo.representation.Frames;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Tunes from a normal distribution of all codes of a tune jointly: what a prior without a network makes, the baseline of {@link
 * SequencePrior}. Windows that are alike in a learned tune are alike here too.
 *
 * <pre>{@code
 * List<Frames> tune = GaussianTunes.of(space, prior, learnedRuns).sample(0.85, random);
 * }</pre>
 */
record GaussianTunes(LatentSpace space, SequencePrior prior, JointNormal normal) {

    /** Since there are not many more tunes than numbers of a tune. */
    private static final double RIDGE = 1e-2;

    /**
     * Fits the distribution to learned tunes.
     *
     * @param runs windows of each, in C major or A minor
     */
    static GaussianTunes of(LatentSpace space, SequencePrior prior, List<List<Frames>> runs) {
        float[][] sequences = runs.stream()
                .map(run -> prior.scale().sequence(space.network().encode(run)))
                .toArray(float[][]::new);
        return new GaussianTunes(space, prior, JointNormal.of(sequences, RIDGE));
    }

    /**
     * A tune in the form of a learned one.
     *
     * @param noise times the distribution's deviation
     */
    List<Frames> sample(double noise, RandomGenerator random) {
        float[][] codes = prior.scale().codes(normal.draw(noise, random));
        int[] kinds = prior.forms()[random.nextInt(prior.forms().length)];
        for (int window = 0; window < codes.length; window++) {
            codes[window] = codes[firstOf(kinds, kinds[window])];
        }
        return space.network().decode(codes, Sampler.LIKELIEST);
    }

    private static int firstOf(int[] kinds, int kind) {
        return IntStream.range(0, kinds.length)
                .filter(window -> kinds[window] == kind)
                .findFirst()
                .orElseThrow();
    }
}
