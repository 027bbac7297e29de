package diabolo.midi;

import diabolo.note.Finding;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads Standard MIDI Files, plain or in a RIFF wrapper.
 *
 * <pre>{@code
 * NoteSequence blues = MidiReader.read(Path.of("blues.mid"));          // refuses what breaks a rule
 * Reading karaoke = MidiReader.readLenient(Path.of("broken.kar"));     // mends what can be mended
 * karaoke.findings().forEach(finding -> System.err.println(finding.sentence()));
 * }</pre>
 *
 * <p>Every track gives a {@link diabolo.note.Part} for each channel and program it plays, named after the track; channel 10
 * is the drums. Notes pair first in, first out for each channel and pitch; one without an end lasts to the end of its track,
 * one without length gets a tick. In format 2, where tracks are pieces of their own, they follow one another. SMPTE time,
 * which counts seconds, gives two beats to the second at a constant tempo of 120.
 *
 * <p>Memory and time are bounded by the size of the file, which may be 64 MiB with four million events, a
 * million of them notes. Stateless.
 */
public final class MidiReader {

    /** As many as fit into a small heap. */
    private static final int MOST_NOTES = 1_000_000;

    private MidiReader() {}

    /**
     * Reads a file that keeps every rule of the format.
     *
     * @throws MalformedMidiException at the first broken rule, with its byte and the way out
     * @throws IOException if the file cannot be read
     */
    public static NoteSequence read(Path file) throws IOException {
        return read(FileBytes.read(file));
    }

    /**
     * Reads the bytes of a file that keeps every rule of the format.
     *
     * @throws MalformedMidiException at the first broken rule, with its byte and the way out
     */
    public static NoteSequence read(byte[] bytes) throws MalformedMidiException {
        return assemble(bytes, new Diagnosis(Diagnosis.Mode.STRICT)).sequence();
    }

    /**
     * Reads a file and mends what can be mended; the findings tell what.
     *
     * @throws MalformedMidiException if there is nothing to read
     * @throws IOException if the file cannot be read
     */
    public static Reading readLenient(Path file) throws IOException {
        return readLenient(FileBytes.read(file));
    }

    /**
     * Reads the bytes of a file and mends what can be mended; the findings tell what.
     *
     * @throws MalformedMidiException if there is nothing to read
     */
    public static Reading readLenient(byte[] bytes) throws MalformedMidiException {
        return assemble(bytes, new Diagnosis(Diagnosis.Mode.LENIENT));
    }

    private static Reading assemble(byte[] bytes, Diagnosis diagnosis) throws MalformedMidiException {
        FileBytes.requireSize(bytes.length);
        MidiFile file = new ChunkParser(bytes, diagnosis).parse();
        requireFewNotes(file);
        NoteSequence sequence = new NoteAssembler(file, diagnosis).assemble();
        return new Reading(sequence, diagnosis.findings());
    }

    private static void requireFewNotes(MidiFile file) throws MalformedMidiException {
        int events = file.tracks().stream().mapToInt(MidiTrack::events).sum();
        long notes = events > MOST_NOTES ? countNotes(file) : 0;
        if (notes > MOST_NOTES) {
            throw new MalformedMidiException(new Finding(
                    Finding.Kind.REFUSED,
                    "whole file",
                    "the file has %,d notes, and at most %,d are read".formatted(notes, MOST_NOTES),
                    "split it into shorter pieces"));
        }
    }

    private static long countNotes(MidiFile file) {
        return file.tracks().stream()
                .flatMap(track -> track.channelEvents().stream())
                .filter(MidiEvent.NoteOn.class::isInstance)
                .count();
    }
}
