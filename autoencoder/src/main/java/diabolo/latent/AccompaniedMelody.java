package diabolo.latent;

import diabolo.accompaniment.LeadSheet;
import diabolo.corpus.KeyEstimation;
import diabolo.grid.Passage;
import diabolo.harmony.MelodyPart;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import java.util.Map;

/**
 * A melody that is given with chords, or alone: what is made of it is accompanied as it is.
 *
 * <pre>{@code
 * AccompaniedMelody given = AccompaniedMelody.of(piece);
 * Recipe recipe = given.accompanied(space, space.allGiven("fill", windows), passage);
 * }</pre>
 *
 * @param melody without the accompaniment
 * @param isAccompanied whether it has chord symbols, or an accompaniment such as {@code generate} writes, whose chords MIDI does not name
 */
public record AccompaniedMelody(NoteSequence melody, boolean isAccompanied) {

    public static AccompaniedMelody of(NoteSequence given) {
        boolean isAccompanied = !given.chords().isEmpty()
                || given.parts().stream().anyMatch(part -> part.name().equals(LeadSheet.CHORDS));
        return new AccompaniedMelody(isAccompanied ? MelodyPart.of(given) : given, isAccompanied);
    }

    /** The likeliest chords of what was made. */
    public static Accompaniment found(LatentSpace space, Recipe recipe, Passage passage) {
        Key key = KeyEstimation.keyOf(passage.music().toNoteSequence()).orElse(Key.C_MAJOR);
        return Accompaniment.of(
                inItsMeters(space, recipe, passage), key, space.representation().grid());
    }

    /** A model of 3/4 makes 6/8 as well, which other patterns accompany. */
    private static NoteSequence inItsMeters(LatentSpace space, Recipe recipe, Passage passage) {
        Map<Integer, String> meters = Signatures.of(passage.music()).meters();
        return space.render(recipe.withSignatures(new Signatures(meters, Map.of())))
                .music();
    }

    /** What was made, with the chords that are written, or the likeliest ones; as it is, if the melody was given alone. */
    public Recipe accompanied(LatentSpace space, Recipe recipe, Passage passage) {
        if (!isAccompanied) {
            return recipe;
        }
        return recipe.withAccompaniment(
                passage.music().chords().isEmpty()
                        ? found(space, recipe, passage)
                        : Accompaniment.of(
                                inItsMeters(space, recipe, passage),
                                passage.music().chords(),
                                space.representation().grid()));
    }
}
