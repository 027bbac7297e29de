package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Interpolation in data space, without the model: each step is randomly that of one piece or the other (the baseline of Roberts
 * et al. 2018).
 *
 * <pre>{@code
 * Outcome outcome = new Blend(Source.of(blues), Source.of(waltz), 9).on(space);
 * }</pre>
 *
 * @param from of the same length as the other
 * @param count points, both ends included, 2 to 1,000
 */
public record Blend(Source.Music from, Source.Music to, int count, Decoding decoding) implements Operation {

    public Blend {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireBetween("count", count, 2, 1000);
        requireNonNull(decoding, "decoding");
    }

    public Blend(Source.Music from, Source.Music to, int count) {
        this(from, to, count, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        List<GivenMusic> ends = given.readAlike(List.of(from, to));
        ends.forEach(given::remarkCut);
        List<Frames> first = space.frames(ends.getFirst().passage());
        List<Frames> last = space.frames(ends.getLast().passage());
        RandomSource random = RandomSource.of(decoding.seed());
        Map<String, String> details = Map.of("files", NamedRecipes.inWords(List.of(from, to)), "interpolation", "data");
        List<Recipe> points = IntStream.range(0, count)
                .mapToObj(point -> DataSpaceBlend.of(
                        space.representation(),
                        first,
                        last,
                        (double) point / (count - 1),
                        random.derive("mixture", point)))
                .map(blend -> space.allGiven("interpolate", blend).withDetails(details))
                .toList();
        return given.outcome(given.named(from, decoding).path(points));
    }
}
