package diabolo.search;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.List;

/**
 * The melodies that DeepHear harmonized, four bars each, written as pitch and length in sixteenths.
 *
 * <pre>{@code
 * NoteSequence ode = Melodies.ODE_TO_JOY.piece();
 * }</pre>
 */
public enum Melodies {
    /** L. van Beethoven, ninth symphony, fourth movement (1824). */
    ODE_TO_JOY("Ode to Joy", "76:4 76:4 77:4 79:4 79:4 77:4 76:4 74:4 72:4 72:4 74:4 76:4 76:6 74:2 74:8"),
    /** J. L. Pierpont, the chorus (1857). */
    JINGLE_BELLS("Jingle Bells", "76:4 76:4 76:8 76:4 76:4 76:8 76:4 79:4 72:6 74:2 76:16"),
    /** English, the first verse, with its pick-up at the end of the first bar. */
    TWELVE_DAYS(
            "The Twelve Days of Christmas",
            "0:12 67:2 67:2 72:4 72:2 72:2 72:4 71:2 72:2 74:2 76:2 77:2 74:2 76:6 79:2 81:4 77:2 76:2 72:2 74:2 72:4");

    private static final int STEPS_PER_BEAT = 4;

    private final String title;
    private final String notes;

    Melodies(String title, String notes) {
        this.title = title;
        this.notes = notes;
    }

    public String title() {
        return title;
    }

    /** The melody as one part in 4/4. */
    public NoteSequence piece() {
        List<Note> melody = new ArrayList<>();
        long step = 0;
        for (String word : notes.split(" ", -1)) {
            int colon = word.indexOf(':');
            int pitch = Integer.parseInt(word.substring(0, colon));
            int length = Integer.parseInt(word.substring(colon + 1));
            if (pitch > 0) {
                melody.add(new Note(
                        Pitch.of(pitch),
                        Velocity.of(100),
                        Beat.of(step, STEPS_PER_BEAT),
                        Beat.of(length, STEPS_PER_BEAT)));
            }
            step += length;
        }
        return NoteSequence.of(
                title, new Tempo(100), Meter.FOUR_FOUR, List.of(new Part("melody", Instrument.PIANO, melody)));
    }
}
