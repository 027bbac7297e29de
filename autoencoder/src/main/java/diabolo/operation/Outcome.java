package diabolo.operation;

import java.util.List;

/**
 * What came of an operation: recipes, of which {@link diabolo.latent.LatentSpace#render} makes the music, and what is to be said of
 * the work.
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
 * @param pieces in their order, each under another name
 * @param remarks in the order of the work, each once
 */
public record Outcome(List<NamedRecipe> pieces, List<Remark> remarks) {

    public Outcome {
        pieces = List.copyOf(pieces);
        remarks = List.copyOf(remarks);
    }
}
