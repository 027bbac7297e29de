package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiReader;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RagtimeVerbTest {

    @TempDir
    private Path folder;

    private Run run(String commandLine) {
        return CommandRun.of(
                (Object[]) commandLine.replace("@", folder.toString()).split(" ", -1));
    }

    @Test
    void ragsAreMadeForTwoHandsAndReplayedByteForByte() throws IOException {
        Run run = run("generate --model ragtime --bars 8 --seed 3 --out @/made");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).contains("ragtime-seed-3.mid", "two hands in", "known phrases:");
        NoteSequence made = MidiReader.readLenient(folder.resolve("made/ragtime-seed-3.mid"))
                .sequence();
        assertThat(made.parts()).extracting(Part::name).containsExactly("Right hand", "Left hand");
        for (String ending : new String[] {"wav", "png", "musicxml", "abc"}) {
            assertThat(folder.resolve("made/ragtime-seed-3." + ending)).isNotEmptyFile();
        }
        assertThat(run("replay @/made/ragtime-seed-3.json --out @/again").exitCode())
                .isZero();
        assertThat(folder.resolve("again/ragtime-seed-3.mid"))
                .hasSameBinaryContentAs(folder.resolve("made/ragtime-seed-3.mid"));
        assertThat(run("generate --model ragtime --bars 8 --seed 3 --out @/made")
                        .messages())
                .contains("--overwrite");
    }

    @Test
    void aReplayThatWasEditedIsRefusedInOneSentence() throws IOException {
        assertThat(run("generate --model ragtime --bars 4 --seed 3 --out @/made")
                        .exitCode())
                .isZero();
        String json = Files.readString(folder.resolve("made/ragtime-seed-3.json"));
        for (String[] edit : new String[][] {
            {"\"bars\" : \"4\"", "\"bars\" : \"four\"", "says 'four' for its bars and not a whole number"},
            {"\"bars\" : \"4\"", "\"bars\" : \"-4\"", "bars must be between 4 and 128, was -4"},
            {"\"operation\" : \"generate\",", "", "holds no provenance of a piece"},
            {"\"modelHash\" : \"", "\"modelHash\" : \"0", "was made by another ragtime than this one"}
        }) {
            Files.writeString(folder.resolve("edited.json"), json.replace(edit[0], edit[1]));

            Run run = run("replay @/edited.json --out @/again");

            BadInputTest.assertOneSentence(run);
            assertThat(run.messages()).contains(edit[2]);
            assertThat(folder.resolve("again")).doesNotExist();
        }
    }

    @Test
    void whatRagsHaveNotIsRefusedInOneSentence() {
        assertThat(run("generate --model ragtime --style funk --out @/other").messages())
                .contains("--style is not for --model ragtime; leave it out");
        assertThat(run("generate --model ragtime --bars 2 --out @/other").messages())
                .contains("bars must be between 4 and 128, was 2");
        assertThat(folder.resolve("other")).doesNotExist();
    }
}
