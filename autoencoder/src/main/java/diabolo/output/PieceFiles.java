package diabolo.output;

import diabolo.audio.Pcm;
import diabolo.audio.Synthesizer;
import diabolo.audio.WavFormat;
import diabolo.audio.WavWriter;
import diabolo.file.FileSet;
import diabolo.grid.QuantizedSequence;
import diabolo.midi.MidiWriter;
import diabolo.note.NoteSequence;
import diabolo.picture.PianoRollPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a piece under one name: MIDI, audio, a piano roll as a picture, and its provenance as JSON.
 *
 * <pre>{@code
 * PieceFiles files = PieceFiles.in(Path.of("pieces"), Synthesizer.playing(SoundFont.find()));
 * files.write("blues-vary-0001", piece.music(), piece.provenance());
 * }</pre>
 *
 * @param folder where they are written
 * @param synthesizer that renders the audio
 */
public record PieceFiles(Path folder, Synthesizer synthesizer) {

    private static final List<String> ENDINGS = List.of(".mid", ".wav", ".png", ".json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Files in a folder, which need not exist yet.
     *
     * @throws IOException if files cannot be written there; checked before a long search
     */
    public static PieceFiles in(Path folder, Synthesizer synthesizer) throws IOException {
        requireFolder(folder);
        return new PieceFiles(folder, synthesizer);
    }

    /** Requires a folder that exists or can be created. */
    static void requireFolder(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && Files.notExists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new IOException("%s is a file, not a folder; choose another name with --out.".formatted(there));
        }
        if (!Files.isWritable(there)) {
            throw new IOException(
                    "In the folder %s nothing may be written; change its permissions, or choose another with --out."
                            .formatted(there));
        }
    }

    /**
     * Makes sure that nothing is overwritten.
     *
     * @throws IOException if a file of that name is there
     */
    public void requireFree(String name) throws IOException {
        requireFree(folder, name, ENDINGS);
    }

    static void requireFree(Path folder, String name, List<String> endings) throws IOException {
        for (String ending : endings) {
            Path file = folder.resolve(name + ending);
            if (Files.exists(file)) {
                throw new IOException(exists(file.toString()));
            }
        }
    }

    private static String exists(String file) {
        return "%s exists already; choose another folder with --out, or replace it with --overwrite.".formatted(file);
    }

    /**
     * Writes the four files or none; a piece without notes has no audio.
     *
     * @throws IOException if a file of that name is there, or one cannot be written
     */
    public void write(String name, NoteSequence music, Object provenance) throws IOException {
        writeNew(set(name, music, provenance));
    }

    /** The same, and files of that name are replaced. */
    public void replace(String name, NoteSequence music, Object provenance) throws IOException {
        set(name, music, provenance).replace();
    }

    /**
     * Writes a picture of the pieces of a grid.
     *
     * @param columns pieces to a row
     * @param pieces of equal length, row by row; one or more
     * @throws IOException if a file of that name is there
     */
    public void writeGrid(String name, int columns, List<QuantizedSequence> pieces) throws IOException {
        writeNew(grid(name, columns, pieces));
    }

    /** The same, and a file of that name is replaced. */
    public void replaceGrid(String name, int columns, List<QuantizedSequence> pieces) throws IOException {
        grid(name, columns, pieces).replace();
    }

    private FileSet grid(String name, int columns, List<QuantizedSequence> pieces) {
        return FileSet.in(folder)
                .with(
                        name + ".png",
                        out -> out.write(GridPicture.of(name, columns, pieces).toPng()));
    }

    static void writeNew(FileSet files) throws IOException {
        try {
            files.writeNew();
        } catch (FileAlreadyExistsException there) {
            throw new IOException(exists(there.getFile()), there);
        }
    }

    FileSet set(String name, NoteSequence music, Object provenance) throws IOException {
        FileSet files = FileSet.in(folder);
        if (music.allNotes().findAny().isPresent()) {
            Pcm sound = synthesizer.render(music); // an unfit SoundFont is refused before anything is written
            files.with(name + ".wav", out -> WavWriter.write(sound, WavFormat.STEREO, out));
        } else {
            files.without(name + ".wav");
        }
        return files.with(name + ".mid", out -> out.write(MidiWriter.bytes(music)))
                .with(name + ".png", out -> out.write(PianoRollPicture.of(music).toPng()))
                .with(name + ".json", out -> out.write(json(provenance)));
    }

    static byte[] json(Object content) {
        return (JSON.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
