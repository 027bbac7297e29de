package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluateTest extends OnTinyModels {

    private static final String SILENCE = "X:1\nT:Nothing\nM:4/4\nL:1/4\nK:C\nz4|\n";

    private Run evaluate(String model, Path music) {
        return run("evaluate --model @/" + model + " --corpus", music, "--out", folder.resolve("report"));
    }

    private Path music() throws IOException {
        Path music = Files.createDirectory(folder.resolve("music"));
        for (String name : new String[] {"tune1.mid", "tune2.mid", "tune3.mid", "four.abc"}) {
            Files.copy(shared.resolve(name), music.resolve(name));
        }
        Files.writeString(music.resolve("nothing.abc"), SILENCE);
        return music;
    }

    @Test
    void aModelOfTokensIsMeasuredByTokensBesideAlwaysHolding() throws IOException {
        Run run = evaluate("melody", music());

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains("teacherForced.accuracy\t", "sampled.accuracy\t", "onset.f1\t", "kl.bits\t", "activeUnits\t")
                .contains("baseline.alwaysHold.accuracy\t", "refusedFiles\t1");
        assertThat(folder.resolve("report/report.html"))
                .content()
                .contains("Refused files", "nothing.abc", "Overlap with the training music");
    }

    @Test
    void aModelOfPianoRollsIsMeasuredByCellsAndNotesBesideSilence() throws IOException {
        Run run = evaluate("dense", music());

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains("wrongCells\t", "noteF1\t", "baseline.silence.wrongCells\t", "overlap.meanShare\t");
    }

    @Test
    void musicOfWhichNothingCanBeUsedIsRefusedInASentence() throws IOException {
        Path silence = Files.writeString(folder.resolve("silence.abc"), SILENCE);

        BadInputTest.assertOneSentence(evaluate("melody", silence));
        BadInputTest.assertOneSentence(evaluate("melody", folder.resolve("absent")));
    }

    @Test
    void madeMelodiesAreMeasuredBesideRealOnes() throws IOException {
        Path music = Files.createDirectory(folder.resolve("tunes"));
        for (String notes : new String[] {"CDEF GABc|dcBA GFEC|", "cGEG cGEG|fdBd c2C2|"}) {
            Files.writeString(music.resolve(notes.charAt(0) + ".abc"), "X:1\nM:4/4\nL:1/8\nK:C\n" + notes + "\n");
        }
        Files.writeString(music.resolve("nothing.abc"), SILENCE);

        Run run = run("evaluate --bars 2 --music", music, "--real", music, "--out", folder.resolve("report"));

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).contains("made.repeatedNotes\t", "floor.intervalOverlap\t", "made.refusedPieces\t1");
        BadInputTest.assertOneSentence(run("evaluate --music", music));
        BadInputTest.assertOneSentence(run("evaluate --corpus", music, "--learned", music));
        BadInputTest.assertOneSentence(run("evaluate --music", music, "--real", music, "--corpus", music));
        BadInputTest.assertOneSentence(run("evaluate --bars 0 --music", music, "--real", music));
        BadInputTest.assertOneSentence(run("evaluate --meter 5/7 --music", music, "--real", music));
    }

    @Test
    void whatHasNoMeaningIsRefusedInsteadOfIgnored() throws IOException {
        Path music = music();

        Run seeded = run("evaluate --seed 2 --music", music, "--real", music);
        BadInputTest.assertOneSentence(seeded);
        assertThat(seeded.messages()).contains("--seed is for a model's data (--corpus)");
        for (String other : new String[] {"--bars 8", "--meter 3/4"}) {
            Run run = run("evaluate " + other + " --model @/melody --corpus", music);
            BadInputTest.assertOneSentence(run);
            assertThat(run.messages()).contains(other.split(" ", -1)[0] + " is for made music (--music)");
        }
    }

    @Test
    void madeDrumsAreMeasuredBesidePlayedOnes() throws IOException {
        Path music = Files.createDirectory(folder.resolve("drums"));
        for (int number = 0; number < 4; number++) {
            writeDrums(music.resolve("groove%d.mid".formatted(number)), number);
        }

        Run run =
                run("evaluate --music", music, "--real", music, "--learned", music, "--out", folder.resolve("report"));

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains("made.backbeat\t1.0", "real.kickOnDownbeat\t1.0", "floor.hitOverlap\t")
                .contains("made.learned.knownShare\t1.0");
        BadInputTest.assertOneSentence(run("evaluate --music", music, "--real", folder.resolve("absent")));
        BadInputTest.assertOneSentence(run("evaluate --meter 3/4 --music", music, "--real", music));
        BadInputTest.assertOneSentence(run("evaluate --music", music, "--real", music.resolve("groove1.mid")));
        BadInputTest.assertOneSentence(run("evaluate --model @/dense --music", music, "--real", music));
    }

    /** Rock, and a tom that moves with the number. */
    private static void writeDrums(Path file, int number) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (int beat = 0; beat < 16; beat++) {
            notes.add(drum(beat % 2 == 0 ? 36 : 38, Beat.of(beat)));
            notes.add(drum(45, Beat.of(4 * beat + number, 4)));
        }
        Part drums = new Part("", new Instrument.Drums(), notes);
        MidiWriter.write(NoteSequence.of("groove", new Tempo(100), Meter.FOUR_FOUR, List.of(drums)), file);
    }

    private static Note drum(int pitch, Beat start) {
        return new Note(Pitch.of(pitch), Velocity.of(90), start, Beat.of(1, 4));
    }

    @Test
    void chordTonesAndPhrasesOfTheTrainingMusicAreMeasuredWhereThereAreSome() throws IOException {
        Path music = Files.createDirectory(folder.resolve("tunes"));
        for (String notes : new String[] {"\"C\"CDEF GABc|\"G\"dcBA GFEC|", "\"C\"cGEG cGEG|fdBd c2C2|"}) {
            Files.writeString(music.resolve(notes.charAt(3) + ".abc"), "X:1\nM:4/4\nL:1/8\nK:C\n" + notes + "\n");
        }

        Path model = Path.of("..", "models", "melody-2bar");

        Run run = run(
                "evaluate --bars 2 --music",
                music,
                "--real",
                music,
                "--model",
                model,
                "--out",
                folder.resolve("report"));

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains("made.leadSheets\t2", "made.chordTonesOnBeat\t", "real.chordTones\t")
                .contains("made.model.knownShare\t", "real.model.knownShare\t");
    }

    @Test
    void aReportIsNotWrittenOver() throws IOException {
        Path music = music();
        evaluate("melody", music);

        Run again = evaluate("melody", music);

        BadInputTest.assertOneSentence(again);
        assertThat(again.messages()).contains("is not empty");
    }
}
