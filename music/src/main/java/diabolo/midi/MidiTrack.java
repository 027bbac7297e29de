package diabolo.midi;

import java.util.List;

/**
 * A track: its events in order of time, and the tick at which it ends.
 *
 * @param offset of its chunk in the file
 */
record MidiTrack(int offset, List<MidiEvent> events, long endTick) {

    MidiTrack {
        events = List.copyOf(events);
    }
}
