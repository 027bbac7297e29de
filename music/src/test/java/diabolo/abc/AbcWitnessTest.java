package diabolo.abc;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code abc2midi} reads what is written here as the same notes. */
class AbcWitnessTest {

    private static final Path PROGRAM = Path.of("/usr/bin/abc2midi");

    /** It plays notes a tick shorter than they are written, in 480 ticks a beat. */
    private static final double TOLERANCE = 3.0 / 480;

    @TempDir
    private Path folder;

    @Test
    void tupletsOfAllKindsAreReadTheSame() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "abc2midi is not installed");
        Random random = new Random(7);
        for (int divisor : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 14, 16, 18, 20, 24, 28, 32, 36}) {
            assertReadTheSame(lines(random, divisor));
        }
    }

    @Test
    void playedTripletsAreReadAsTriplets() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "abc2midi is not installed");
        List<Note> notes = new ArrayList<>();
        for (int third = 0; third < 12; third++) {
            Beat start = Beat.of(Math.round(third * 1024 / 3.0), 1024);
            Beat end = Beat.of(Math.round((third + 1) * 1024 / 3.0), 1024);
            notes.add(note(60 + third, start, end));
        }

        NoteSequence read = assertReadTheSame(piece(notes));

        assertThat(read.parts().getFirst().notes().get(1).start().toDouble()).isBetween(0.331, 0.336);
    }

    /** Notes and rests of so many parts of a beat, in a row, then over bar lines. */
    private static NoteSequence lines(Random random, int divisor) {
        List<Note> notes = new ArrayList<>();
        Beat position = Beat.ZERO;
        for (int i = 0; i < 60; i++) {
            Beat end = position.plus(Beat.of(1 + random.nextInt(2 * divisor), divisor));
            if (random.nextInt(5) > 0) {
                notes.add(note(55 + random.nextInt(20), position, end));
            }
            position = end;
        }
        return piece(notes);
    }

    private static Note note(int pitch, Beat start, Beat end) {
        return new Note(Pitch.of(pitch), Velocity.of(90), start, end.minus(start));
    }

    private static NoteSequence piece(List<Note> notes) {
        return NoteSequence.of("w", new Tempo(120), Meter.FOUR_FOUR, List.of(new Part("a", Instrument.PIANO, notes)));
    }

    private NoteSequence assertReadTheSame(NoteSequence piece) throws IOException, InterruptedException {
        Path abc = folder.resolve("w.abc");
        Path midi = folder.resolve("w.mid");
        AbcWriter.write(piece, abc);
        Process process = new ProcessBuilder(PROGRAM.toString(), abc.toString(), "-o", midi.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).doesNotContain("Error");
        NoteSequence read = MidiReader.readLenient(midi).sequence();
        List<Note> written = piece.allNotes().sorted(Note.IN_TIME).toList();
        List<Note> found = read.allNotes().sorted(Note.IN_TIME).toList();
        assertThat(found).as(Files.readString(abc)).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            assertThat(found.get(i).pitch()).isEqualTo(written.get(i).pitch());
            assertThat(found.get(i).start().minus(written.get(i).start()).toDouble())
                    .isBetween(-TOLERANCE, TOLERANCE);
            assertThat(found.get(i).end().minus(written.get(i).end()).toDouble())
                    .isBetween(-TOLERANCE, TOLERANCE);
        }
        return read;
    }
}
