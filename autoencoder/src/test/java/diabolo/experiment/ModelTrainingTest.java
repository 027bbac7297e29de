package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.latent.LatentSpace;
import diabolo.midi.MidiReader;
import diabolo.training.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training in five lines of Java. */
class ModelTrainingTest {

    private static final String YAML = """
            name: tiny-melody
            corpus: tunes
            format: {kind: MELODY, bars: 2}
            heldOutShare: 0.3
            network: {encoderUnits: 12, codeSize: 6, decoder: FLAT, decoderUnits: 12, decoderLayers: 1}
            training: {epochs: 3, batchSize: 8, regularization: {freeBits: 4}}
            """;

    @TempDir
    private Path folder;

    private Path tunes;
    private Path yaml;

    @BeforeEach
    void write() throws IOException {
        tunes = TinyTunes.write(folder.resolve("tunes"));
        yaml = Files.writeString(folder.resolve("tiny.yaml"), YAML);
    }

    private ModelTraining training() throws IOException {
        return ModelTraining.of(yaml.toString()).on(tunes);
    }

    @Test
    void aFewLinesMakeAModelThatReconstructs() throws IOException {
        List<Integer> epochs = new ArrayList<>();

        TrainingResult result = training().run(folder.resolve("mine"), progress -> epochs.add(progress.epoch()));

        assertThat(epochs).containsExactly(1, 2, 3);
        assertThat(result.model()).isEqualTo(folder.resolve("mine"));
        assertThat(result.metrics()).containsKey("onset.f1");
        assertThat(result.verdict()).isPresent();
        assertThat(folder.resolve("mine/report.html")).isNotEmptyFile();
        try (LatentSpace space = LatentSpace.load(result.model())) {
            assertThat(space.encode(MidiReader.read(tunes.resolve("tune-0.mid"))))
                    .hasDimensions(3, 6);
        }
    }

    @Test
    void itStartsFromAModelAndSaysSo() throws IOException {
        Path first =
                training().run(folder.resolve("first"), TrainingMonitor.SILENT).model();

        TrainingResult second = training().from(first).withEpochs(1).run(folder.resolve("second"), progress -> {});

        assertThat(second.verdict().orElseThrow().figures()).contains("tiny-melody before");
        assertThat(second.metrics()).containsKey("from.onset.f1");
        assertThat(folder.resolve("second/model.json")).content().contains("\"startedFrom\" : \"tiny-melody ");
    }

    @Test
    void theSeedDecidesTheWeights() throws IOException {
        ModelTraining brief = training().withEpochs(1).withSeed(1);
        byte[] one = weights(brief, "one");

        assertThat(weights(brief, "again")).isEqualTo(one);
        assertThat(weights(brief.withSeed(2), "other")).isNotEqualTo(one);
    }

    private byte[] weights(ModelTraining training, String name) throws IOException {
        Path model = training.run(folder.resolve(name), TrainingMonitor.SILENT).model();
        return Files.readAllBytes(model.resolve("weights.safetensors"));
    }

    @Test
    void withoutMusicOfOnesOwnItIsThatOfTheExperiment() throws IOException {
        DataFolder data = new DataFolder(List.of(folder));

        PreparedTraining own = ModelTraining.of(yaml.toString()).onMusicIn(data).prepare();

        assertThat(own.spec()).isEqualTo(ExperimentCatalog.read(yaml));
        assertThat(own.data().fingerprint())
                .isEqualTo(ExperimentData.open(List.of(tunes), own.spec()).fingerprint());
        assertThat(own.start()).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path mine = folder.resolve("mine");
        ModelTraining training = training();

        assertThatThrownBy(() -> training.withEpochs(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("epochs must be between 0");
        assertThatThrownBy(() ->
                        training.from(Path.of("..", "models", "melody-2bar")).run(mine, TrainingMonitor.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose the experiment that the model came from");
        assertThatThrownBy(() -> training.on(folder.resolve("absent")).run(mine, TrainingMonitor.SILENT))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ModelTraining.of("melody-3bar"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("choose one of");
        assertThat(mine).doesNotExist();
    }
}
