package diabolo.experiment;

import diabolo.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The lecture's systems that can be run by name.
 *
 * <pre>{@code
 * Experiments.find("deephear").run(request, ExperimentProgress.SILENT);
 * }</pre>
 */
public final class Experiments {

    /**
     * What the user asks for.
     *
     * @param corpus other music than the experiment's own: a folder's name in the data folder, or a path
     * @param out the folder to make
     */
    public record Request(
            DataFolder data,
            Optional<String> corpus,
            Optional<Path> out,
            Optional<Long> seed,
            Effort effort,
            RunFolder.Start start) {}

    /** What a run left. */
    public record Outcome(Path folder, Report report) {}

    /** An experiment by its name. */
    public enum Entry {
        DEEPHEAR("deephear", "ragtime-deephear", "DeepHear (Sun 2015): ragtime from 16 random bits") {
            @Override
            Report run(
                    ExperimentSpec spec,
                    TrainingData data,
                    RunFolder folder,
                    Effort effort,
                    ExperimentProgress progress)
                    throws IOException {
                return new DeepHearExperiment(spec, data, folder, effort).run(progress);
            }
        },
        AUTOBACH(
                "autobach",
                "chorales-autobach",
                "The lecture's AutoBach: chorales from codes like and unlike real ones") {
            @Override
            TrainingData split(Corpus corpus, ExperimentSpec spec) {
                return TrainingData.splitAsPublished(corpus).orElseGet(() -> super.split(corpus, spec));
            }

            @Override
            Report run(
                    ExperimentSpec spec,
                    TrainingData data,
                    RunFolder folder,
                    Effort effort,
                    ExperimentProgress progress)
                    throws IOException {
                return new AutoBachExperiment(spec, data, folder, effort).run(progress);
            }
        };

        private final String experimentName;
        private final String spec;
        private final String description;

        Entry(String experimentName, String spec, String description) {
            this.experimentName = experimentName;
            this.spec = spec;
            this.description = description;
        }

        public String experimentName() {
            return experimentName;
        }

        public String description() {
            return description;
        }

        /** Runs it and writes its report. */
        public Outcome run(Request request, ExperimentProgress progress) throws IOException {
            ExperimentSpec own = ExperimentCatalog.find(spec);
            ExperimentSpec chosen = request.seed().map(own::withSeed).orElse(own);
            if (request.corpus().isPresent()) {
                chosen = chosen.withCorpus(request.corpus().get());
            }
            if (chosen.corpus().endsWith(AUTHORS_FILES)) {
                chosen = chosen.asTheAuthorDid();
            }
            Corpus corpus = MusicCorpora.open(request.data().corpus(chosen.corpus()), chosen);
            TrainingData data = split(corpus, chosen);
            RunFolder folder = RunFolder.create(request.out(), chosen, corpus.fingerprint(), request.start());
            Report report = run(chosen, data, folder, request.effort(), progress);
            report.write(folder.path());
            return new Outcome(folder.path(), report);
        }

        TrainingData split(Corpus corpus, ExperimentSpec spec) {
            return TrainingData.split(corpus, spec.heldOutShare(), spec.seed());
        }

        abstract Report run(
                ExperimentSpec spec, TrainingData data, RunFolder folder, Effort effort, ExperimentProgress progress)
                throws IOException;
    }

    /** The nine files of DeepHear's author, who learned from all of them. */
    private static final String AUTHORS_FILES = "ragtime-deephear";

    private Experiments() {}

    public static List<Entry> all() {
        return List.of(Entry.values());
    }

    /**
     * An experiment by its name.
     *
     * @throws IOException if there is none of that name
     */
    public static Entry find(String name) throws IOException {
        for (Entry entry : Entry.values()) {
            if (entry.experimentName().equals(name)) {
                return entry;
            }
        }
        throw new IOException("There is no experiment called %s; choose one of %s."
                .formatted(
                        name,
                        String.join(
                                ", ", all().stream().map(Entry::experimentName).toList())));
    }
}
