package diabolo.midi;

import diabolo.file.AtomicFile;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes Standard MIDI Files of format 1: a first track with title, tempos, meters and keys, then a track for each part.
 *
 * <pre>{@code
 * MidiWriter.write(bridge, Path.of("bridge.mid"));
 * byte[] same = MidiWriter.bytes(bridge);
 * }</pre>
 *
 * <p>What is written reads back to the same notes, part by part, but for parts without notes. Positions are exact wherever a
 * resolution of at most 32767 ticks a beat can tell them all apart; otherwise each is rounded to the nearest of 960 ticks,
 * and a note keeps at least one. Tempos are kept to the whole microsecond a beat.
 *
 * <p>Drums play on channel 10. Up to 15 melodic parts have a channel of their own; of more, those with the same program
 * share one, and programs beyond the fifteenth go to a further MIDI port. Where two notes of a part have the same pitch and
 * one encloses the other, the inner one goes to a track of its own, marked as a continuation of the part. Chord symbols are not
 * written, since MIDI has no event for them. Stateless.
 */
public final class MidiWriter {

    private MidiWriter() {}

    /**
     * Writes a file, at once or not at all: a file of that name is replaced only by a complete one;
     * a missing folder is made.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if MIDI cannot hold the piece, see {@link #bytes}
     */
    public static void write(NoteSequence sequence, Path file) throws IOException {
        AtomicFile.write(file, bytes(sequence));
    }

    /**
     * The bytes of the file.
     *
     * @throws IllegalArgumentException if MIDI cannot hold the piece: a tempo below 3.58 beats a minute, more than 65,534
     *     tracks, or positions beyond 2^40 ticks
     */
    public static byte[] bytes(NoteSequence sequence) {
        return new FileEncoder(sequence).encode();
    }
}
