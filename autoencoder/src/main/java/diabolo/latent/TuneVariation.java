package diabolo.latent;

import static diabolo.note.Checks.requireBetween;

import diabolo.model.diffusion.SequencePrior;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Varies a melody by a model's {@link SequencePrior}: its codes get noise, which is removed again as in tunes, so that what comes out
 * holds together (Meng et al. 2022, "SDEdit", section 3). Windows that are equal stay equal.
 *
 * <pre>{@code
 * List<Frames> varied = new TuneVariation(sampler, 0.4).of(windows, RandomSource.of(7));
 * }</pre>
 *
 * @param strength 0.05 for the nearest, to 1 for a new melody of the same form
 */
public record TuneVariation(TuneSampler sampler, double strength) {

    public TuneVariation {
        requireBetween("strength", strength, 0.05, 1);
    }

    /** As many windows as were given. */
    public List<Frames> of(List<Frames> given, RandomSource random) {
        MelodyInC melody = MelodyInC.of(sampler.space().representation(), given);
        List<Frames> varied = new ArrayList<>(melody.windows());
        float[][] codes = sampler.space().network().encode(melody.windows());
        int length = sampler.windows();
        for (int done = 0; done < given.size(); done += length) {
            int first = Math.max(0, Math.min(done, given.size() - length));
            vary(melody, varied, codes, first, done, random.derive("run", done));
        }
        return melody.back(varied);
    }

    /** @param done windows that are varied already, and stay */
    private void vary(
            MelodyInC melody, List<Frames> varied, float[][] codes, int first, int done, RandomSource random) {
        int length = sampler.windows();
        int last = Math.min(first + length, varied.size());
        float[][] run = new float[length][];
        Arrays.fill(run, sampler.prior().scale().means());
        int[] kinds = new int[length];
        boolean[] isKnown = new boolean[length];
        for (int place = 0; place < length; place++) {
            int window = first + place;
            kinds[place] = place;
            if (window < last) {
                run[place] = codes[window];
                kinds[place] = melody.windows()
                        .subList(first, last)
                        .indexOf(melody.windows().get(window));
                isKnown[place] = window < done;
            }
        }
        boolean isWhole = last - first == length;
        float[] told =
                isWhole ? SequencePrior.told(first == 0, last == varied.size()) : new float[SequencePrior.CONDITIONS];
        TuneSampler.Sampled sampled = sampler.varied(run, kinds, isKnown, strength, told, random);
        for (int window = done; window < last; window++) {
            varied.set(window, sampled.windows().get(window - first));
            codes[window] = sampled.codes()[window - first];
        }
    }
}
