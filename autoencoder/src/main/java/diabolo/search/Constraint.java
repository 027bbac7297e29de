package diabolo.search;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.descriptor.Descriptor;
import diabolo.grid.Passage;
import diabolo.note.Key;
import diabolo.note.NoteSequence;

/**
 * What a piece shall be that is looked for; several together narrow it down.
 *
 * <pre>{@code
 * List<Constraint> wishes = List.of(new Constraint.InKey(Key.parse("G major")), new Constraint.Density(0.3));
 * ConstrainedSearch search = ConstrainedSearch.of(space, wishes);
 * }</pre>
 *
 * <p>Notes are those of a {@link LatentSpace#passage}, so that a piece is cut for a search as it is for its codes. Immutable. How well a piece meets one is measured on the music that is decoded: see {@link ConstraintResult}.
 */
public sealed interface Constraint {

    /**
     * Notes that shall sound: each begins where it is given, and its pitch sounds on at least as long; drums are hit where they
     * are given. What a representation cannot hold of them is left out, such as the lower notes of a chord from a melody.
     */
    record GivenNotes(Passage passage) implements Constraint {
        public GivenNotes {
            requireNonNull(passage, "passage");
        }
    }

    /** Notes that shall not: while they last, nothing sounds at their pitch. */
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
     * So many onsets a step, as {@link Descriptor#NOTE_DENSITY} counts them: those of the highest line, or of drums all hits.
     *
     * @param onsetsPerStep above 0, at most 9: as many as a drum pattern can have
     */
    record Density(double onsetsPerStep) implements Constraint {

        /** A density that is off by so little of what is wanted counts as met. */
        public static final double TOLERANCE = 0.1;

        private static final double MOST = 9;

        public Density {
            require(
                    onsetsPerStep > 0 && onsetsPerStep <= MOST,
                    "a density is so many onsets a step, above 0 and at most 1 (of drums 9), was %s; 0.25 is a note every four steps"
                            .formatted(onsetsPerStep));
        }
    }

    /**
     * A melody to be harmonized: its cells sound, and nothing above it or right beside it ({@link Harmonizer} keeps the melody
     * in a part of its own; here all is the model's). For models of piano rolls; give other ones the melody as notes.
     */
    record UnderMelody(NoteSequence melody) implements Constraint {
        public UnderMelody {
            requireNonNull(melody, "melody");
        }
    }
}
