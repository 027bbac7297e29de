package diabolo.note;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One musical line or layer: an instrument and its notes, kept in the order of {@link Note#IN_TIME}.
 *
 * <pre>{@code
 * new Part("melody", Instrument.PIANO, List.of(new Note(Pitch.of(60), Velocity.of(90), Beat.ZERO, Beat.of(1))));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param name as shown to people; may be empty
 */
public record Part(String name, Instrument instrument, List<Note> notes) {

    public Part {
        requireNonNull(name, "name");
        requireNonNull(instrument, "instrument");
        notes = notes.stream().sorted(Note.IN_TIME).toList();
    }

    public boolean isDrums() {
        return instrument instanceof Instrument.Drums;
    }

    public Part withNotes(List<Note> newNotes) {
        return new Part(name, instrument, newNotes);
    }

    /** Every note so many semitones higher; drums stay, since their pitches are instruments. */
    public Part transpose(int semitones) {
        return isDrums()
                ? this
                : withNotes(
                        notes.stream().map(note -> note.transpose(semitones)).toList());
    }
}
