package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.nn.LstmSize;
import diabolo.representation.Drums;
import diabolo.representation.PianoRoll;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {

    private static final DenseSpec SPEC = DenseSpec.sigmoid(PianoRoll.DEEPHEAR.cells(), 3, 2);
    private static final ModelDescription DESCRIPTION =
            new ModelDescription("tiny", SPEC, PianoRoll.DEEPHEAR, "nothing", 100, Map.of("seed", "1"));
    private static final List<NamedArray> WEIGHTS = SPEC.firstWeights(Initialization.GLOROT, RandomSource.of(1));
    private static final TrainingExamples MEMORY = new TrainingExamples(
            List.of(new TrainingExamples.Place("maple", 0), new TrainingExamples.Place("maple", 16)),
            new float[][] {{1, 2}, {3, 4}});
    private static final TrainingExamples MEMORY_OF_NOTHING = new TrainingExamples(List.of(), new float[0][]);

    @TempDir
    private Path folder;

    @BeforeEach
    void save() throws IOException {
        ModelFolder.save(folder, DESCRIPTION, WEIGHTS, MEMORY, SafeTensors.Precision.SINGLE);
    }

    @Test
    void aSavedModelLoadsTheSame() throws IOException {
        ModelFolder loaded = ModelFolder.load(folder);

        assertThat(loaded.description()).isEqualTo(DESCRIPTION);
        assertThat(loaded.weights()).isEqualTo(WEIGHTS);
        assertThat(loaded.trainingExamples().places()).isEqualTo(MEMORY.places());
        assertThat(loaded.trainingExamples().codes()).isDeepEqualTo(MEMORY.codes());
        try (DenseAutoencoder network = (DenseAutoencoder) loaded.network()) {
            assertThat(network.parameters().toArrays()).isEqualTo(WEIGHTS);
        }
    }

    @Test
    void theDistributionOfTheCodesIsKept() throws IOException {
        CodeDistribution.InKey inC =
                new CodeDistribution.InKey(2, new float[] {1, 2}, new float[][] {{1, 0}, {0.5f, 2}}, new float[] {
                    1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
                });
        CodeDistribution.InKey inG = new CodeDistribution.InKey(
                1, new float[] {3, 4}, new float[][] {{3, 0}, {0, 4}}, new float[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0
                });
        TrainingExamples memory = TrainingExamples.of(NgramIndex.NONE).with(new CodeDistribution(List.of(inC, inG)));
        ModelFolder.save(folder, DESCRIPTION, WEIGHTS, memory, SafeTensors.Precision.SINGLE);

        CodeDistribution loaded = ModelFolder.load(folder).trainingExamples().distribution();

        assertThat(loaded).usingRecursiveComparison().isEqualTo(memory.distribution());
    }

    @Test
    void aDistributionOfAnotherSizeIsRefused() throws IOException {
        CodeDistribution.InKey ofOneUnit =
                new CodeDistribution.InKey(1, new float[] {1}, new float[][] {{1}}, new float[12]);
        TrainingExamples memory = TrainingExamples.of(NgramIndex.NONE).with(new CodeDistribution(List.of(ofOneUnit)));
        ModelFolder.save(folder, DESCRIPTION, WEIGHTS, memory, SafeTensors.Precision.SINGLE);

        assertThatThrownBy(() -> ModelFolder.load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("keys.mean of the training examples does not have 2 dimensions");
    }

    @Test
    void differentModelsHaveDifferentHashes() throws IOException {
        String hash = ModelFolder.load(folder).hash();

        assertThat(ModelFolder.load(folder).hash()).isEqualTo(hash);
        ModelFolder.save(
                folder,
                DESCRIPTION,
                SPEC.firstWeights(Initialization.GLOROT, RandomSource.of(2)),
                MEMORY,
                SafeTensors.Precision.SINGLE);
        assertThat(ModelFolder.load(folder).hash()).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "weights.safetensors", "memory.safetensors"})
    void aMissingCutOrForeignFileIsNamedInOneSentence(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(name);
        Files.writeString(file, "[not ours]");
        assertRefused(name);
        Files.write(file, new byte[0]);
        assertRefused(name);
        Files.delete(file);
        assertRefused(name);
    }

    @Test
    void aDescriptionOfNullIsRefused() throws IOException {
        Files.writeString(folder.resolve("model.json"), "null");

        assertRefused("model.json");
    }

    @Test
    void aValueOfAnotherKindIsRefusedByItsPlaceAndNotInWordsOfJava() throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"sizes\" : \\[ ", "$0{}, "));

        assertThatThrownBy(() -> ModelFolder.load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.json does not describe a model: spec.sizes is unknown, has no value")
                .hasMessageNotContaining("java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[null, null]", "[{\"piece\": null, \"firstStep\": 0}]", "{}", "[1, 2]"})
    void invalidPlacesAreRefused(String places) throws IOException {
        SafeTensors.write(
                folder.resolve("memory.safetensors"),
                new SafeTensors(
                        Map.of("places", places),
                        List.of(new NamedArray("codes", new long[] {2, 2}, new float[] {1, 2, 3, 4}))),
                SafeTensors.Precision.SINGLE);

        assertRefused("places");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void weightsThatAreNotFiniteAreRefused(float value) throws IOException {
        List<NamedArray> broken = WEIGHTS.stream()
                .map(array -> new NamedArray(
                        array.name(), array.shape(), array.values().clone()))
                .toList();
        broken.getLast().values()[0] = value;
        ModelFolder.save(folder, DESCRIPTION, broken, MEMORY, SafeTensors.Precision.SINGLE);

        assertRefused("decoder.1.bias holds " + value);
    }

    @Test
    void codesOfTrainingExamplesThatAreNotFiniteAreRefused() throws IOException {
        SafeTensors.write(
                folder.resolve("memory.safetensors"),
                new SafeTensors(
                        Map.of("places", "[]"),
                        List.of(new NamedArray("codes", new long[] {1, 2}, new float[] {1, Float.NaN}))),
                SafeTensors.Precision.SINGLE);

        assertRefused("codes holds NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil", "a/b", "", ".hidden", "a\\u001b[31m", "a\\\\b"})
    void aNameThatLeadsOutOfAFolderIsRefused(String name) throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("\"name\" *: *\"[^\"]*\"", "\"name\": \"" + name.replace("\\", "\\\\") + "\""));

        assertRefused("no model's name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"kind\": \"flat\"}; []; size of the decoder",
                "{\"kind\": \"hierarchical\", \"segmentSteps\": 4, \"size\": {\"units\": 4, \"layers\": 1}}; []; size of the conductor",
                "{\"kind\": \"flat\", \"size\": {\"units\": 4, \"layers\": 1}}; [1, 1, 1, 1, 1, 1, 1, 1, 1]; levels of the encoder",
            })
    void aNetworkWithoutSizesOrOfTooManyLevelsIsRefused(String decoder, String segments, String words)
            throws IOException {
        Files.writeString(folder.resolve("model.json"), """
                {"name": "m", "spec": {"family": "recurrent", "alphabets": [90], "steps": 32, "encoder": {"units": 4, "layers": 1},
                "encoderSegments": %s, "codeSize": 2, "bottleneck": "GAUSSIAN", "decoder": %s}, "representation": {"kind": "melody",
                "grid": {"stepsPerBeat": 4}, "meter": {"beats": 4, "beatUnit": 4}, "bars": 2}, "corpus": "c", "beatsPerMinute": 120,
                "provenance": {}, "missing": []}
                """.formatted(segments, decoder));

        assertRefused(words);
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() throws IOException {
        DenseSpec other = DenseSpec.sigmoid(PianoRoll.DEEPHEAR.cells(), 4, 2);
        SafeTensors.write(
                folder.resolve("weights.safetensors"),
                new SafeTensors(Map.of(), other.firstWeights(Initialization.GLOROT, RandomSource.of(1))),
                SafeTensors.Precision.SINGLE);

        assertRefused("do not belong together");
    }

    @Test
    void anOlderDescriptionWithoutMissingWeightsIsOfACompleteModel() throws IOException {
        Path file = folder.resolve("model.json");
        String json = Files.readString(file);
        String older = json.replaceAll(",\\s*\"missing\" : \\[ ]", "");
        Files.writeString(file, older);

        assertThat(older).isNotEqualTo(json);
        assertThat(ModelFolder.load(folder).description()).isEqualTo(DESCRIPTION);
        assertThat(ModelFolder.load(folder).description().encodes()).isTrue();
    }

    @Test
    void anOlderDescriptionWithoutBottleneckIsOfAPlainNetwork() throws IOException {
        Path file = folder.resolve("model.json");
        String json = Files.readString(file);
        String older = json.replaceAll(",\\s*\"bottleneck\" : \"PLAIN\"", "");
        Files.writeString(file, older);

        assertThat(older).isNotEqualTo(json);
        assertThat(ModelFolder.load(folder).description()).isEqualTo(DESCRIPTION);
    }

    @Test
    void anUnknownBottleneckIsRefused() throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(file, Files.readString(file).replace("\"PLAIN\"", "\"ROUND\""));

        assertRefused("ROUND");
    }

    @Test
    void aSavedVariationalModelLoadsTheSame() throws IOException {
        DenseSpec spec = DenseSpec.gaussian(PianoRoll.DEEPHEAR.cells(), 3, 2);
        List<NamedArray> weights = spec.firstWeights(Initialization.GLOROT, RandomSource.of(1));
        ModelDescription description =
                new ModelDescription("tiny-vae", spec, PianoRoll.DEEPHEAR, "nothing", 100, Map.of());
        ModelFolder.save(folder, description, weights, MEMORY, SafeTensors.Precision.SINGLE);
        float[][] frames = {new float[PianoRoll.DEEPHEAR.cells()]};

        ModelFolder loaded = ModelFolder.load(folder);

        assertThat(loaded.description()).isEqualTo(description);
        assertThat(loaded.weights()).isEqualTo(weights);
        try (DenseAutoencoder again = (DenseAutoencoder) loaded.network();
                DenseAutoencoder first = DenseAutoencoder.of(spec, weights)) {
            assertThat(again.posteriors(frames).deviations())
                    .isDeepEqualTo(first.posteriors(frames).deviations());
        }
    }

    @Test
    void aDescriptionWithoutNadeIsOfASoftmax() throws IOException {
        LstmSize size = new LstmSize(2, 1);
        RecurrentSpec softmax =
                new RecurrentSpec(List.of(512), 32, size, 3, Bottleneck.PLAIN, new RecurrentSpec.Flat(size));
        for (RecurrentSpec spec : List.of(softmax, softmax.with(new RecurrentSpec.Nade(4)))) {
            ModelDescription description = new ModelDescription("drums", spec, Drums.of(2), "nothing", 100, Map.of());
            List<NamedArray> weights = RecurrentInitialization.of(spec, 1, RandomSource.of(1));
            ModelFolder.save(folder, description, weights, MEMORY_OF_NOTHING, SafeTensors.Precision.SINGLE);

            assertThat(ModelFolder.load(folder).description()).isEqualTo(description);
            assertThat(Files.readString(folder.resolve("model.json")).contains("nade"))
                    .isEqualTo(spec.nade().isPresent());
        }
    }

    @Test
    void aVariationalModelWithoutItsDeviationsIsRefused() throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"PLAIN\"", "\"GAUSSIAN\"")
                        .replace("\"TIED\"", "\"UNTIED\"")
                        .replaceFirst("\"code\" : \"SIGMOID\"", "\"code\" : \"LINEAR\""));

        assertRefused("needs deviation.weight, which is missing");
    }

    @Test
    void onlyWeightsOfAnEncoderMayBeMissing() throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(
                file, Files.readString(file).replace("\"missing\" : [ ]", "\"missing\" : [ \"decoder.0.weight\" ]"));

        assertRefused("decoder.0.weight is none");
    }

    @Test
    void weightsThatDoNotFitTheDescriptionAreNotWritten() throws IOException {
        Path other = folder.resolve("other");

        assertThatThrownBy(() -> ModelFolder.save(
                        other, DESCRIPTION, WEIGHTS.subList(1, 4), MEMORY, SafeTensors.Precision.SINGLE))
                .hasMessageContaining("is missing");
        assertThat(other).doesNotExist();
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> ModelFolder.load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(folder.toString())
                .hasMessageNotContaining("\n");
    }
}
