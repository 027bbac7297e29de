package diabolo.abc;

import diabolo.notation.Notation.NotatedNote;
import diabolo.notation.Notation.Ties;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import java.util.Optional;
import java.util.Set;

/**
 * A note head while its bar is read: broken rhythm may still change its length, and a tie may still begin at it.
 *
 * <p>Belongs to one voice.
 */
final class AbcHead {

    /** What was written: the letter, the octave that the player hears, and the pitch that came of it. */
    record Tone(char letter, int octave, Pitch pitch) {}

    private final Tone tone;
    private final Instrument instrument;
    private final int layer;
    private final Beat start;
    private Beat duration;
    private boolean endsTie;
    private boolean beginsTie;

    AbcHead(Tone tone, Instrument instrument, int layer, Beat start, Beat duration) {
        this.tone = tone;
        this.instrument = instrument;
        this.layer = layer;
        this.start = start;
        this.duration = duration;
    }

    Tone tone() {
        return tone;
    }

    /** Counted from 1; those behind an {@code &} are further ones. */
    int layer() {
        return layer;
    }

    /** In its bar. */
    Beat start() {
        return start;
    }

    Beat end() {
        return start.plus(duration);
    }

    void stretch(Beat factor) {
        duration = AbcBar.times(duration, factor);
    }

    void endTie() {
        endsTie = true;
    }

    void beginTie() {
        beginsTie = true;
    }

    NotatedNote notated() {
        return new NotatedNote(
                start,
                duration,
                tone.pitch(),
                Optional.empty(),
                instrument,
                1,
                Integer.toString(layer),
                Ties.of(endsTie, beginsTie),
                Set.of());
    }
}
