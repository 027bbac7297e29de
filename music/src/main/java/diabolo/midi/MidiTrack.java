package diabolo.midi;

import java.util.List;

/**
 * A track: its events in order of time, and the tick at which it ends.
 *
 * @param offset of its chunk in the file
 * @param settings those of the channel events that say with what it plays
 */
record MidiTrack(
        int offset,
        List<MidiEvent.OfChannel> channelEvents,
        List<MidiEvent.Setting> settings,
        List<MidiEvent.Meta> metaEvents,
        long endTick) {

    MidiTrack {
        channelEvents = List.copyOf(channelEvents);
        settings = List.copyOf(settings);
        metaEvents = List.copyOf(metaEvents);
    }

    int events() {
        return channelEvents.size() + metaEvents.size();
    }

    /** The name that is written, or else that of its instrument; empty where there is none. */
    String name() {
        String name = "";
        for (MidiEvent.Meta event : metaEvents) {
            if (event instanceof MidiEvent.TrackName(long _, String trackName) && !trackName.isEmpty()) {
                return trackName;
            }
            if (event instanceof MidiEvent.InstrumentName(long _, String instrumentName) && name.isEmpty()) {
                name = instrumentName;
            }
        }
        return name;
    }

    /** Whether its notes belong to the part of the track before it. */
    boolean continues() {
        return metaEvents.stream().anyMatch(MidiEvent.Continuation.class::isInstance);
    }
}
