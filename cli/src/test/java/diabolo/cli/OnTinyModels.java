package diabolo.cli;

import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiWriter;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.representation.Drums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests of verbs on codes share a dense, a convolutional and a recurrent model of one bar. In a command line {@code @} stands for the folder with what
 * {@link #layOut} puts there.
 */
abstract class OnTinyModels {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void layOut() throws IOException {
        TinyModel.save(shared.resolve("dense"));
        TinyModel.saveConvolutional(shared.resolve("convolutional"));
        TinyMelodyModel.save(shared.resolve("melody"));
        TinyMelodyModel.save("tiny-drums", Drums.of(1), List.<int[][]>of(new int[1][16]), shared.resolve("drums"));
        for (int notes = 1; notes <= 4; notes++) {
            write("tune" + notes, Meter.FOUR_FOUR, notes);
        }
        write("long", Meter.FOUR_FOUR, 9);
        write("waltz", new Meter(3, 4), 3);
        write("silent", Meter.FOUR_FOUR, 0);
        Files.writeString(shared.resolve("four.abc"), "X:1\nT:Four\nM:4/4\nL:1/4\nK:C\nCDEF|GFED|CDEF|C3|\n");
        Files.writeString(shared.resolve("pickup.abc"), "X:1\nT:Pickup\nM:4/4\nL:1/4\nK:C\nG|CDEF|GFED|C3|\n");
        Files.writeString(shared.resolve("two.json"), """
                [{"file": "a", "window": 1, "code": [0, 0, 0, 0]}, {"file": "a", "window": 2, "code": [0, 0, 1, 0]}]""");
    }

    /** Quarter notes in a row, up from middle C. */
    private static void write(String name, Meter meter, int notes) throws IOException {
        List<Note> scale = IntStream.range(0, notes)
                .mapToObj(i -> new Note(Pitch.of(60 + i), Velocity.of(90), Beat.of(i), Beat.of(1)))
                .toList();
        MidiWriter.write(
                NoteSequence.of(name, new Tempo(120), meter, List.of(new Part("", Instrument.PIANO, scale))),
                shared.resolve(name + ".mid"));
    }

    Run run(String commandLine, Object... more) {
        Stream<Object> words =
                Stream.of((Object[]) commandLine.replace("@", shared.toString()).split(" "));
        return CommandRun.of(Stream.concat(words, Stream.of(more)).toArray());
    }
}
