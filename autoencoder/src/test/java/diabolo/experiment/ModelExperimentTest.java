package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.lecture.Lecture;
import diabolo.report.Effort;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import diabolo.training.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks at a trained model, on one that was trained for the test. */
class ModelExperimentTest {

    private static final String YAML = """
            name: tiny-melody
            corpus: tunes
            format: {kind: MELODY, bars: 2}
            heldOutShare: 0.3
            network: {encoderUnits: 12, codeSize: 6, decoder: FLAT, decoderUnits: 12, decoderLayers: 1}
            training: {epochs: 3, batchSize: 8, regularization: {freeBits: 4}}
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.parse("tiny", YAML);
        TrainingData data = (TrainingData) ExperimentData.open(List.of(TinyTunes.write(folder.resolve("tunes"))), spec);
        RunFolder run = RunFolder.create(
                Optional.of(folder.resolve("model")),
                RunDescription.of(spec, data.fingerprint()),
                RunFolder.Start.FRESH);
        TrainingJob job = new TrainingJob(spec, data, run);
        try (Trained trained = job.train("main", ExperimentProgress.SILENT)) {
            job.saveModel(trained.recurrent());
        }
    }

    private static Report run(String name) throws IOException {
        return run(name, "model", name);
    }

    private static Report run(String name, String model, String out) throws IOException {
        Experiments.Request request = new Experiments.Request(
                new DataFolder(List.of(folder)),
                Optional.empty(),
                Optional.of(folder.resolve(model)),
                Optional.of(folder.resolve(out)),
                Optional.empty(),
                Effort.QUICK,
                RunFolder.Start.FRESH);
        Report report =
                Lecture.find(name).run(request, ExperimentProgress.SILENT).report();
        assertThat(MetricsTable.undocumented(report.metrics())).isEmpty();
        return report;
    }

    @Test
    void aPathThroughTheDataBeginsAtItsStartAndEndsElsewhere() throws IOException {
        Report report = run("interpolation");

        assertThat(report.metrics()).containsEntry("pairs", 256.0);
        assertThat(report.metrics().get("dataSpace.middleDistance")).isBetween(0.05, 0.95);
        assertThat(report.metrics().get("latentSpace.maxCostRatio")).isPositive();
        assertThat(Files.readString(folder.resolve("interpolation/report.html")))
                .contains("after so few samples", "cost ratio halfway", "One path in data space");
    }

    @Test
    void musicThatIsReadAnewIsStillTheModelsOwnAndOtherMusicIsNot() throws IOException {
        Path model = Files.createDirectory(folder.resolve("read-before"));
        for (String file : List.of("model.json", "weights.safetensors", "memory.safetensors", "experiment.yaml")) {
            Files.copy(folder.resolve("model").resolve(file), model.resolve(file));
        }
        Path description = model.resolve("model.json");
        Files.writeString(
                description,
                Files.readString(description).replaceFirst("(\"corpusFingerprint\" : \")[0-9a-f]{8}", "$100000000"));

        assertThat(run("interpolation", "read-before", "anew").metrics()).containsEntry("pairs", 256.0);

        Path memory = model.resolve("memory.safetensors");
        SafeTensors.write(
                memory,
                new SafeTensors(
                        Map.of("places", "[]", "pieces", "[\"other.mid\"]"),
                        List.of(
                                new NamedArray("codes", new long[] {0, 6}, new float[0]),
                                new NamedArray("phrases", new long[] {1, 2}, new float[] {7, 0}))),
                SafeTensors.Precision.SINGLE);
        assertThatThrownBy(() -> run("interpolation", "read-before", "other"))
                .hasMessageContaining("trained on other music");
    }
}
