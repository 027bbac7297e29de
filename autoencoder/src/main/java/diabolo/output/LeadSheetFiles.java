package diabolo.output;

import diabolo.abc.AbcWriter;
import diabolo.file.FileSet;
import diabolo.musicxml.MusicXmlWriter;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a lead sheet under one name: what {@link PieceFiles} write, and notation with its chord symbols as MusicXML and ABC.
 *
 * <pre>{@code
 * LeadSheetFiles files = new LeadSheetFiles(PieceFiles.in(Path.of("pieces"), synthesizer));
 * files.write("ode-lead-sheet", song, provenance);
 * }</pre>
 *
 * @param pieces where they are written, and with what sound
 */
public record LeadSheetFiles(PieceFiles pieces) {

    private static final String MUSIC_XML = ".musicxml";
    private static final String ABC = ".abc";

    /**
     * Makes sure that nothing is overwritten.
     *
     * @throws IOException if a file of that name is there
     */
    public void requireFree(String name) throws IOException {
        pieces.requireFree(name);
        PieceFiles.requireFree(pieces.folder(), name, List.of(MUSIC_XML, ABC));
    }

    /**
     * Writes the six files or none.
     *
     * @throws IOException if a file of that name is there, or one cannot be written
     */
    public void write(String name, NoteSequence music, Object provenance) throws IOException {
        PieceFiles.writeNew(set(name, music, provenance));
    }

    /** The same, and files of that name are replaced. */
    public void replace(String name, NoteSequence music, Object provenance) throws IOException {
        set(name, music, provenance).replace();
    }

    private FileSet set(String name, NoteSequence music, Object provenance) throws IOException {
        byte[] musicXml =
                MusicXmlWriter.bytes(music); // what notation cannot hold is refused before anything is written
        byte[] abc = AbcWriter.text(music).getBytes(StandardCharsets.UTF_8);
        return pieces.set(name, music, provenance)
                .with(name + MUSIC_XML, out -> out.write(musicXml))
                .with(name + ABC, out -> out.write(abc));
    }
}
