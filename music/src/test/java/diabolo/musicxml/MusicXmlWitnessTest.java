package diabolo.musicxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.midi.MidiReader;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MuseScore reads what is written here as the same notes. */
class MusicXmlWitnessTest {

    private static final Path PROGRAM = Path.of("/usr/bin/mscore3");

    /** It plays notes a tick shorter than they are written, in 480 ticks a beat. */
    private static final double TOLERANCE = 3.0 / 480;

    @TempDir
    private Path folder;

    @Test
    void tupletsOfAllKindsAreReadTheSame() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "MuseScore 3 is not installed");
        List<Note> notes = new ArrayList<>();
        Beat position = Beat.ZERO;
        for (int count : new int[] {3, 5, 7, 9, 6, 12}) {
            Beat part = Beat.of(2, count);
            for (int i = 0; i < count; i++) {
                notes.add(new Note(Pitch.of(60 + i), Velocity.of(90), position, part));
                position = position.plus(part);
            }
        }
        NoteSequence piece =
                NoteSequence.of("w", new Tempo(120), Meter.FOUR_FOUR, List.of(new Part("a", Instrument.PIANO, notes)));

        NoteSequence read = asMuseScoreReads(piece);

        List<Note> found = read.allNotes().sorted(Note.IN_TIME).toList();
        assertThat(found).hasSameSizeAs(notes);
        for (int i = 0; i < notes.size(); i++) {
            assertThat(found.get(i).pitch()).isEqualTo(notes.get(i).pitch());
            assertThat(found.get(i).start().minus(notes.get(i).start()).toDouble())
                    .isBetween(-TOLERANCE, TOLERANCE);
            assertThat(found.get(i).end().minus(notes.get(i).end()).toDouble()).isBetween(-TOLERANCE, TOLERANCE);
        }
    }

    private NoteSequence asMuseScoreReads(NoteSequence piece) throws Exception {
        Path written = folder.resolve("w.musicxml");
        Path midi = folder.resolve("w.mid");
        MusicXmlWriter.write(piece, written);
        ProcessBuilder program = new ProcessBuilder(PROGRAM.toString(), "-o", midi.toString(), written.toString());
        program.environment().put("QT_QPA_PLATFORM", "offscreen");
        program.environment().put("HOME", folder.toString());
        Process process = program.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return MidiReader.readLenient(midi).sequence();
    }
}
