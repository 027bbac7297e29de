package diabolo.listening;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.RhythmGrid;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import diabolo.representation.DrumClass;

/** What of a piece is heard in a listening test. */
public enum Rendition {

    /**
     * Its notes alone: on a grid of twelve steps a beat, all equally hard, on the piano or on the nine drums of {@link DrumClass}, and
     * both pieces of a pair at the tempo of the real one. So a model of notes is not known by its touch.
     */
    ON_GRID(12),

    /** Its instruments, velocities and timing too, and its own tempo. */
    AS_PLAYED(96);

    private static final Velocity VELOCITY = Velocity.of(100);

    private final int stepsPerBeat;

    Rendition(int stepsPerBeat) {
        this.stepsPerBeat = stepsPerBeat;
    }

    RhythmGrid grid() {
        return new RhythmGrid(stepsPerBeat);
    }

    QuantizedPart of(QuantizedPart part) {
        return switch (this) {
            case ON_GRID ->
                new QuantizedPart(
                        "",
                        part.isDrums() ? part.instrument() : Instrument.PIANO,
                        part.notes().stream()
                                .map(note -> plain(note, part.isDrums()))
                                .toList());
            case AS_PLAYED -> part;
        };
    }

    private static QuantizedNote plain(QuantizedNote note, boolean isDrum) {
        Pitch pitch = isDrum ? DrumClass.of(note.pitch()).map(DrumClass::pitch).orElse(note.pitch()) : note.pitch();
        return new QuantizedNote(pitch, VELOCITY, note.startStep(), note.lengthInSteps());
    }
}
