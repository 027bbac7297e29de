package diabolo.cli;

import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.Experiments;
import diabolo.experiment.RunFolder;
import diabolo.lecture.Lecture;
import diabolo.lecture.RunComparison;
import diabolo.model.ModelFolders;
import diabolo.report.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lecture's systems, each with a report. */
@Command(
        name = "experiment",
        description = "Runs the lecture's systems, each with a report.",
        subcommands = {ExperimentVerb.Run.class, ExperimentVerb.Compare.class})
final class ExperimentVerb extends Verb {

    @Command(name = "list", description = "Lists what can be run and trained.")
    int list() {
        results().println("To run (`diabolo experiment run NAME`):");
        boolean isOfLecture = true;
        for (Experiments.Entry entry : Lecture.all()) {
            if (isOfLecture && !Lecture.isOfLecture(entry)) {
                results().println("  -- beyond the lecture --");
                isOfLecture = false;
            }
            results().printf("  %-24s %s%n", entry.experimentName(), entry.description());
        }
        show("To train (`diabolo train NAME`):", ExperimentCatalog.names());
        show("To train in the sizes of MusicVAE's authors, on more than a few cores:", ExperimentCatalog.references());
        return DONE;
    }

    private void show(String heading, List<String> names) {
        results().println(heading);
        names.forEach(name -> results().println("  " + name));
    }

    /** Runs an experiment of the lecture and writes its report. */
    @Command(
            name = "run",
            description = "Runs an experiment of the lecture and writes its report.",
            footer = {"%nExample:", "  diabolo experiment run deephear --quick"})
    static final class Run extends Verb {

        @Parameters(paramLabel = "NAME", description = "A name from `diabolo experiment list`.")
        private String name = "";

        @Option(
                names = "--quick",
                description = "In a minute: small networks, a part of the data, or the included models.")
        private boolean quick;

        @Option(names = "--corpus", paramLabel = "C", description = "Music to use instead of the experiment's own.")
        private Optional<String> corpus = Optional.empty();

        @Option(names = "--model", paramLabel = "M", description = "For interpolation and attributes (melody-2bar).")
        private Optional<String> model = Optional.empty();

        @Mixin
        private RunOptions options = new RunOptions();

        @Override
        public Integer call() throws IOException {
            RunFolder.Start start = options.start(this);
            Experiments.Entry experiment = Lecture.find(name);
            Experiments.Request request = new Experiments.Request(
                    options.data(),
                    corpus,
                    model(experiment),
                    options.out,
                    options.seed,
                    quick ? Effort.QUICK : Effort.FULL,
                    start);
            String length = quick ? "" : Lecture.lengthOf(experiment);
            Experiments.Outcome outcome = options.running(this, length, progress -> experiment.run(request, progress));
            print(outcome.report(), outcome.folder());
            return DONE;
        }

        private Optional<Path> model(Experiments.Entry experiment) throws IOException {
            Optional<String> itsOwn = experiment.model().filter(ModelFolders.names()::contains);
            Optional<String> chosen = model.or(() -> itsOwn);
            return chosen.isPresent() ? Optional.of(ModelFolders.find(chosen.get())) : Optional.empty();
        }
    }

    /** Sets runs beside each other. */
    @Command(
            name = "compare",
            description = "Sets runs beside each other: settings that differ, metrics, curves.",
            footer = {"%nExample:", "  diabolo experiment compare runs/a runs/b --out compared.html"})
    static final class Compare extends Verb {

        @Parameters(paramLabel = "RUN", arity = "2..*", description = "Folders of runs, two or more.")
        private List<Path> runs = new ArrayList<>();

        @Option(names = "--out", paramLabel = "FILE", description = "A page to write, with the learning curves.")
        private Optional<Path> out = Optional.empty();

        @Override
        public Integer call() throws IOException {
            if (out.isPresent() && Files.exists(out.get())) {
                throw new IOException("%s is there already; name a new file.".formatted(out.get()));
            }
            RunComparison comparison = RunComparison.of(runs);
            print(comparison.settings());
            print(comparison.metrics());
            comparison.remarks().forEach(messages()::println);
            if (out.isPresent()) {
                comparison.write(out.get());
                results().println(out.get());
            } else if (comparison.hasCurves()) {
                messages().println("--out FILE writes a page that shows the learning curves too.");
            }
            return DONE;
        }

        private void print(List<List<String>> rows) {
            if (rows.size() > 1) {
                rows.forEach(row -> results().println(String.join("\t", row)));
            }
        }
    }
}
