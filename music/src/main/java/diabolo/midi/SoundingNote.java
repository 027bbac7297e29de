package diabolo.midi;

/**
 * A note that has begun and waits for its end.
 *
 * <p>Not thread-safe: it learns its end.
 */
final class SoundingNote {

    private static final long UNKNOWN = -1;

    private final MidiEvent.NoteOn event;
    private final PartBuilder part;
    private final long trackStart;
    private final boolean hadItsEndBefore;
    private long ticks = UNKNOWN;

    /**
     * @param trackStart the tick of the piece at which the track begins
     * @param hadItsEndBefore whether an end without a start stands before it, at the same tick
     */
    SoundingNote(MidiEvent.NoteOn event, PartBuilder part, long trackStart, boolean hadItsEndBefore) {
        this.event = event;
        this.part = part;
        this.trackStart = trackStart;
        this.hadItsEndBefore = hadItsEndBefore;
    }

    MidiEvent.NoteOn event() {
        return event;
    }

    PartBuilder part() {
        return part;
    }

    boolean hadItsEndBefore() {
        return hadItsEndBefore;
    }

    /** @param tick of the track */
    void end(long tick) {
        ticks = tick - event.tick();
    }

    boolean hasEnded() {
        return ticks != UNKNOWN;
    }

    boolean isLengthless() {
        return ticks == 0;
    }

    /** The tick of the piece. */
    long start() {
        return trackStart + event.tick();
    }

    /** Its length, one tick at least. */
    long ticks() {
        return Math.max(1, ticks);
    }
}
