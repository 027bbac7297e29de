package diabolo.midi;

import java.util.List;

/**
 * The content of a file: its kind of time and its tracks.
 *
 * @param format 0: one track; 1: tracks played together; 2: tracks that are pieces of their own
 */
record MidiFile(int format, Division division, List<MidiTrack> tracks) {

    MidiFile {
        tracks = List.copyOf(tracks);
    }
}
