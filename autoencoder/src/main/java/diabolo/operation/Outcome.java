package diabolo.operation;

import diabolo.latent.NamedRecipe;
import java.util.List;

/**
 * The result of an operation: recipes, which {@link diabolo.latent.LatentSpace#render} turns into music, and remarks.
 *
 * <pre>{@code
 * Outcome outcome = new Vary(Source.of(blues), 0.5, 3).on(space);
 * for (NamedRecipe piece : outcome.pieces()) {
 *     MidiWriter.write(space.render(piece.recipe()).music(), Path.of(piece.name() + ".mid"));
 * }
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param pieces in order, with distinct names
 * @param remarks in order, without duplicates
 */
public record Outcome(List<NamedRecipe> pieces, List<Remark> remarks) {

    public Outcome {
        pieces = List.copyOf(pieces);
        remarks = List.copyOf(remarks);
    }
}
