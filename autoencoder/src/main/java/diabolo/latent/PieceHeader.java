package diabolo.latent;

import diabolo.grid.Passage;
import diabolo.note.At;
import diabolo.note.Tempo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands at the head of a piece and is not in its codes: tempo and signatures. Music that is made of given music is written
 * under its heading.
 *
 * <pre>{@code
 * Recipe recipe = space.header(passage).over(space.recipe("vary", codes));
 * }</pre>
 *
 * @param tempo at the beginning; of several tempos no more is kept
 */
public record PieceHeader(Optional<Tempo> tempo, Signatures signatures) {

    /** Of codes of which nothing else is known. */
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
     * Of what is made of several pieces: tempo and metre of the first that tells them, and the key if all are in the same, as music
     * between two keys is in neither.
     *
     * @param pieces may be none
     */
    public static PieceHeader shared(List<PieceHeader> pieces) {
        Optional<Tempo> tempo =
                pieces.stream().flatMap(piece -> piece.tempo().stream()).findFirst();
        Map<Integer, String> meters = pieces.stream()
                .map(piece -> piece.signatures().meters())
                .filter(told -> !told.isEmpty())
                .findFirst()
                .orElse(Map.of());
        List<Map<Integer, String>> keys = pieces.stream()
                .map(piece -> piece.signatures().keys())
                .distinct()
                .toList();
        return new PieceHeader(tempo, new Signatures(meters, keys.size() == 1 ? keys.getFirst() : Map.of()));
    }

    /** Of a piece that is moved as two others lie apart: between pieces that tell one key its own stays. */
    public PieceHeader moved(PieceHeader from, PieceHeader to) {
        Set<String> keys = Set.copyOf(from.signatures().keys().values());
        boolean staysInKey = keys.size() == 1
                && keys.equals(Set.copyOf(to.signatures().keys().values()));
        return staysInKey ? this : withKeys(Map.of());
    }

    public PieceHeader withKeys(Map<Integer, String> keys) {
        return new PieceHeader(tempo, signatures.withKeys(keys));
    }

    /** A recipe under it; what it does not tell stays as it is. */
    public Recipe over(Recipe recipe) {
        Recipe signed = signatures.equals(Signatures.NONE) ? recipe : recipe.withSignatures(signatures);
        return tempo.map(told -> signed.withBeatsPerMinute(told.beatsPerMinute()))
                .orElse(signed);
    }
}
