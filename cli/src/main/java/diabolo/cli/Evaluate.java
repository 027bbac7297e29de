package diabolo.cli;

import diabolo.experiment.ModelEvaluation;
import diabolo.experiment.Report;
import diabolo.experiment.RunFolder;
import diabolo.model.ModelFolders;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a model on data of one's own. */
@Command(
        name = "evaluate",
        description = "Measures how well a model reproduces data that it may not have learned from.",
        footer = {
            "%nExample:",
            "  diabolo evaluate --model melody-2bar --corpus my-tunes --out evaluation",
            "%nWrites report.html and report.json; the metrics are printed, and docs/metrics.md explains them."
        })
final class Evaluate extends Verb {

    @Option(names = "--model", paramLabel = "M", description = "A model's name or folder (${DEFAULT-VALUE}).")
    private String model = ModelFolders.DEFAULT;

    @Option(
            names = "--corpus",
            paramLabel = "C",
            required = true,
            split = ",",
            description = "Files or folders of music, or a corpus file; for a model of images a folder with them.")
    private List<Path> corpus = List.of();

    @Option(names = "--seed", paramLabel = "S", description = "The seed of all that is sampled (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to make (${DEFAULT-VALUE}).")
    private Path out = Path.of("evaluation");

    @Override
    public Integer call() throws IOException {
        RunFolder.requireEmpty(out);
        Report report = ModelEvaluation.of(ModelFolders.find(model), corpus, RandomSource.of(seed));
        report.write(out);
        report.metrics().forEach((metric, value) -> results().printf("%s\t%s%n", metric, value));
        messages().println("The report is " + out.resolve("report.html"));
        return DONE;
    }
}
