package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.abc.AbcReader;
import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiReader;
import diabolo.musicxml.MusicXmlReader;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadSheetVerbTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        Files.writeString(
                folder.resolve("tune.abc"), "X:1\nT:Tune\nM:4/4\nL:1/4\nK:G\nGBdB|c2A2|d2F2|G4|GBdB|c2A2|d2F2|G4|\n");
        Files.writeString(folder.resolve("silent.abc"), "X:1\nT:Silence\nM:4/4\nL:1/4\nK:C\nz4|z4|\n");
    }

    private Run run(String commandLine) {
        return CommandRun.of(
                (Object[]) commandLine.replace("@", folder.toString()).split(" ", -1));
    }

    @Test
    void theMelodyStaysAndChordsAndBassAreAddedInEveryFormat() throws IOException {
        Run run = run("harmonize @/tune.abc --style lead-sheet --out @/out");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).contains("tune-lead-sheet.mid", "stride in G major");
        NoteSequence melody = AbcReader.readLenient(folder.resolve("tune.abc")).sequence();
        Path made = folder.resolve("out");
        NoteSequence midi =
                MidiReader.readLenient(made.resolve("tune-lead-sheet.mid")).sequence();
        assertThat(midi.parts()).hasSize(3);
        assertThat(midi.parts().getFirst().notes())
                .isEqualTo(melody.parts().getFirst().notes());
        NoteSequence xml = MusicXmlReader.readLenient(made.resolve("tune-lead-sheet.musicxml"))
                .sequence();
        NoteSequence abc =
                AbcReader.readLenient(made.resolve("tune-lead-sheet.abc")).sequence();
        assertThat(xml.chords()).isNotEmpty().isEqualTo(abc.chords());
        assertThat(xml.chords().getFirst().value().text()).isEqualTo("G");
        assertThat(xml.allNotes()).hasSameSizeAs(midi.allNotes().toList());
        assertThat(made.resolve("tune-lead-sheet.wav")).exists();
        assertThat(made.resolve("tune-lead-sheet.png")).exists();
        assertThat(Files.readString(made.resolve("tune-lead-sheet.json"))).contains("lead-sheet-chords", "beat 0: G");
    }

    @Test
    void theSameSeedAndTemperatureGiveTheSameAgain() throws IOException {
        String command = "harmonize @/tune.abc --style lead-sheet --temperature 2 --pattern bossa --seed 4 --out @/";

        assertThat(run(command + "a").exitCode()).isZero();
        assertThat(run(command + "b").exitCode()).isZero();

        assertThat(folder.resolve("a/tune-lead-sheet.mid"))
                .hasSameBinaryContentAs(folder.resolve("b/tune-lead-sheet.mid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "2 | @/tune.abc --pattern bosa | 'bosa' is no pattern of accompaniment; the nearest names are bossa",
                "1 | @/tune.abc --pattern waltz | waltz has no bar of 4/4, only of 3/4, 3/8; choose block or",
                "1 | @/silent.abc | \"Silence\" has no note to find a chord for; give a melody with notes",
                "1 | @/tune.abc --key H | 'H' is no key",
                "2 | @/tune.abc --temperature 11 | --temperature must be between 0 and 10, was 11",
                "2 | @/tune.abc --starts 3 | --starts is not for --style lead-sheet; leave it out",
                "1 | @/none.abc | there is no such file",
            })
    void whatCannotBeMadeGetsOneSentenceAndWritesNothing(int exitCode, String arguments, String sentence) {
        Run run = run("harmonize --style lead-sheet --out @/out " + arguments);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.messages()).contains(sentence);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void patternsAreNotForASearchAndOtherwiseAskForALeadSheet() {
        assertThat(run("harmonize @/tune.abc --pattern bossa --starts 2").messages())
                .contains("--pattern is not for --style deephear; leave it out, or name the other style");
        assertThat(run("harmonize @/tune.abc --pattern bossa --out @/bossa").results())
                .contains("tune-lead-sheet.mid", "bossa");
    }
}
