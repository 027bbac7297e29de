package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Averages pieces: decodes the mean of their codes.
 *
 * <pre>{@code
 * Outcome outcome = new Average(List.of(Source.of(blues), Source.of(waltz), Source.of(tango))).on(space);
 * }</pre>
 *
 * @param pieces 1 to 10,000, of one length
 */
public record Average(List<Source> pieces, Decoding decoding) implements Operation {

    public Average {
        pieces = List.copyOf(pieces);
        requireBetween("the number of pieces", pieces.size(), 1, 10_000);
        requireNonNull(decoding, "decoding");
    }

    public Average(List<Source> pieces) {
        this(pieces, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        float[][] mean = CodeOperations.average(given.encodeAlike(pieces));
        return given.outcome(given.named(pieces.getFirst(), decoding)
                .one(space.recipe("average", mean).withDetails(Map.of("files", NamedRecipes.inWords(pieces)))));
    }
}
