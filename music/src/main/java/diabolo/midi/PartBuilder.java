package diabolo.midi;

import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A part while its notes come in.
 *
 * <p>Not thread-safe.
 */
final class PartBuilder {

    private final String name;
    private final Instrument instrument;
    private final List<Note> notes = new ArrayList<>();

    PartBuilder(String name, Instrument instrument) {
        this.name = name;
        this.instrument = instrument;
    }

    Instrument instrument() {
        return instrument;
    }

    void add(Note note) {
        notes.add(note);
    }

    Part build() {
        return new Part(name, instrument, notes);
    }
}
