package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.Refinement;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Encodes and decodes a piece repeatedly, up to a fixed point of the model (Kazakçı, Cherti and Kégl 2016).
 *
 * <pre>{@code
 * Outcome outcome = new Refine(Source.of(rag), 100).on(space);
 * }</pre>
 *
 * <p>{@link Remark.Refined} gives the rounds and the last change.
 *
 * @param iterations at most so many rounds, 1 to 10,000
 */
public record Refine(Source.Music piece, int iterations, Decoding decoding) implements Operation {

    public Refine {
        requireNonNull(piece, "piece");
        requireBetween("iterations", iterations, 1, 10_000);
        requireNonNull(decoding, "decoding");
    }

    public Refine(Source.Music piece, int iterations) {
        this(piece, iterations, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        GivenMusic music = given.read(piece);
        Refinement refined = Refinement.of(space, music.passage(), iterations);
        given.remarkKept(music, space.encode(music.passage()));
        given.remark(new Remark.Refined(refined.rounds(), refined.changes().getLast()));
        Map<String, String> details = Map.of(
                "file", piece.name(),
                "rounds", String.valueOf(refined.rounds()),
                "fixedPoint", String.valueOf(refined.isFixed()));
        return given.outcome(given.named(piece, decoding)
                .one(space.recipe("refine", refined.codes()).withDetails(details)));
    }
}
