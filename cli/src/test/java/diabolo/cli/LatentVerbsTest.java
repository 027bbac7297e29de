package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiReader;
import diabolo.midi.MidiWriter;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The verbs on codes, on a dense and a recurrent model of one bar. In a command line {@code @} stands for the folder with what
 * {@link #layOut} puts there.
 */
class LatentVerbsTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void layOut() throws IOException {
        TinyModel.save(shared.resolve("dense"));
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

    private Run run(String commandLine, Object... more) {
        Stream<Object> words =
                Stream.of((Object[]) commandLine.replace("@", shared.toString()).split(" "));
        return CommandRun.of(Stream.concat(words, Stream.of(more)).toArray());
    }

    /** In 2/4, from the key of D to that of G in the second bar of four. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reconstruct @/d.abc | d-reconstruct | 0: D major, 2: G major",
                "vary @/d.abc --count 1 | d-vary-0001 | 0: D major, 2: G major",
                "refine @/d.abc --iterations 1 | d-refine | 0: D major, 2: G major",
                "constrain --notes @/d.abc --draws 8 --rounds 0 --updates 5 | d-constrain-0001 | 0: D major, 2: G major",
                "constrain --notes @/d.abc --key Bm --draws 8 --rounds 0 --updates 5 | d-constrain-0001 | 0: B minor",
                "constrain --without @/d.abc --draws 8 --rounds 0 --updates 5 | d-constrain-0001 | ''",
                "walk @/d.abc --count 2 | d-walk-whole | 0: D major, 2: G major, 8: D major, 10: G major",
                "interpolate @/d.abc @/d.abc --count 2 | d-interpolate-0002 | 0: D major, 2: G major",
                "interpolate @/d.abc @/g.abc --count 2 | d-interpolate-0002 | ''",
                "interpolate @/d.abc @/g.abc --data --count 2 | d-interpolate-whole | ''",
                "average @/d.abc @/g.abc | d-average | ''",
                "translate @/d.abc --from @/g.abc --to @/g.abc | d-translate | 0: D major, 2: G major",
                "translate @/d.abc --from @/d.abc --to @/g.abc | d-translate | ''"
            })
    void whatIsMadeOfAPieceIsAtItsTempoInItsMetreAndWhereThisHoldsInItsKey(String commandLine, String name, String keys)
            throws IOException {
        writeKeyed("d.abc", "D");
        writeKeyed("g.abc", "G");
        Path out = folder.resolve("out");

        Run made = run(
                commandLine.replace("@", folder.toString()) + " --model " + shared.resolve("dense") + " --out " + out);

        assertThat(made.exitCode()).as(made.messages()).isZero();
        NoteSequence music = MidiReader.read(out.resolve(name + ".mid"));
        assertThat(music.tempoAt(Beat.ZERO)).isEqualTo(new Tempo(75));
        assertThat(music.meters()).containsExactly(new At<>(Beat.ZERO, new Meter(2, 4)));
        assertThat(music.keys().stream()
                        .map(key -> key.start() + ": " + key.value().name())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(keys);
        run("replay " + out.resolve(name + ".json") + " --model @/dense --out " + out.resolve("again"));
        assertThat(out.resolve("again").resolve(name + ".mid")).hasSameBinaryContentAs(out.resolve(name + ".mid"));
    }

    @Test
    void drumsAreInNoKey() throws IOException {
        Note snare = new Note(Pitch.of(38), Velocity.of(90), Beat.ZERO, Beat.of(1));
        NoteSequence beat = new NoteSequence(
                "",
                List.of(new Part("", new Instrument.Drums(), List.of(snare))),
                List.of(),
                List.of(new At<>(Beat.ZERO, new Meter(2, 2))),
                List.of(new At<>(Beat.ZERO, Key.parse("D"))));
        MidiWriter.write(beat, folder.resolve("beat.mid"));

        Run made = run("vary --count 1 --model @/drums", folder.resolve("beat.mid"), "--out", folder);

        assertThat(made.exitCode()).as(made.messages()).isZero();
        NoteSequence varied = MidiReader.read(folder.resolve("beat-vary-0001.mid"));
        assertThat(varied.keys()).isEmpty();
        assertThat(varied.meters()).containsExactly(new At<>(Beat.ZERO, new Meter(2, 2)));
    }

    private void writeKeyed(String name, String key) throws IOException {
        Files.writeString(
                folder.resolve(name), "X:1\nT:Keyed\nM:2/4\nL:1/4\nQ:1/4=75\nK:%s\nDE|[K:G]FG|AF|ED|\n".formatted(key));
    }

    @Test
    void aDecodedPieceIsAtTheTempoInTheMetreAndKeyThatWereEncoded() throws IOException {
        writeKeyed("d.abc", "D");
        Run encoded = run("encode --json --model @/dense", folder.resolve("d.abc"), shared.resolve("long.mid"));
        Path codes = Files.writeString(folder.resolve("codes.json"), encoded.results());

        Run decoded = run("decode --model @/dense", "--latent", codes, "--out", folder);
        run("reconstruct --model @/dense", folder.resolve("d.abc"), "--out", folder);

        assertThat(decoded.exitCode()).as(decoded.messages()).isZero();
        assertThat(MidiReader.read(folder.resolve("codes-decode-0001.mid")).withTitle(""))
                .isEqualTo(MidiReader.read(folder.resolve("d-reconstruct.mid")).withTitle(""));
        NoteSequence second = MidiReader.read(folder.resolve("codes-decode-0002.mid"));
        assertThat(second.tempoAt(Beat.ZERO)).isEqualTo(new Tempo(120));
        assertThat(second.keys()).isEmpty();
    }

    @Test
    void codesOfLaterWindowsBeginUnderWhatHoldsThere() throws IOException {
        Path codes = Files.writeString(folder.resolve("z.json"), """
                [{"window": 3, "meters": {"0": "3/4"}, "keys": {"0": "D major", "20": "A major"}, "beatsPerMinute": 50.5,
                  "code": [0, 0, 0, 0, 0, 0]}]""");

        Run run = run("vary --count 1 --model @/dense", codes, "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        JsonNode recipe = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("z-vary-0001.json")))
                .path("recipe");
        assertThat(recipe.path("beatsPerMinute").asDouble()).isEqualTo(50.5);
        assertThat(recipe.path("signatures")).hasToString("""
                {"meters":{"0":"3/4","4":"3/4"},"keys":{"0":"A major"}}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"beatsPerMinute\": \"fast\" | z.json: beatsPerMinute must be a number, was \"fast\".",
                "\"beatsPerMinute\": null | beatsPerMinute must be a number, was null",
                "\"beatsPerMinute\": 0 | beatsPerMinute must be between 1 and 60000000, was 0",
                "\"beatsPerMinute\": NaN | beatsPerMinute must be between",
                "\"beatsPerMinute\": 1e999 | beatsPerMinute must be between",
                "\"meters\": \"3/4\" | meters must be told in words by steps, as {\"0\": \"3/4\"}, was \"3/4\"",
                "\"meters\": {\"0\": 3} | had 0: 3",
                "\"meters\": {\"x\": \"4/4\"} | had x: \"4/4\"",
                "\"meters\": {\"0\": \"4/0\"} | lower number",
                "\"meters\": {\"0\": \"3/4\"} | the time signature 3/4 is given, but the model knows bars of 4/4",
                "\"meters\": {\"200001\": \"4/4\"} | the step of a signature must be between 0 and 200000",
                "\"keys\": {\"0\": \"H\"} | is no key that has a key signature"
            })
    void codesUnderAHeadingThatIsNoneGetOneSentence(String field, String words) throws IOException {
        Path codes = Files.writeString(folder.resolve("z.json"), "[{%s, \"code\": [0, 0, 0, 0]}]".formatted(field));

        Run run = run("decode --model @/melody", "--latent", codes, "--out", folder.resolve("out"));

        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains(words);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reconstruct @/tune2.mid | 1",
                "interpolate @/tune1.mid @/tune4.mid --count 2 | 3",
                "interpolate @/tune1.mid @/tune4.mid --count 2 --linear | 3",
                "interpolate @/tune1.mid @/tune4.mid --count 3 --data | 4",
                "interpolate @/tune1.mid @/tune2.mid @/tune3.mid @/tune4.mid --grid 2 | 4",
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
        for (String model : List.of("dense", "melody")) {
            Path out = folder.resolve(model);

            Run made = run(commandLine + " --model @/" + model + " --seed 5 --temperature 0.8", "--out", out);

            assertThat(made.exitCode()).as(made.messages()).isZero();
            assertThat(made.results().lines()).hasSize(pieces);
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
                .contains("long.mid is taken in 3 windows, with seams at bar 2, 3: nothing ties")
                .contains("0 of 48 steps. Take a larger --distance.");
        assertThat(run("decode --model @/melody --latent @/two.json", "--out", folder)
                        .messages())
                .contains("2 windows of 16 steps are decoded one after the other: nothing ties one to the next.");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("long-vary-0001.json")));
        assertThat(json.path("recipe").path("codes").size()).isEqualTo(3);
    }

    @Test
    void aPickupIsPutInABarOfItsOwnAndTheBarsAreThoseOfTheReader() {
        Run run = run("vary @/pickup.abc --distance 0 --count 1 --model @/melody", "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.messages())
                .contains("pickup.abc begins with a pickup of 1 beat, which is put at the end of a bar of its own.")
                .contains("pickup.abc is taken in 4 windows, with seams at bar 1, 2, 3: nothing ties");
        assertThat(run("encode @/pickup.abc --model @/melody --bars 2-3").results())
                .contains("window 1, from bar 2:", "window 2, from bar 3:");
    }

    @Test
    void barsThatDoNotGoWithTheWindowsOfAModelWithoutBarsAreSaid() {
        assertThat(run("reconstruct @/waltz.mid --model @/dense", "--out", folder)
                        .messages())
                .contains("waltz.mid has bars of 3/4, of which no whole number fills a window of 4 beats");
        assertThat(run("reconstruct @/tune2.mid --model @/dense", "--out", folder)
                        .messages())
                .doesNotContain("no whole number");
    }

    @Test
    void theJsonBesideAPieceStandsForItsCodes() throws IOException {
        for (String model : List.of("dense", "melody")) {
            Path out = folder.resolve(model);
            run("generate --count 2 --seed 3 --temperature 0 --model @/" + model, "--out", out);
            Path first = out.resolve("piece-0001.json");

            Run way = run(
                    "interpolate --count 2 --model @/" + model, first, out.resolve("piece-0002.json"), "--out", out);

            assertThat(way.exitCode()).as(way.messages()).isZero();
            assertThat(notes(out.resolve("piece-0001-interpolate-0001.mid")))
                    .isEqualTo(notes(out.resolve("piece-0001.mid")));
            assertThat(notes(out.resolve("piece-0001-interpolate-0002.mid")))
                    .isEqualTo(notes(out.resolve("piece-0002.mid")));
        }
        run("continue @/tune2.mid --tries 8 --rounds 0 --model @/melody", "--out", folder);
        assertThat(run("vary --model @/melody", folder.resolve("tune2-continue.json"), "--out", folder)
                        .messages())
                .contains("is of a piece that is not made of codes alone");
    }

    private static List<Note> notes(Path midi) throws IOException {
        return MidiReader.read(midi).allNotes().toList();
    }

    @Test
    void codesOfAnotherModelAreRefusedThoughTheyAreOfTheSameSize() throws IOException {
        Path codes = folder.resolve("codes.json");
        Files.writeString(
                codes, run("encode @/tune2.mid --json --model @/melody").results());

        Run other = run("decode --model @/drums --latent " + codes, "--out", folder.resolve("out"));

        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.messages()).contains("holds codes of the model tiny-melody, and this is tiny-drums");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(run("decode --model @/melody --latent " + codes, "--out", folder)
                        .exitCode())
                .isZero();
    }

    @Test
    void ofAFileThatIsGivenTwiceWhatReadingNoticedIsSaidOnceAndAPassageIsCalledByItsBars() throws IOException {
        Files.writeString(folder.resolve("twice.abc"), "X:1\nT:Twice\nM:4/4\nL:1/4\nK:C\n(3CDE FG|(3AGF {g}ED|\n");
        Path file = folder.resolve("twice.abc");

        Run run = run("average --model @/melody --bars 2", file, file, "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.messages().lines().filter(line -> line.startsWith(file + ":")))
                .hasSize(1);
        assertThat(run.messages()).contains("twice.abc, bar 2, has 2 notes between the steps of the model");
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
                .contains("chords.abc has 2 notes between the steps of the model, 4 a beat")
                .contains("tiny-melody does not hold, or not in full: 1 out of its range, 1 below a higher line.");
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

        assertThat(melody.messages()).containsPattern("\\d+\\.\\d % of the tokens came back; onset F1 \\d+\\.\\d %\\.");
        assertThat(melody.results().lines()).hasSize(1);
        assertThat(dense.messages())
                .contains("waltz.mid has 3 beats, a window of tiny 4: the rest is taken as rests.")
                .containsPattern(
                        "cells of a window came back wrong \\(silence: \\d+\\.\\d\\); note F1 \\d+\\.\\d %\\.");
    }

    @Test
    void aMoveBetweenPiecesOfSeveralWindowsIsSaidToBeThatOfTheirMeans() {
        Run run = run("translate @/tune2.mid --from @/tune1.mid --to @/long.mid --model @/melody", "--out", folder);

        assertThat(run.messages())
                .contains("tune1.mid has 1 window and", "long.mid 3: the piece is moved as the means");
    }

    @Test
    void whatIsEncodedIsDecodedToTheReconstruction() throws IOException {
        for (String model : List.of("dense", "melody")) {
            Path out = Files.createDirectory(folder.resolve(model));
            Run encoded = run("encode @/long.mid @/tune2.mid --json --model @/" + model);
            Path codes = Files.writeString(out.resolve("codes.json"), encoded.results());

            Run decoded = run("decode --greedy --model @/" + model, "--latent", codes, "--out", out);
            run("reconstruct @/long.mid --model @/" + model, "--out", out);

            assertThat(decoded.exitCode()).as(decoded.messages()).isZero();
            assertThat(decoded.results().lines()).hasSize(2);
            assertThat(MidiReader.read(out.resolve("codes-decode-0001.mid")).allNotes())
                    .isEqualTo(MidiReader.read(out.resolve("long-reconstruct.mid"))
                            .allNotes()
                            .toList());
            JsonNode json = JsonMapper.shared().readTree(encoded.results());
            assertThat(json).hasSize(4);
            assertThat(json.path(2).path("window").asInt()).isEqualTo(3);
            assertThat(json.path(2).path("firstBar").asInt()).isEqualTo(3);
            assertThat(json.path(3).path("file").asString()).endsWith("tune2.mid");
        }
    }

    @Test
    void encodingWithoutJsonIsALineForEachWindow() {
        Run run = run("encode @/long.mid --model @/melody");

        assertThat(run.results().lines()).hasSize(3);
        assertThat(run.results()).contains("long.mid, window 3, from bar 3: ");
    }

    @Test
    void bareVectorsAreAPieceEach() throws IOException {
        Path codes = Files.writeString(folder.resolve("z.json"), "[[0, 0, 0, 0], [1, -1, 0.5, 2]]");

        Run run = run("decode --model @/melody", "--latent", codes, "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(folder.resolve("z-decode-0002.mid")).exists();
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
                "interpolate @/tune1.mid @/tune2.mid @/tune3.mid @/tune4.mid --count 3 --model @/melody | --count leads between 2",
                "interpolate @/tune1.mid @/tune2.mid --linear --data --model @/melody | --linear",
                "average @/tune1.mid @/long.mid --model @/melody | long.mid has 3 bars",
                "average @/tune1.mid @/none.mid --model @/melody | none.mid",
                "reconstruct @/waltz.mid --model @/melody | time signature 3/4",
                "reconstruct @/silent.mid --model @/melody | no notes",
                "reconstruct @/tune1.mid --model @/drums | has no drums, and a model of drums knows nothing else",
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
                "constrain --notes @/tune2.mid --model @/drums | has no drums, and a model of drums knows nothing else",
                "continue @/tune1.mid --tries 0 --model @/melody | tries must be between 1 and 100000",
                "encode @/silent.mid --json --model @/melody | no notes",
                "encode @/tune1.mid --bars 2 --model @/melody | has bar 1, but not bar 2",
                "vary @/long.mid --bars 2-4 --model @/melody | has bars 1 to 3, but not bars 2 to 4",
                "vary @/long.mid --bars 3-2 --model @/melody | the first one first, or as 5, was '3-2'",
                "vary @/long.mid --bars two --model @/melody | was 'two'",
                "vary @/two.json --bars 1 --model @/melody | two.json holds codes, which have no bars",
                "decode --latent @/two.json --bars 1 --model @/melody | none is given; leave it out",
                "constrain --key C --bars 1 --model @/melody | none is given; leave it out",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "[1]",
                "[[1,2,3]]",
                "[[1,2,3,null]]",
                "[[1,2,3,\"x\"]]",
                "[[1,2,3,1e99]]",
                "[{\"code\":[1,2,3,4,5]}]",
                "[{\"file\":\"a\"}]",
                "[[1,2,3,4],[1,2,3,4],[1,2"
            })
    void brokenVectorsAreRefused(String json) throws IOException {
        Path codes = Files.writeString(folder.resolve("z.json"), json);

        Run run = run("decode --model @/melody", "--latent", codes, "--out", folder.resolve("out"));

        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains("z.json");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aVectorWithWhatIsNoNumberSaysWhatToWrite() throws IOException {
        for (String number : List.of("NaN", "1e30")) {
            Path codes = Files.writeString(folder.resolve("z.json"), "[[1, %s, 3, 4]]".formatted(number));

            Run run = run("decode --model @/melody", "--latent", codes, "--out", folder.resolve("out"));

            BadInputTest.assertOneSentence(run);
            assertThat(run.messages())
                    .contains("z.json has ", " in a vector, where numbers from -1000 to 1000 stand; write one such");
        }
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
