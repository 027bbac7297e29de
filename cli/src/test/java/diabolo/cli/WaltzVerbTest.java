package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.abc.AbcReader;
import diabolo.cli.CommandRun.Run;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaltzVerbTest {

    private static final String HOME = "diabolo.home";

    @TempDir
    private Path folder;

    @BeforeAll
    static void useIncludedModels() {
        System.setProperty(HOME, "..");
    }

    @AfterAll
    static void useThemNoLonger() {
        System.clearProperty(HOME);
    }

    private Run run(String commandLine) {
        return CommandRun.of(
                (Object[]) commandLine.replace("@", folder.toString()).split(" ", -1));
    }

    @Test
    void aWaltzIsMadeInEveryFormatAndReplayed() throws IOException {
        Run run = run("generate --meter 3/4 --bars 8 --seed 3 --out @/made");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).contains("of its 5-note phrases");
        Path made = folder.resolve("made");
        NoteSequence abc = AbcReader.readLenient(made.resolve("piece-0001.abc")).sequence();
        assertThat(abc.meterAt(Beat.ZERO)).isEqualTo(new Meter(3, 4));
        assertThat(abc.chords()).isNotEmpty();
        for (String format : new String[] {"wav", "png", "musicxml"}) {
            assertThat(made.resolve("piece-0001." + format)).exists();
        }
        assertThat(run("replay @/made/piece-0001.json --out @/again").exitCode())
                .isZero();
        assertThat(folder.resolve("again/piece-0001.mid"))
                .hasSameBinaryContentAs(folder.resolve("made/piece-0001.mid"));
        assertThat(run("combine @/made/piece-0001.mid @/made/piece-0001.mid --out @/combined")
                        .messages())
                .contains("Model: melody-2bar-3-4 (a melody with chords in 3/4)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--meter 5/4 | --meter must be 4/4 or 3/4 for whole tunes, was 5/4; choose one of them",
                "--meter 3/4 --model tune-16bar | has no windows of 3/4; choose melody-2bar-3-4",
                "--meter 3/4 --model melody-2bar | --meter is for models of whole tunes without --prior, and melody-2bar makes single windows; choose melody-2bar-3-4",
                "--meter 3/4 --set density=0.3 | melody-2bar-3-4 has no faders",
                "--meter 3/4 --model four-voices | --meter is not for --model four-voices",
            })
    void aMeterThatCannotBeHadGetsOneSentenceAndWritesNothing(String arguments, String sentence) {
        Run run = run("generate --out @/out " + arguments);

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.messages()).contains(sentence);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
