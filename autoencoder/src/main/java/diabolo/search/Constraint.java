package diabolo.search;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.descriptor.Descriptor;
import diabolo.grid.Passage;
import diabolo.note.Key;
import diabolo.note.NoteSequence;

/**
 * A constraint on the pieces to search for.
 *
 * <pre>{@code
 * List<Constraint> constraints = List.of(new Constraint.InKey(Key.parse("G major")), new Constraint.Density(0.3));
 * ConstrainedSearch search = ConstrainedSearch.of(space, constraints);
 * }</pre>
 *
 * <p>Notes are those of a {@link diabolo.latent.LatentSpace#passage(Passage)}, so that a piece is cut into windows as it is for
 * encoding. A {@link ConstraintResult} is measured on the decoded music. Immutable.
 */
public sealed interface Constraint {

    /**
     * Notes that must sound: each begins at its step, and its pitch lasts at least as long; drums are hit at their steps. What a
     * representation cannot hold is left out, such as the lower notes of a chord in a melody.
     */
    record GivenNotes(Passage passage) implements Constraint {
        public GivenNotes {
            requireNonNull(passage, "passage");
        }
    }

    /** Notes that must not sound: while they last, their pitch is silent. */
    record ForbiddenNotes(Passage passage) implements Constraint {
        public ForbiddenNotes {
            requireNonNull(passage, "passage");
        }
    }

    /** Every note belongs to a key, as {@link Key#contains} has it. A piece without notes does not meet this. */
    record InKey(Key key) implements Constraint {
        public InKey {
            requireNonNull(key, "key");
        }
    }

    /**
     * Onsets per step, as {@link Descriptor#NOTE_DENSITY} counts them: those of the highest line, or all hits of drums.
     *
     * @param onsetsPerStep above 0, at most 9, the number of drums
     */
    record Density(double onsetsPerStep) implements Constraint {

        /** A relative error up to this counts as met. */
        public static final double TOLERANCE = 0.1;

        private static final double MOST = 9;

        public Density {
            require(
                    onsetsPerStep > 0 && onsetsPerStep <= MOST,
                    "density is onsets per step, above 0 and at most 1 (9 for drums), was %s; 0.25 is a note every four steps"
                            .formatted(onsetsPerStep));
        }
    }

    /**
     * A melody to harmonize, for models of piano rolls: its cells sound, and nothing above it or within two semitones ({@link
     * Harmonizer} keeps the melody in a separate part; here the model plays it). For other models give the melody as notes.
     */
    record UnderMelody(NoteSequence melody) implements Constraint {
        public UnderMelody {
            requireNonNull(melody, "melody");
        }
    }
}
