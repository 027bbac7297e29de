package diabolo.midi;

import diabolo.note.Key;
import diabolo.note.Meter;

/**
 * An event of a track that matters for notes. Others (controllers, system-exclusive messages, lyrics) are counted by
 * {@link Diagnosis} and left out.
 */
sealed interface MidiEvent {

    /** Ticks since the beginning of the track. */
    long tick();

    /** What a channel plays, and with what. */
    sealed interface OfChannel extends MidiEvent {

        /** 0 to 15. */
        int channel();
    }

    /** With what the channel plays from here on. */
    sealed interface Setting extends OfChannel {}

    /** What is said about the piece or the track. */
    sealed interface Meta extends MidiEvent {}

    /**
     * A note begins.
     *
     * @param velocity 1 to 127: a note-on of velocity 0 is a {@link NoteOff}
     */
    record NoteOn(long tick, int channel, int pitch, int velocity) implements OfChannel {}

    record NoteOff(long tick, int channel, int pitch) implements OfChannel {}

    record ProgramChange(long tick, int channel, int program) implements Setting {}

    /** Whether a channel plays drums from here on, as banks of XG and GM2 and messages of GS say; channel 9 does without. */
    record DrumKit(long tick, int channel, boolean isOn) implements Setting {}

    /** All notes of a channel end: a controller from 120 or from 123 on. */
    record AllNotesOff(long tick, int channel) implements OfChannel {}

    /**
     * A tempo holds from here on.
     *
     * @param microsecondsPerBeat 1 to 16,777,215
     */
    record TempoChange(long tick, int microsecondsPerBeat) implements Meta {}

    record MeterChange(long tick, Meter meter) implements Meta {}

    record KeyChange(long tick, Key key) implements Meta {}

    record TrackName(long tick, String name) implements Meta {}

    record InstrumentName(long tick, String name) implements Meta {}

    /**
     * Our writer's mark on a track whose notes belong to the part of the track before it: MIDI cannot tell in one track
     * which of two nested notes of equal pitch ends first.
     */
    record Continuation(long tick) implements Meta {

        /** The text event that says so. */
        static final String TEXT = "diabolo: continues the track before";
    }
}
