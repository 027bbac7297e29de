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

    static final int CHANNELS = 16;
    private static final int DRUM_CHANNEL = 9;

    private final List<NavigableMap<Long, Integer>> byChannel = new ArrayList<>();
    private final List<NavigableMap<Long, Boolean>> drumKits = new ArrayList<>();

    ChannelPrograms() {
        for (int channel = 0; channel < CHANNELS; channel++) {
            byChannel.add(new TreeMap<>());
            drumKits.add(new TreeMap<>());
        }
    }

    void collect(MidiTrack track) {
        for (MidiEvent.Setting setting : track.settings()) {
            switch (setting) {
                case MidiEvent.ProgramChange change ->
                    byChannel.get(change.channel()).put(change.tick(), change.program());
                case MidiEvent.DrumKit kit -> drumKits.get(kit.channel()).put(kit.tick(), kit.isOn());
            }
        }
    }

    /** Whether a channel plays drums: the tenth does unless the piece says otherwise. */
    boolean areDrumsAt(int channel, long tick) {
        Map.Entry<Long, Boolean> entry = drumKits.get(channel).floorEntry(tick);
        return entry == null ? channel == DRUM_CHANNEL : entry.getValue();
    }

    /** The program that the piece has set a channel to; 0 where nothing is said. */
    int programAt(int channel, long tick) {
        Map.Entry<Long, Integer> entry = byChannel.get(channel).floorEntry(tick);
        return entry == null ? 0 : entry.getValue();
    }
}
