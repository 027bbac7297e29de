package diabolo.midi;

import java.util.List;

/**
 * A track: its events in order of time, and the tick at which it ends.
 *
 * @param offset of its chunk in the file
 */
record MidiTrack(int offset, List<MidiEvent.OfChannel> channelEvents, List<MidiEvent.Meta> metaEvents, long endTick) {

    MidiTrack {
        channelEvents = List.copyOf(channelEvents);
        metaEvents = List.copyOf(metaEvents);
    }

    int events() {
        return channelEvents.size() + metaEvents.size();
    }
}
