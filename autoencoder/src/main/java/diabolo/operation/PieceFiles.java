package diabolo.operation;

import diabolo.audio.Pcm;
import diabolo.audio.Synthesizer;
import diabolo.audio.WavFormat;
import diabolo.audio.WavWriter;
import diabolo.file.AtomicFile;
import diabolo.midi.MidiWriter;
import diabolo.note.NoteSequence;
import diabolo.picture.PianoRollPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                throw new IOException(
                        "%s exists already; choose another folder with --out, or replace it with --overwrite."
                                .formatted(file));
            }
        }
    }

    /** Writes the four files or none; a piece without notes has no audio. */
    public void write(String name, NoteSequence music, Object provenance) throws IOException {
        write(folder, name, contents(music, provenance));
    }

    /** Writes files by their endings, or none. */
    static void write(Path folder, String name, Map<String, Content> contents) throws IOException {
        boolean newFolder = Files.notExists(folder);
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<String, Content> file : contents.entrySet()) {
                Path path = folder.resolve(name + file.getKey());
                file.getValue().writeTo(path);
                written.add(path);
            }
        } catch (IOException | RuntimeException failure) {
            for (Path path : written) {
                Files.deleteIfExists(path);
            }
            if (newFolder) {
                Files.deleteIfExists(folder);
            }
            throw failure;
        }
    }

    private Map<String, Content> contents(NoteSequence music, Object provenance) throws IOException {
        Map<String, Content> contents = new LinkedHashMap<>();
        if (music.allNotes().findAny().isPresent()) {
            Pcm sound = synthesizer.render(music); // an unfit SoundFont is refused before anything is written
            contents.put(".wav", path -> WavWriter.write(sound, WavFormat.STEREO, path));
        } else {
            contents.put(".wav", Files::deleteIfExists); // of a piece that this one replaces
        }
        contents.put(".mid", path -> MidiWriter.write(music, path));
        contents.put(".png", path -> PianoRollPicture.of(music).writePng(path));
        contents.put(".json", json(provenance));
        return contents;
    }

    static Content json(Object content) {
        return path -> AtomicFile.write(path, JSON.writeValueAsString(content) + "\n");
    }

    /** Writes one of the files. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path path) throws IOException;
    }
}
