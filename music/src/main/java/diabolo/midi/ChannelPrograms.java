package diabolo.midi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The programs that the channels of a piece are set to over time, whichever track says so: some files set all programs in
 * their first track.
 *
 * <p>Not thread-safe while tracks are collected.
 */
final class ChannelPrograms {

    private static final int CHANNELS = 16;

    private final List<NavigableMap<Long, Integer>> byChannel = new ArrayList<>();

    ChannelPrograms() {
        for (int channel = 0; channel < CHANNELS; channel++) {
            byChannel.add(new TreeMap<>());
        }
    }

    void collect(MidiTrack track) {
        for (MidiEvent event : track.events()) {
            if (event instanceof MidiEvent.ProgramChange change) {
                byChannel.get(change.channel()).put(change.tick(), change.program());
            }
        }
    }

    /** The program that the piece has set a channel to; 0 where nothing is said. */
    int programAt(int channel, long tick) {
        Map.Entry<Long, Integer> entry = byChannel.get(channel).floorEntry(tick);
        return entry == null ? 0 : entry.getValue();
    }
}
