package diabolo.musicxml;

import diabolo.file.AtomicFile;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes MusicXML 4.0, partwise: what notation programs open.
 *
 * <pre>{@code
 * MusicXmlWriter.write(song, Path.of("song.musicxml"));
 * MusicXmlWriter.write(song, Path.of("song.mxl"));   // compressed
 * byte[] plain = MusicXmlWriter.bytes(song);
 * }</pre>
 *
 * <p>What is written reads back to the same notes, part by part, but for parts without notes, and to the same tempos, meters,
 * keys and chord symbols where each differs from the one before. Notes are cut at bar lines and tied; notes of a part that
 * overlap go to different voices. A bar that a new meter cuts short is written short, and where no meter is known, it is 4/4.
 * Pitches are spelled by the key. Drums are unpitched notes.
 *
 * <p>Positions are exact wherever a million divisions of a quarter note can tell them all apart; otherwise each is rounded to
 * the nearest of 80,640, and a note keeps at least one. Tempos are kept to nine decimals. The twelve lowest pitches of MIDI lie
 * below what MusicXML names, and are written as alterations of its lowest C. Stateless.
 */
public final class MusicXmlWriter {

    private MusicXmlWriter() {}

    /**
     * Writes a file, at once or not at all; compressed where its name ends in {@code .mxl}. A missing folder is made.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if MusicXML cannot hold the piece, see {@link #bytes}
     */
    public static void write(NoteSequence sequence, Path file) throws IOException {
        boolean isCompressed = file.toString().toLowerCase(Locale.ROOT).endsWith(".mxl");
        AtomicFile.write(file, isCompressed ? compressedBytes(sequence) : bytes(sequence));
    }

    /**
     * The bytes of the plain file.
     *
     * @throws IllegalArgumentException if the piece makes more notation than would be read again: more than 1,000 parts,
     *     200,000 bars or 64 MB; or if it has a tempo of more than 10,000 beats a minute
     */
    public static byte[] bytes(NoteSequence sequence) {
        return new DocumentWriter(sequence).write();
    }

    /**
     * The bytes of the compressed file.
     *
     * @throws IllegalArgumentException as in {@link #bytes}
     */
    public static byte[] compressedBytes(NoteSequence sequence) {
        return MxlArchive.of(bytes(sequence));
    }
}
