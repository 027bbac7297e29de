package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verbs on codes, on models of every family. */
class LatentVerbsTest extends OnTinyModels {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reconstruct @/tune2.mid | 1",
                "interpolate @/tune1.mid @/tune4.mid --count 2 | 3",
                "interpolate @/tune1.mid @/tune4.mid --count 2 --linear | 3",
                "interpolate @/tune1.mid @/tune4.mid --count 3 --data | 4",
                "interpolate @/tune1.mid @/tune2.mid @/tune3.mid @/tune4.mid --grid 2 | 5",
                "average @/tune1.mid @/tune2.mid @/tune4.mid | 1",
                "translate @/tune2.mid --from @/tune1.mid --to @/tune4.mid --strength 0.5 | 1",
                "vary @/tune2.mid --distance 2 --count 2 | 2",
                "walk @/tune2.mid --distance 2 --count 2 | 3",
                "path @/tune1.mid @/tune2.mid @/tune1.mid --count 2 | 4",
                "continue @/tune2.mid --tries 64 --rounds 1 | 1",
                "continue @/tune4.mid --tries 64 --rounds 1 --windows 2 --count 2 | 2",
                "constrain --notes @/tune2.mid --density 0.2 --count 2 --draws 16 --rounds 2 --updates 10 | 2",
                "constrain --notes @/long.mid --correct --draws 8 --rounds 0 --updates 5 | 1",
                "refine @/tune3.mid --iterations 3 | 1"
            })
    void everyResultIsPrintedAndReplaysToTheSameBytes(String commandLine, int pieces) throws IOException {
        for (String model : List.of("dense", "convolutional", "melody")) {
            Path out = folder.resolve(model);

            Run made = run(commandLine + " --model @/" + model + " --seed 5 --temperature 0.8", "--out", out);

            assertThat(made.exitCode()).as(made.messages()).isZero();
            assertThat(made.results().lines().filter(line -> line.contains(".mid")))
                    .hasSize(pieces);
            assertThat(files(out, ".mid")).hasSize(pieces);
            Path last = files(out, ".json").getLast();
            Run again = run("replay " + last + " --model @/" + model, "--out", out.resolve("again"));
            assertThat(again.exitCode()).as(again.messages()).isZero();
            List<Path> replayed = files(out.resolve("again"), "");
            assertThat(replayed).hasSizeBetween(3, 4);
            for (Path file : replayed) {
                assertThat(file).hasSameBinaryContentAs(out.resolve(file.getFileName()));
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theProvenanceSaysWhatWasDoneWithWhichFiles() throws IOException {
        run(
                "translate @/tune2.mid --from @/tune1.mid --to @/tune4.mid --strength 0.5 --model @/melody",
                "--out",
                folder);

        JsonNode recipe = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("tune2-translate.json")))
                .path("recipe");
        assertThat(recipe.path("operation").asString()).isEqualTo("translate");
        assertThat(recipe.path("details").path("from").asString())
                .isEqualTo(shared.resolve("tune1.mid").toString());
        assertThat(recipe.path("details").path("strength").asString()).isEqualTo("0.5");
    }

    @Test
    void constrainSaysHowWellEachConstraintIsMetAndKeepsItInTheProvenance() throws IOException {
        Run run = run(
                "constrain --notes @/tune1.mid --key C --density 0.125 --model @/melody --draws 64 --seed 2",
                "--out",
                folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        String met = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("tune1-constrain-0001.json")))
                .path("recipe")
                .path("details")
                .path("met")
                .asString();
        assertThat(met)
                .contains("of 1 given notes sound; ", "notes are in C major; ", "onsets a step, wanted were 0.125");
        assertThat(run.messages()).contains("tune1-constrain-0001: " + met + ".");
    }

    @Test
    void mixturesBeginAndEndWithThePiecesNoteForNote() throws IOException {
        run("interpolate @/tune1.mid @/tune4.mid --data --count 3 --model @/melody", "--out", folder);

        assertThat(MidiReader.read(folder.resolve("tune1-interpolate-0003.mid")).allNotes())
                .extracting(note -> note.pitch().midi())
                .containsExactly(60, 61, 62, 63);
        assertThat(MidiReader.read(folder.resolve("tune1-interpolate-0001.mid")).allNotes())
                .extracting(note -> note.pitch().midi())
                .containsExactly(60);
    }

    @Test
    void aLongPieceIsTakenWindowByWindowAndTheSeamsAreSaid() throws IOException {
        Run run = run("vary @/long.mid --distance 0 --count 1 --model @/melody", "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.messages())
                .contains("long.mid is cut into 3 windows, at bar 2, 3: expect breaks there.")
                .contains("0 of 48 steps. Take a larger --distance.");
        assertThat(run("decode --model @/melody --latent @/two.json", "--out", folder)
                        .messages())
                .contains("2 windows of 16 steps are decoded independently: expect breaks between them.");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("long-vary-0001.json")));
        assertThat(json.path("recipe").path("codes").size()).isEqualTo(3);
    }

    @Test
    void aPickupIsPutInABarOfItsOwnAndTheBarsAreThoseOfTheReader() {
        Run run = run("vary @/pickup.abc --distance 0 --count 1 --model @/melody", "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.messages())
                .contains("pickup.abc begins with a pickup of 1 beat: it gets a bar of its own.")
                .contains("pickup.abc is cut into 4 windows, at bar 1, 2, 3: expect breaks");
        assertThat(run("encode @/pickup.abc --model @/melody --bars 2-3").results())
                .contains("window 1, from bar 2:", "window 2, from bar 3:");
    }

    @Test
    void barsThatDoNotGoWithTheWindowsOfAModelWithoutBarsAreSaid() {
        assertThat(run("reconstruct @/waltz.mid --model @/dense", "--out", folder)
                        .messages())
                .contains("waltz.mid has bars of 3/4, which do not fill the windows of tiny, 4 beats");
        assertThat(run("reconstruct @/tune2.mid --model @/dense", "--out", folder)
                        .messages())
                .doesNotContain("do not fill");
    }

    @Test
    void ofAFileThatIsGivenTwiceWhatReadingNoticedIsSaidOnceAndAPassageIsCalledByItsBars() throws IOException {
        Files.writeString(folder.resolve("twice.abc"), "X:1\nT:Twice\nM:4/4\nL:1/4\nK:C\n(3CDE FG|(3AGF {g}ED|\n");
        Path file = folder.resolve("twice.abc");

        Run run = run("average --model @/melody --bars 2", file, file, "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.messages().lines().filter(line -> line.startsWith(file + ":")))
                .hasSize(1);
        assertThat(run.messages()).contains("twice.abc, bar 2, has 2 notes between the model's 4 steps per beat");
    }

    @Test
    void whatAModelDoesNotHoldOfAPieceIsSaidOfTheBarsThatAreTaken() throws IOException {
        Files.writeString(
                folder.resolve("chords.abc"), "X:1\nT:Chords\nM:4/4\nL:1/8\nK:C\n(3CDE [F2A2] z4|C8|C,,,,8|\n");

        Run all = run("vary --distance 0 --count 1 --model @/melody", folder.resolve("chords.abc"), "--out", folder);
        Run second = run(
                "vary --bars 2 --distance 0 --count 1 --model @/melody",
                folder.resolve("chords.abc"),
                "--out",
                folder.resolve("second"));

        assertThat(all.messages())
                .contains("chords.abc has 2 notes between the model's 4 steps per beat")
                .contains("tiny-melody leaves out or shortens: 1 out of range, 1 below a higher line.");
        assertThat(second.messages()).doesNotContain("chords.abc has");
    }

    @Test
    void barsArePassagesAndStandInTheProvenance() throws IOException {
        Run run = run("interpolate @/long.mid @/tune4.mid --bars 1 --count 2 --model @/melody", "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.messages()).doesNotContain("windows");
        JsonNode recipe = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("long-interpolate-0002.json")))
                .path("recipe");
        assertThat(recipe.path("details").path("bars").asString()).isEqualTo("1");
        assertThat(recipe.path("codes").size()).isEqualTo(1);
    }

    @Test
    void reconstructSaysHowMuchCameBackAndWhatIsTakenAsRests() {
        Run melody = run("reconstruct @/long.mid --bars 1-2 --model @/melody", "--out", folder.resolve("a"));
        Run dense = run("reconstruct @/waltz.mid --model @/dense", "--out", folder.resolve("b"));

        assertThat(melody.messages()).containsPattern("\\d+\\.\\d % of the tokens are right; onset F1 \\d+\\.\\d %\\.");
        assertThat(melody.results().lines()).hasSize(1);
        assertThat(dense.messages())
                .contains("waltz.mid has 3 beats, a window of tiny 4 beats: the last is filled with rests.")
                .containsPattern("cells per window are wrong \\(silence: \\d+\\.\\d\\); note F1 \\d+\\.\\d %\\.");
    }

    @Test
    void whatAModelHardlyKeepsIsSaidWhereItGoesOnFromThere() {
        String sentence = "tiny does not hold " + shared.resolve("long.mid");

        assertThat(run("vary @/long.mid --count 1 --model @/dense", "--out", folder)
                        .messages())
                .contains(sentence);
        assertThat(run("reconstruct @/long.mid --model @/dense", "--out", folder)
                        .messages())
                .contains("note F1")
                .contains(sentence);
    }

    @Test
    void aMoveBetweenPiecesOfSeveralWindowsIsSaidToBeThatOfTheirMeans() {
        Run run = run("translate @/tune2.mid --from @/tune1.mid --to @/long.mid --model @/melody", "--out", folder);

        assertThat(run.messages())
                .contains(
                        "tune1.mid has 1 window, ",
                        "long.mid 3: the piece is moved by the difference of their mean codes.");
    }

    @Test
    void refiningSaysHowItEnded() {
        Run run = run("refine @/tune2.mid --model @/melody", "--out", folder);

        assertThat(run.messages()).containsAnyOf("changed nothing: a fixed point", "Not yet a fixed point: round 100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interpolate @/tune1.mid @/long.mid --model @/melody | tune1.mid has 1 bar of 4/4, ",
                "interpolate @/tune1.mid @/long.mid --model @/melody | long.mid has 3 bars of 4/4; take as many bars of each, as with --bars 1-1",
                "interpolate @/tune1.mid @/long.mid --data --model @/melody | long.mid has 3 bars",
                "interpolate @/long.mid @/waltz.mid --model @/dense | waltz.mid has 1 bar of 3/4",
                "interpolate @/tune1.mid @/waltz.mid --model @/dense | choose some in one time signature",
                "interpolate @/tune1.mid @/two.json --model @/melody | tune1.mid has 1, ",
                "interpolate @/tune1.mid @/tune2.mid --count 1 --model @/melody | count must be between 2 and 1000, was 1",
                "interpolate @/tune1.mid @/tune2.mid @/tune3.mid --model @/melody | 2 pieces or 4",
                "interpolate @/tune1.mid @/tune2.mid --grid 3 --model @/melody | --grid needs 4",
                "interpolate @/tune1.mid @/tune2.mid @/tune3.mid @/tune4.mid --count 3 --model @/melody | --count is for 2 pieces",
                "interpolate @/tune1.mid @/tune2.mid --linear --data --model @/melody | --linear",
                "average @/tune1.mid @/long.mid --model @/melody | long.mid has 3 bars",
                "average @/tune1.mid @/none.mid --model @/melody | none.mid",
                "reconstruct @/waltz.mid --model @/melody | time signature 3/4",
                "reconstruct @/silent.mid --model @/melody | no notes",
                "reconstruct @/tune1.mid --model @/drums | has no drums, and a model of drums has nothing else",
                "vary @/tune1.mid --distance NaN --model @/melody | distance must be",
                "vary @/tune1.mid --distance -1 --model @/melody | distance must be between 0 and 1000000, was -1; choose one",
                "vary @/tune1.mid --count 1001 --model @/melody | --count must be between 1 and 1000",
                "walk @/tune1.mid --count 0 --model @/melody | count must be between 1 and 1000",
                "average @/pickup.abc @/four.abc --model @/melody | four.abc has 4 bars of 4/4; take as many bars of each, as with --bars 1-3",
                "path @/tune1.mid @/long.mid --model @/melody | long.mid has 3 bars",
                "translate @/tune1.mid --from @/tune1.mid --to @/tune2.mid --strength Infinity --model @/melody | strength",
                "refine @/tune1.mid --iterations 0 --model @/melody | iterations must be between 1 and 10000",
                "reconstruct @/tune1.mid --temperature 11 --model @/melody | temperature must be between 0 and 10, was 11; choose one in that range",
                "continue @/tune1.mid --windows 0 --model @/melody | windows must be between 1 and 100",
                "constrain --model @/melody | --key, --density, --notes",
                "constrain --key H --model @/melody | no key that has a key signature",
                "constrain --key C --model @/drums | which have no key; leave the key out",
                "constrain --density 0 --model @/melody | above 0 and at most 1",
                "constrain --density much --model @/melody | much",
                "constrain --density 0.3 --count 0 --model @/melody | --count must be between 1 and 1000, was 0",
                "constrain --density 0.3 --draws 0 --model @/melody | draws must be between 1 and 100000, was 0",
                "constrain --notes @/silent.mid --model @/melody | has no notes",
                "constrain --notes @/none.mid --model @/melody | none.mid",
                "constrain --notes @/waltz.mid --model @/melody | 3/4",
                "constrain --notes @/tune2.mid --without @/tune1.mid --model @/melody | C4 is both given and forbidden",
                "constrain --notes @/pickup.abc --without @/four.abc --model @/melody | some begin with a pickup and others do not",
                "constrain --notes @/tune2.mid --key C --model @/melody | C#4, which is not in C major",
                "constrain --melody @/tune2.mid --model @/melody | needs a model of piano rolls",
                "constrain --melody @/silent.mid --model @/dense | no notes to harmonize",
                "constrain --notes @/tune2.mid --model @/drums | has no drums, and a model of drums has nothing else",
                "continue @/tune1.mid --tries 0 --model @/melody | tries must be between 1 and 100000",
                "encode @/silent.mid --json --model @/melody | no notes",
                "encode @/tune1.mid --bars 2 --model @/melody | has bar 1, but not bar 2",
                "vary @/long.mid --bars 2-4 --model @/melody | has bars 1 to 3, but not bars 2 to 4",
                "vary @/long.mid --bars 3-2 --model @/melody | the first one first, or as 5, was '3-2'",
                "vary @/long.mid --bars two --model @/melody | was 'two'",
                "vary @/two.json --bars 1 --model @/melody | two.json holds codes, which have no bars",
                "decode --latent @/two.json --bars 1 --model @/melody | none is given; leave them out",
                "constrain --key C --bars 1 --model @/melody | none is given; leave them out",
                "decode --latent @/none.json --model @/melody | none.json is no file",
                "decode --latent @/tune1.mid --model @/melody | no array of vectors"
            })
    void badInputGetsOneSentenceAndNothingIsWritten(String commandLine, String words) {
        Object[] out = commandLine.startsWith("encode") ? new Object[0] : new Object[] {"--out", folder.resolve("out")};
        Run run = run(commandLine, out);

        assertThat(run.messages()).contains(words);
        BadInputTest.assertOneSentence(run);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void nothingIsOverwrittenUnasked() {
        run("average @/tune1.mid @/tune2.mid --model @/melody", "--out", folder);

        Run again = run("average @/tune1.mid @/tune2.mid --model @/melody", "--out", folder);
        Run asked = run("average @/tune1.mid @/tune2.mid --overwrite --model @/melody", "--out", folder);

        BadInputTest.assertOneSentence(again);
        assertThat(again.messages()).contains("exists already");
        assertThat(asked.exitCode()).isZero();
    }
}
