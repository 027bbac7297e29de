package diabolo.grid;

import static java.util.Objects.requireNonNull;

import diabolo.note.Instrument;
import diabolo.note.Part;
import diabolo.note.Pitch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One musical line or layer on the grid, its notes in the order of {@link QuantizedNote#IN_TIME}.
 *
 * <pre>{@code
 * new QuantizedPart("melody", Instrument.PIANO, List.of(new QuantizedNote(Pitch.of(60), Velocity.DEFAULT, 0, 4)));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param name as shown to people; may be empty
 */
public record QuantizedPart(String name, Instrument instrument, List<QuantizedNote> notes) {

    public QuantizedPart {
        requireNonNull(name, "name");
        requireNonNull(instrument, "instrument");
        notes = notes.stream().sorted(QuantizedNote.IN_TIME).toList();
    }

    /** Whether the pitches are drums rather than tones. */
    public boolean isDrums() {
        return instrument instanceof Instrument.Drums;
    }

    Part toPart(RhythmGrid grid) {
        return new Part(
                name, instrument, notes.stream().map(note -> note.toNote(grid)).toList());
    }

    QuantizedPart afterRest(int steps) {
        return new QuantizedPart(
                name,
                instrument,
                notes.stream().map(note -> note.afterRest(steps)).toList());
    }

    /**
     * Of several notes of one pitch that sound on from before, the longest stands for all: so an excerpt holds at most one a
     * pitch beside those that begin in it, however many a hostile file piles up. A drum that was struck before is not struck
     * again.
     */
    QuantizedPart clip(int fromStep, int toStep) {
        List<QuantizedNote> clipped = new ArrayList<>();
        Map<Pitch, QuantizedNote> soundingOn = new HashMap<>();
        for (QuantizedNote note : notes) {
            if (note.startStep() >= toStep) {
                break;
            }
            if (note.startStep() >= fromStep) {
                clipped.add(note.clip(fromStep, toStep));
            } else if (note.endStep() > fromStep && !isDrums()) {
                soundingOn.merge(note.pitch(), note, QuantizedPart::theOneThatEndsLater);
            }
        }
        soundingOn.values().forEach(note -> clipped.add(note.clip(fromStep, toStep)));
        return new QuantizedPart(name, instrument, clipped);
    }

    private static QuantizedNote theOneThatEndsLater(QuantizedNote a, QuantizedNote b) {
        return a.endStep() >= b.endStep() ? a : b;
    }
}
