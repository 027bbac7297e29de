package diabolo.latent;

import diabolo.grid.Passage;
import diabolo.note.At;
import diabolo.note.Tempo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tempo and signatures of a piece, which its codes do not hold. Music derived from a piece gets its header.
 *
 * <pre>{@code
 * Recipe recipe = space.header(passage).over(space.recipe("vary", codes));
 * }</pre>
 *
 * @param tempo at the beginning; later changes are dropped
 */
public record PieceHeader(Optional<Tempo> tempo, Signatures signatures) {

    /** The header of codes alone. */
    public static final PieceHeader NONE = new PieceHeader(Optional.empty(), Signatures.NONE);

    static PieceHeader of(Passage passage) {
        List<At<Tempo>> tempos = passage.music().tempos();
        Optional<Tempo> tempo = tempos.stream()
                .filter(change -> !change.start().isPositive())
                .reduce((before, after) -> after)
                .or(() -> tempos.stream().findFirst())
                .map(At::value);
        return new PieceHeader(tempo, Signatures.of(passage.music()));
    }

    /**
     * The header of music derived from several pieces: tempo and meter of the first that has them, and the key if all share it,
     * since music between two keys is in neither.
     *
     * @param pieces may be none
     */
    public static PieceHeader shared(List<PieceHeader> pieces) {
        Optional<Tempo> tempo =
                pieces.stream().flatMap(piece -> piece.tempo().stream()).findFirst();
        Map<Integer, String> meters = pieces.stream()
                .map(piece -> piece.signatures().meters())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(Map.of());
        List<Map<Integer, String>> keys = pieces.stream()
                .map(piece -> piece.signatures().keys())
                .distinct()
                .toList();
        return new PieceHeader(tempo, new Signatures(meters, keys.size() == 1 ? keys.getFirst() : Map.of()));
    }

    /** The header of a piece moved by the difference of two others: it keeps its key if both are in one and the same key. */
    public PieceHeader moved(PieceHeader from, PieceHeader to) {
        Set<String> keys = Set.copyOf(from.signatures().keys().values());
        boolean staysInKey = keys.size() == 1
                && keys.equals(Set.copyOf(to.signatures().keys().values()));
        return staysInKey ? this : withKeys(Map.of());
    }

    public PieceHeader withKeys(Map<Integer, String> keys) {
        return new PieceHeader(tempo, signatures.withKeys(keys));
    }

    /** A recipe with this header; what is absent here stays as it is. */
    public Recipe over(Recipe recipe) {
        Recipe signed = signatures.equals(Signatures.NONE) ? recipe : recipe.withSignatures(signatures);
        return tempo.map(some -> signed.withBeatsPerMinute(some.beatsPerMinute()))
                .orElse(signed);
    }
}
