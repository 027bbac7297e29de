package diabolo.latent;

import diabolo.grid.QuantizedSequence;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The melody of one tune in the form of another: where a window of the other comes again, one of the melody does. If the other has more
 * kinds of windows than the melody, the melody is continued by a model's prior.
 *
 * <pre>{@code
 * List<Frames> combined = new TuneCombination(sampler).of(melody, other, RandomSource.of(7));
 * }</pre>
 */
public record TuneCombination(TuneSampler sampler) {

    /** As many windows as the other has. */
    public List<Frames> of(List<Frames> melody, List<Frames> other, RandomSource random) {
        Representation representation = sampler.space().representation();
        SectionForm form = SectionForm.of(other, representation);
        List<Frames> kinds = distinct(melody, representation);
        if (kinds.size() < form.count()) {
            QuantizedSequence known = representation.join(kinds);
            QuantizedSequence longer = new TuneFilling(sampler)
                    .fill(known, known.lengthInSteps(), form.count() * representation.steps(), random);
            List<Frames> more = new ArrayList<>(kinds);
            for (int step = known.lengthInSteps(); step < longer.lengthInSteps(); step += representation.steps()) {
                more.add(representation.encode(longer.slice(step, representation.steps())));
            }
            kinds = more;
        }
        List<Frames> all = kinds;
        return Arrays.stream(form.kinds()).mapToObj(all::get).toList();
    }

    /** Of each kind the first. */
    private static List<Frames> distinct(List<Frames> windows, Representation representation) {
        int[] kinds = SectionForm.of(windows, representation).kinds();
        Map<Integer, Frames> first = new LinkedHashMap<>();
        for (int window = 0; window < kinds.length; window++) {
            first.putIfAbsent(kinds[window], windows.get(window));
        }
        return new ArrayList<>(first.values());
    }
}
