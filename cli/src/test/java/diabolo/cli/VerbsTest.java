package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import diabolo.midi.MidiReader;
import diabolo.musicxml.MusicXmlReader;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerbsTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path model;
    private static Path tune;

    @BeforeAll
    static void makeAModelAndATune() throws IOException {
        model = shared.resolve("tiny");
        tune = shared.resolve("tune.mid");
        TinyModel.save(model);
        TinyModel.writeScale(24, tune);
    }

    private void assertRefused(Run run, String... words) {
        assertThat(run.exitCode()).as(run.messages()).isEqualTo(1);
        assertThat(run.results()).isEmpty();
        assertThat(run.messages().lines()).as(run.messages()).hasSize(1);
        assertThat(run.messages()).contains(words).doesNotContain("Exception").doesNotContain("mistake in Diabolo");
    }

    @Test
    void generatingWritesMusicSoundPictureAndProvenance() throws IOException {
        Run run =
                CommandRun.of("generate", "--model", model, "--seed", 3, "--count", 2, "--out", folder.resolve("new"));

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results().lines()).hasSize(2).allMatch(line -> line.contains(".mid"));
        assertThat(folder.resolve("new/piece-0002.mid")).isNotEmptyFile();
        assertThat(folder.resolve("new/piece-0002.wav")).isNotEmptyFile();
        assertThat(folder.resolve("new/piece-0002.png")).isNotEmptyFile();
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("new/piece-0002.json")));
        assertThat(json.path("recipe").path("seed").asLong()).isEqualTo(3);
        assertThat(json.path("recipe").path("codes").path(0).size()).isEqualTo(TinyModel.SPEC.codeSize());
        assertThat(json.path("originality").path("similarity").isNumber()).isTrue();
    }

    @Test
    void renderingNotationWritesTheSameNotes() throws IOException {
        Path notation = folder.resolve("tune.mxl");

        Run run = CommandRun.of("render", tune, "--to", "musicxml", "--out", notation);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results().strip()).isEqualTo(notation.toString());
        assertThat(MusicXmlReader.read(notation).allNotes())
                .containsExactlyElementsOf(MidiReader.read(tune).allNotes().toList());
    }

    @Test
    void theSameSeedGivesTheSameBytesHoweverManyAreAskedFor() throws IOException {
        CommandRun.of("generate", "--model", model, "--seed", 3, "--count", 1, "--out", folder.resolve("one"));
        CommandRun.of("generate", "--model", model, "--seed", 3, "--count", 3, "--out", folder.resolve("three"));

        for (String ending : List.of("mid", "wav", "png", "json")) {
            assertThat(folder.resolve("three/piece-0001." + ending))
                    .hasSameBinaryContentAs(folder.resolve("one/piece-0001." + ending));
        }
    }

    @Test
    void replayingAProvenanceGivesTheSameBytes() {
        CommandRun.of(
                "generate", "--model", model, "--seed", 9, "--temperature", 1, "--prior", "normal", "--out", folder);

        Run run = CommandRun.of(
                "replay", folder.resolve("piece-0001.json"), "--model", model, "--out", folder.resolve("again"));

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(folder.resolve("again/piece-0001.mid")).hasSameBinaryContentAs(folder.resolve("piece-0001.mid"));
        assertThat(folder.resolve("again/piece-0001.json")).hasSameBinaryContentAs(folder.resolve("piece-0001.json"));
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        CommandRun.of("generate", "--model", model, "--seed", 3, "--out", folder);
        byte[] first = Files.readAllBytes(folder.resolve("piece-0001.mid"));

        assertRefused(
                CommandRun.of("generate", "--model", model, "--seed", 4, "--out", folder),
                "exists already",
                "--overwrite");
        assertThat(folder.resolve("piece-0001.mid")).hasBinaryContent(first);
    }

    @Test
    void harmonizingKeepsTheMelodyNoteForNote() throws IOException {
        Run run = CommandRun.of("harmonize", tune, "--model", model, "--updates", 20, "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        NoteSequence found = diabolo.midi.MidiReader.read(folder.resolve("tune-harmonized.mid"));
        assertThat(found.parts().getFirst().notes())
                .isEqualTo(TinyModel.scale(24).parts().getFirst().notes());
    }

    @Test
    void harmonizingSaysWhereTheSeamsAreAndWhatIsNotTheMelody() throws IOException {
        Path two = Files.writeString(folder.resolve("two.abc"), "X:1\nT:Two\nM:3/4\nL:1/4\nK:D\n[dF]cd|d3&FGA|ABc|\n");

        Run run = CommandRun.of("harmonize", two, "--model", model, "--updates", 1, "--starts", 1, "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.messages())
                .contains("highest line of " + two + ": 4 notes left out, 0 shortened where a higher one begins.")
                .contains(two + " is cut into 3 windows, in bar 2, 3: expect breaks there.");
        NoteSequence found = MidiReader.read(folder.resolve("two-harmonized.mid"));
        assertThat(found.tempoAt(Beat.ZERO)).isEqualTo(new Tempo(100));
        assertThat(found.keys()).containsExactly(new At<>(Beat.ZERO, Key.parse("D")));
    }

    @Test
    void aHarmonizedMelodyReplaysToTheSameBytesAndSaysHowOriginalTheAccompanimentIs() throws IOException {
        Run made = CommandRun.of(
                "harmonize", tune, "--model", model, "--updates", 20, "--threshold", 0.45, "--out", folder);

        Path json = folder.resolve("tune-harmonized.json");
        Run again = CommandRun.of("replay", json, "--model", model, "--out", folder.resolve("again"));

        assertThat(again.exitCode()).as(again.messages()).isZero();
        for (String ending : List.of("mid", "wav", "png", "json")) {
            assertThat(folder.resolve("again/tune-harmonized." + ending))
                    .hasSameBinaryContentAs(folder.resolve("tune-harmonized." + ending));
        }
        JsonNode provenance = JsonMapper.shared().readTree(Files.readString(json));
        double similarity = provenance.path("originality").path("similarity").asDouble();
        assertThat(made.results())
                .contains("%.0f %% of the accompaniment sounds in scale, from beat 1".formatted(100 * similarity));
        assertThat(provenance.path("recipe").path("details").path("melody").asString())
                .isEqualTo(tune.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"pitch\" : 60 | \"pitch\" : 128 | pitch must be between 0 and 127, was 128",
                "\"pitch\" : 60 | \"pitch\" : 20 | the model's range is MIDI pitch 48 to 83",
                "\"velocity\" : 90 | \"velocity\" : 0 | velocity must be between 1 and 127, was 0",
                "\"length\" : \"1\" | \"length\" : \"-1\" | duration must be positive, was -1",
                "\"length\" : \"1\" | \"length\" : \"1/0\" | denominator must be positive, was 0",
                "\"length\" : \"1\" | \"length\" : \"999999999999999999\" | The piece reaches beat",
                "\"length\" : \"1\" | \"length\" : \"1/999999999999999989\" | fractions too fine",
                "\"start\" : \"0\" | \"start\" : \"soon\" | beats are written as 3 or 7/4, was soon",
                "\"start\" : \"0\" | \"start\" : \"400\" | but 6 codes are given",
                "\"start\" : \"0\" | \"begin\" : \"0\" | holds no provenance of a piece",
                "\"0\" : 120.0 | \"0\" : 0.0 | beatsPerMinute must be between",
                "\"0\" : 120.0 | \"888888888888888888\" : 120.0 | positions must stay below",
                "\"4/4\" | \"4/5\" | power of two",
            })
    void aHarmonyThatWasTamperedWithGetsOneSentence(String written, String tampered, String words) throws IOException {
        CommandRun.of("harmonize", tune, "--model", model, "--updates", 1, "--starts", 1, "--out", folder);
        String json = Files.readString(folder.resolve("tune-harmonized.json"));
        assertThat(json).contains(written);
        Path broken = Files.writeString(folder.resolve("broken.json"), json.replace(written, tampered));

        Run run = CommandRun.of("replay", broken, "--model", model, "--out", folder.resolve("again"));

        BadInputTest.assertOneSentence(run);
        assertThat(run.messages()).contains(words);
        assertThat(folder.resolve("again")).doesNotExist();
    }

    @Test
    void inspectingAFolderGivesAVerdictForEachFileOfMusicAndASummary() throws IOException {
        Path music = Files.createDirectories(folder.resolve("many/deep"));
        Files.copy(tune, music.resolve("one.mid"));
        Files.writeString(music.resolve("two.abc"), "X:1\nL:1/4\nK:C\n{c}CDEF|\n");
        Files.writeString(music.resolve("broken.mid"), "no MIDI");
        Files.writeString(music.resolve("one.json"), "{}");

        Run run = CommandRun.of("inspect", folder.resolve("many"));
        Run json = CommandRun.of("inspect", folder.resolve("many"), "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.results())
                .contains("one.mid: MIDI, readable", "two.abc: ABC, readable", "broken.mid")
                .doesNotContain("one.json", "grace note");
        assertThat(run.messages()).contains("3 files: 2 readable, 1 refused.", "1 x a grace note");
        assertThat(json.results().lines()).hasSize(3).allMatch(line -> line.startsWith("{"));
    }

    @Test
    void inspectingTellsWordsOrJson() {
        assertThat(CommandRun.of("inspect", tune).results()).contains("24 notes");
        Run json = CommandRun.of("inspect", "--json", tune);

        assertThat(JsonMapper.shared().readTree(json.results()).path("status").asString())
                .isEqualTo("READABLE");
    }

    @Test
    void aCorpusIsBuiltShownAndTrainedOnAndTheModelGenerates() throws IOException {
        Path yaml = folder.resolve("small.yaml");
        Files.writeString(yaml, """
                name: small
                format: {kind: PIANO_ROLL, steps: 16, lowestPitch: 48, pitches: 36}
                heldOutShare: 0
                network: {hiddenSizes: [8, 4]}
                pretraining: {by: AUTOENCODERS, epochs: 2, batchSize: 8, learningRate: 1e-3}
                training: {epochs: 3}
                """);
        Path run = folder.resolve("run");

        Run train = CommandRun.of("train", yaml, "--corpus", shared, "--out", run);
        Run again = CommandRun.of("train", yaml, "--corpus", shared, "--out", run);
        Run resumed = CommandRun.of("train", yaml, "--corpus", shared, "--out", run, "--resume");
        Run generate = CommandRun.of("generate", "--model", run, "--seed", 1, "--out", folder.resolve("music"));

        assertThat(train.exitCode()).as(train.messages()).isZero();
        assertRefused(again, "--resume");
        assertThat(resumed.exitCode()).as(resumed.messages()).isZero();
        assertThat(generate.exitCode()).as(generate.messages()).isZero();
        assertThat(run.resolve("report.json")).content().contains("train.wrongCells");
        assertThat(run.resolve("training.csv")).content().startsWith("phase,epoch,loss");
    }

    @Test
    void aModelWithAMissingTruncatedOrForeignFileIsRefused() throws IOException {
        for (String name : List.of("model.json", "weights.safetensors", "memory.safetensors")) {
            Path broken = copyOfModel(name + "-missing");
            Files.delete(broken.resolve(name));
            assertRefused(CommandRun.of("generate", "--model", broken, "--out", folder), name);

            Path truncated = copyOfModel(name + "-cut");
            byte[] bytes = Files.readAllBytes(truncated.resolve(name));
            Files.write(truncated.resolve(name), java.util.Arrays.copyOf(bytes, bytes.length / 2));
            assertRefused(CommandRun.of("generate", "--model", truncated, "--out", folder), truncated.toString());

            Path foreign = copyOfModel(name + "-foreign");
            Files.copy(tune, foreign.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertRefused(CommandRun.of("generate", "--model", foreign, "--out", folder), foreign.toString());
        }
        assertThat(folder.resolve("piece-0001.mid")).doesNotExist();
    }

    private Path copyOfModel(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    @Test
    void wrongUsageIsExitCodeTwo() {
        assertThat(CommandRun.of("generate", "--sed", 3).exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("generate", "--sed", 3).messages()).contains("--seed");
        assertThat(CommandRun.of("genrate").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("genrate").messages()).contains("generate");
        assertThat(CommandRun.of("generate", "--count", 0).exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("train", "ragtime-deephear", "--resume").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of().exitCode()).isEqualTo(2);
    }
}
