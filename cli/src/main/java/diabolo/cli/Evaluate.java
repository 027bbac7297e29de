package diabolo.cli;

import diabolo.experiment.ModelEvaluation;
import diabolo.experiment.RunFolder;
import diabolo.report.Report;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a model on other data. */
@Command(
        name = "evaluate",
        description = "Measures how well a model reconstructs data.",
        footer = {
            "%nExample:",
            "  diabolo evaluate --model melody-2bar --corpus my-tunes --out evaluation",
            "%nWrites report.html and report.json; the metrics are printed, and docs/metrics.md explains them."
        })
final class Evaluate extends Verb {

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--corpus",
            paramLabel = "C",
            required = true,
            split = ",",
            description = "Files or folders of music, or a corpus file; for a model of images their folder.")
    private List<Path> corpus = List.of();

    @Option(names = "--seed", paramLabel = "S", description = "Random seed (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to make (${DEFAULT-VALUE}).")
    private Path out = Path.of("evaluation");

    @Override
    public Integer call() throws IOException {
        RunFolder.requireEmpty(out);
        Report report = ModelEvaluation.of(model.folder(), corpus, RandomSource.of(seed));
        report.write(out);
        print(report, out);
        return DONE;
    }
}
