package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.abc.AbcReader;
import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiReader;
import diabolo.musicxml.MusicXmlReader;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoraleVerbTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        write("tune.abc", "M:4/4\nL:1/4\nK:G\nGBdB|c2A2|d2F2|G4|");
        write("five.abc", "M:5/4\nL:1/4\nK:C\ncdefg|");
        write("low.abc", "M:4/4\nL:1/4\nK:C\nC,,D,,E,,F,,|");
        write("thirds.abc", "M:4/4\nL:1/4\nK:C\n[ce][df]ef|");
    }

    private void write(String name, String music) throws IOException {
        Files.writeString(folder.resolve(name), "X:1\nT:Tune\n" + music + "\n");
    }

    private Run run(String commandLine) {
        return CommandRun.of(
                (Object[]) commandLine.replace("@", folder.toString()).split(" ", -1));
    }

    @Test
    void theMelodyStaysAndThreeVoicesAreAddedInEveryFormat() throws IOException {
        Run run = run("harmonize @/tune.abc --out @/out");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).contains("tune-chorale.mid", "four voices in G major");
        NoteSequence melody = AbcReader.readLenient(folder.resolve("tune.abc")).sequence();
        Path made = folder.resolve("out");
        NoteSequence midi =
                MidiReader.readLenient(made.resolve("tune-chorale.mid")).sequence();
        assertThat(midi.parts()).extracting(Part::name).containsExactly("Soprano", "Alto", "Tenor", "Bass");
        assertThat(midi.parts().getFirst().notes())
                .isEqualTo(melody.parts().getFirst().notes());
        assertThat(MusicXmlReader.readLenient(made.resolve("tune-chorale.musicxml"))
                        .sequence()
                        .allNotes())
                .hasSameSizeAs(midi.allNotes().toList());
        assertThat(AbcReader.readLenient(made.resolve("tune-chorale.abc"))
                        .sequence()
                        .parts())
                .hasSize(4);
        assertThat(made.resolve("tune-chorale.png")).exists();
        assertThat(Files.readString(made.resolve("tune-chorale.json"))).contains("four-voices", "G major");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAVoiceOfThePieceCanBeKept() throws IOException {
        assertThat(run("harmonize @/tune.abc --style chorale --seed 4 --out @/a")
                        .exitCode())
                .isZero();
        assertThat(run("harmonize @/tune.abc --style chorale --seed 4 --out @/b")
                        .exitCode())
                .isZero();
        assertThat(run("harmonize @/a/tune-chorale.mid --style chorale --keep bass --seed 5 --out @/c")
                        .exitCode())
                .isZero();

        assertThat(folder.resolve("a/tune-chorale.mid")).hasSameBinaryContentAs(folder.resolve("b/tune-chorale.mid"));
        Part bass = MidiReader.readLenient(folder.resolve("a/tune-chorale.mid"))
                .sequence()
                .parts()
                .getLast();
        assertThat(MidiReader.readLenient(folder.resolve("c/tune-chorale-chorale.mid"))
                        .sequence()
                        .parts()
                        .getLast()
                        .notes())
                .isEqualTo(bass.notes());
    }

    @Test
    void piecesAreMadeFromNothingAsWell() throws IOException {
        Run run = run("generate --model four-voices --bars 4 --key a --count 2 --seed 3 --out @/new");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).contains("four-voices-seed-3.mid", "four-voices-seed-4.mid", "A major");
        NoteSequence made = MidiReader.readLenient(folder.resolve("new/four-voices-seed-3.mid"))
                .sequence();
        assertThat(made.parts()).hasSize(4);
        assertThat(made.length().toDouble()).isLessThanOrEqualTo(16);
        assertThat(run("generate --model four-voices --form AABA --out @/other").messages())
                .contains("--form is not for --model four-voices; leave it out");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "1 | @/five.abc | Tune is in 5/4, and four voices are learned of music in 4/4, 3/4",
                "1 | @/low.abc | Tune goes from C2 to F2, and a soprano sings from",
                "1 | @/thirds.abc | Tune has several notes at once in its melody",
                "1 | @/tune.abc --keep bass | Tune has no part named Bass to keep",
                "2 | @/tune.abc --keep soprano | --keep",
                "2 | @/tune.abc --pattern bossa | --pattern is not for --style chorale; leave it out",
                "2 | @/tune.abc --temperature 11 | temperature must be between 0.01 and 10, was 11",
                "1 | @/none.abc | there is no such file",
            })
    void whatCannotBeMadeGetsOneSentenceAndWritesNothing(int exitCode, String arguments, String sentence) {
        Run run = run("harmonize --style chorale --out @/out " + arguments);

        assertThat(run.messages()).contains(sentence);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
