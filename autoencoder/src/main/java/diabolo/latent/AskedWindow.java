package diabolo.latent;

import static diabolo.note.Checks.requireBetween;

import diabolo.descriptor.Descriptor;
import diabolo.note.Key;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A new window of music that has asked values.
 *
 * <pre>{@code
 * Recipe recipe = new AskedWindow(Map.of(Descriptor.RANGE, 12.0)).sample(sampler, 7, 0);
 * }</pre>
 *
 * @param asked in the units of the descriptors
 */
public record AskedWindow(Map<Descriptor, Double> asked) {

    public AskedWindow {
        asked = Map.copyOf(asked);
    }

    /**
     * A sampled window, in one of the keys of the training music.
     *
     * @param number which of those of the seed, from 0
     */
    public Recipe sample(FaderSampler sampler, long seed, int number) {
        requireBetween("number", number, 0, Integer.MAX_VALUE);
        LatentSpace space = sampler.space();
        Representation representation = space.representation();
        RandomSource random = RandomSource.of(seed).derive("asked", number);
        List<Frames> windows = List.of(sampler.sample(asked, random).frames());
        int up = WholeTune.semitones(
                sampler.faders().keys(), random.derive("key").generator());
        Key key = WholeTune.suggested(representation, windows, up);
        List<Frames> moved = WholeTune.moved(representation, windows, up);
        return space.allGiven(Recipe.GENERATE, moved, space.network().encode(moved))
                .withTitle("%s, seed %d, piece %d".formatted(space.description().name(), seed, number + 1))
                .withDetails(Map.of("key", key.name()))
                .withSignatures(new Signatures(Map.of(), new TreeMap<>(Map.of(0, key.name()))))
                .with(new Recipe.Chance(seed, number, 0, Recipe.Chance.DEFAULT.threshold()));
    }
}
