package diabolo.audio;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.List;

/** Small pieces at 60 quarter notes a minute, so that a beat is a second. */
final class Pieces {

    private Pieces() {}

    static Note note(int pitch, int velocity, Beat start, Beat duration) {
        return new Note(Pitch.of(pitch), Velocity.of(velocity), start, duration);
    }

    static NoteSequence of(Part... parts) {
        return NoteSequence.of("test", new Tempo(60), Meter.FOUR_FOUR, List.of(parts));
    }

    static NoteSequence piano(Note... notes) {
        return of(new Part("piano", Instrument.PIANO, List.of(notes)));
    }

    static NoteSequence oneNote(int pitch, int beats) {
        return piano(note(pitch, 90, Beat.ZERO, Beat.of(beats)));
    }
}
