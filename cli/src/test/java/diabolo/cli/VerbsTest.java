package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.grid.RhythmGrid;
import diabolo.midi.MidiWriter;
import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.model.Memory;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.representation.PianoRoll;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerbsTest {

    /** What a command gave. */
    private record Run(int exitCode, String results, String messages) {}

    private static final PianoRoll ROLL = new PianoRoll(RhythmGrid.SIXTEENTHS, 16, 48, 36);
    private static final DenseSpec SPEC = DenseSpec.sigmoid(16 * 36, 12, 6);

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
        MidiWriter.write(scale(24), tune);
        try (DenseAutoencoder network =
                DenseAutoencoder.initialized(SPEC, new Initialization(40), RandomSource.of(1))) {
            float[][] frames = {ROLL.encode(RhythmGrid.SIXTEENTHS.quantize(scale(8)))};
            ModelFolder.save(
                    model,
                    new ModelDescription("tiny", SPEC, ROLL, "a scale", 100, Map.of()),
                    network.parameters().toArrays(),
                    new Memory(List.of(new Memory.Place("scale", 0)), network.encode(frames)),
                    SafeTensors.Precision.SINGLE);
        }
    }

    private static NoteSequence scale(int notes) {
        List<Note> scale = new ArrayList<>();
        for (int i = 0; i < notes; i++) {
            scale.add(new Note(Pitch.of(60 + i % 12), Velocity.of(90), Beat.of(i), Beat.of(1)));
        }
        return NoteSequence.of(
                "scale", new Tempo(120), Meter.FOUR_FOUR, List.of(new Part("flute", Instrument.PIANO, scale)));
    }

    private static Run run(Object... arguments) {
        StringWriter results = new StringWriter();
        StringWriter messages = new StringWriter();
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        int exitCode = Diabolo.run(new PrintWriter(results), new PrintWriter(messages), words);
        return new Run(exitCode, results.toString(), messages.toString());
    }

    private void assertRefused(Run run, String... words) {
        assertThat(run.exitCode()).as(run.messages()).isEqualTo(1);
        assertThat(run.results()).isEmpty();
        assertThat(run.messages().lines()).as(run.messages()).hasSize(1);
        assertThat(run.messages()).contains(words).doesNotContain("Exception").doesNotContain("mistake in Diabolo");
    }

    @Test
    void generatingWritesMusicSoundPictureAndProvenance() throws IOException {
        Run run = run("generate", "--model", model, "--seed", 3, "--count", 2, "--out", folder.resolve("new"));

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results().lines()).hasSize(2).allMatch(line -> line.contains(".mid"));
        assertThat(folder.resolve("new/piece-0002.mid")).isNotEmptyFile();
        assertThat(folder.resolve("new/piece-0002.wav")).isNotEmptyFile();
        assertThat(folder.resolve("new/piece-0002.png")).isNotEmptyFile();
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("new/piece-0002.json")));
        assertThat(json.path("seed").asLong()).isEqualTo(3);
        assertThat(json.path("code").size()).isEqualTo(SPEC.codeSize());
        assertThat(json.path("originality").path("similarity").isNumber()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameBytesHoweverManyAreAskedFor() throws IOException {
        run("generate", "--model", model, "--seed", 3, "--count", 1, "--out", folder.resolve("one"));
        run("generate", "--model", model, "--seed", 3, "--count", 3, "--out", folder.resolve("three"));

        for (String ending : List.of("mid", "wav", "png", "json")) {
            assertThat(folder.resolve("three/piece-0001." + ending))
                    .hasSameBinaryContentAs(folder.resolve("one/piece-0001." + ending));
        }
    }

    @Test
    void replayingAProvenanceGivesTheSameBytes() {
        run("generate", "--model", model, "--seed", 9, "--temperature", 1, "--prior", "normal", "--out", folder);

        Run run = run("replay", folder.resolve("piece-0001.json"), "--model", model, "--out", folder.resolve("again"));

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(folder.resolve("again/piece-0001.mid")).hasSameBinaryContentAs(folder.resolve("piece-0001.mid"));
        assertThat(folder.resolve("again/piece-0001.json")).hasSameBinaryContentAs(folder.resolve("piece-0001.json"));
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        run("generate", "--model", model, "--seed", 3, "--out", folder);
        byte[] first = Files.readAllBytes(folder.resolve("piece-0001.mid"));

        assertRefused(run("generate", "--model", model, "--seed", 4, "--out", folder), "exists already", "--overwrite");
        assertThat(folder.resolve("piece-0001.mid")).hasBinaryContent(first);
    }

    @Test
    void harmonizingKeepsTheMelodyNoteForNote() throws IOException {
        Run run = run("harmonize", tune, "--model", model, "--updates", 20, "--out", folder);

        assertThat(run.exitCode()).as(run.messages()).isZero();
        NoteSequence found = diabolo.midi.MidiReader.read(folder.resolve("tune-harmonized.mid"));
        assertThat(found.parts().getFirst().notes())
                .isEqualTo(scale(24).parts().getFirst().notes());
    }

    @Test
    void inspectingTellsWordsOrJson() {
        assertThat(run("inspect", tune).results()).contains("24 notes");
        Run json = run("inspect", "--json", tune);

        assertThat(JsonMapper.shared().readTree(json.results()).path("status").asString())
                .isEqualTo("READABLE");
    }

    @Test
    void aCorpusIsBuiltShownAndTrainedOnAndTheModelGenerates() throws IOException {
        Path yaml = folder.resolve("small.yaml");
        Files.writeString(yaml, """
                name: small
                representation: {steps: 16, lowestPitch: 48, pitches: 36}
                heldOutShare: 0
                network: {hiddenSizes: [8, 4]}
                pretraining: {by: AUTOENCODERS, epochs: 2, batchSize: 8, learningRate: 1e-3}
                fineTuning: {epochs: 3}
                """);
        Path run = folder.resolve("run");

        Run train = run("train", yaml, "--corpus", shared, "--out", run);
        Run again = run("train", yaml, "--corpus", shared, "--out", run);
        Run resumed = run("train", yaml, "--corpus", shared, "--out", run, "--resume");
        Run generate = run("generate", "--model", run, "--seed", 1, "--out", folder.resolve("music"));

        assertThat(train.exitCode()).as(train.messages()).isZero();
        assertRefused(again, "--resume");
        assertThat(resumed.exitCode()).as(resumed.messages()).isZero();
        assertThat(generate.exitCode()).as(generate.messages()).isZero();
        assertThat(run.resolve("report.json")).content().contains("train.wrongCells");
        assertThat(run.resolve("training.csv")).content().startsWith("phase,epoch,loss");
    }

    @Test
    void badInputGetsOneSentence() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path junk = Files.writeString(folder.resolve("junk.mid"), "this is no music");
        Path shortTune = folder.resolve("short.mid");
        MidiWriter.write(scale(2), shortTune);

        assertRefused(run("corpus", "build", empty, "--out", folder.resolve("c")), "empty");
        assertRefused(run("corpus", "build", junk, "--out", folder.resolve("c")), "junk.mid");
        assertRefused(run("corpus", "build", shortTune, "--out", folder.resolve("c")), "short.mid");
        assertRefused(run("generate", "--model", "no-such-model", "--out", folder), "no-such-model");
        assertRefused(run("generate", "--model", empty, "--out", folder), "model.json");
        assertRefused(run("generate", "--model", model, "--prior", "uniform:-1", "--out", folder), "uniform");
        assertRefused(run("generate", "--model", model, "--prior", "gauss", "--out", folder), "bits");
        assertRefused(run("generate", "--model", model, "--temperature", "NaN", "--out", folder), "temperature");
        assertRefused(run("harmonize", folder.resolve("none.mid"), "--model", model, "--out", folder), "none.mid");
        assertRefused(run("render", junk, "--to", "wav"), "junk.mid");
        assertRefused(run("experiment", "run", "no-such", "--data", empty), "deephear");
        assertRefused(run("train", "no-such", "--data", empty), "ragtime-deephear");
        assertRefused(run("replay", junk, "--out", folder), "junk.mid");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(empty, junk, shortTune);
        }
    }

    @Test
    void aModelWithAMissingTruncatedOrForeignFileIsRefused() throws IOException {
        for (String name : List.of("model.json", "weights.safetensors", "memory.safetensors")) {
            Path broken = copyOfModel(name + "-missing");
            Files.delete(broken.resolve(name));
            assertRefused(run("generate", "--model", broken, "--out", folder), name);

            Path truncated = copyOfModel(name + "-cut");
            byte[] bytes = Files.readAllBytes(truncated.resolve(name));
            Files.write(truncated.resolve(name), java.util.Arrays.copyOf(bytes, bytes.length / 2));
            assertRefused(run("generate", "--model", truncated, "--out", folder), truncated.toString());

            Path foreign = copyOfModel(name + "-foreign");
            Files.copy(tune, foreign.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertRefused(run("generate", "--model", foreign, "--out", folder), foreign.toString());
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
        assertThat(run("generate", "--sed", 3).exitCode()).isEqualTo(2);
        assertThat(run("generate", "--sed", 3).messages()).contains("--seed");
        assertThat(run("genrate").exitCode()).isEqualTo(2);
        assertThat(run("genrate").messages()).contains("generate");
        assertThat(run("generate", "--count", 0).exitCode()).isEqualTo(2);
        assertThat(run("train", "ragtime-deephear", "--resume").exitCode()).isEqualTo(2);
        assertThat(run().exitCode()).isEqualTo(2);
    }
}
