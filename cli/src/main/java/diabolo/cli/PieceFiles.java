package diabolo.cli;

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
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece as people want it: MIDI, sound and a picture, and how it came to be as JSON, all under one name.
 *
 * @param folder where they are written
 * @param synthesizer what plays them
 */
record PieceFiles(Path folder, Synthesizer synthesizer) {

    private static final List<String> ENDINGS = List.of(".mid", ".wav", ".png", ".json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Makes sure that nothing is overwritten.
     *
     * @throws IOException if a file of that name is there
     */
    void requireFree(String name) throws IOException {
        for (String ending : ENDINGS) {
            Path file = folder.resolve(name + ending);
            if (Files.exists(file)) {
                throw new IOException(
                        "%s exists already; choose another folder with --out, or replace it with --overwrite."
                                .formatted(file));
            }
        }
    }

    /** Writes the four files, or none of them if one cannot be written; a piece without notes has no sound. */
    void write(String name, NoteSequence music, Object provenance) throws IOException {
        List<Path> missing = ENDINGS.stream()
                .map(ending -> folder.resolve(name + ending))
                .filter(file -> !Files.exists(file))
                .toList();
        try {
            writeAll(name, music, provenance);
        } catch (IOException | RuntimeException failure) {
            for (Path file : missing) {
                Files.deleteIfExists(file);
            }
            throw failure;
        }
    }

    private void writeAll(String name, NoteSequence music, Object provenance) throws IOException {
        MidiWriter.write(music, folder.resolve(name + ".mid"));
        if (music.allNotes().findAny().isPresent()) {
            WavWriter.write(synthesizer.render(music), WavFormat.STEREO, folder.resolve(name + ".wav"));
        }
        PianoRollPicture.of(music).writePng(folder.resolve(name + ".png"));
        AtomicFile.write(folder.resolve(name + ".json"), JSON.writeValueAsString(provenance) + "\n");
    }
}
