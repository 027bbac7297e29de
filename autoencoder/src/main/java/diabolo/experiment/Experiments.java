package diabolo.experiment;

import diabolo.data.DataFingerprint;
import diabolo.latent.LatentSpace;
import diabolo.model.ModelDescription;
import diabolo.report.Effort;
import diabolo.report.page.Report;
import diabolo.training.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The experiments whose trainings are specs of the {@link ExperimentCatalog}; all there are, in the lecture's order, are in
 * {@code diabolo.lecture.Lecture}.
 */
public final class Experiments {

    /**
     * What the user asks for.
     *
     * @param model the folder of a trained model, for what only looks at one, see {@link Entry#model}
     * @param corpus other music than the experiment's own: a folder's name in the data folder, or a path
     * @param out the folder to make
     */
    public record Request(
            DataFolder data,
            Optional<String> corpus,
            Optional<Path> model,
            Optional<Path> out,
            Optional<Long> seed,
            Effort effort,
            RunFolder.Start start) {}

    /** What a run left. */
    public record Outcome(Path folder, Report report) {}

    /** Prepares an experiment and runs it. */
    @FunctionalInterface
    interface Runner {
        Outcome run(Request request, ExperimentProgress progress) throws IOException;
    }

    /** Makes an experiment, which may read its data. */
    @FunctionalInterface
    public interface StudyMaker {
        Experiment of(Study study) throws IOException;
    }

    /**
     * An experiment by its name.
     *
     * @param model the name of the trained model that it examines, where no other is asked for; none where it trains its own
     */
    public record Entry(String experimentName, String description, Optional<String> model, Runner runner) {

        private static Entry training(String experimentName, String description, Runner runner) {
            return new Entry(experimentName, description, Optional.empty(), runner);
        }

        /**
         * One whose settings stand in its code.
         *
         * @param dataSets that it reads
         */
        public static Entry study(String experimentName, String description, List<String> dataSets, StudyMaker made) {
            return training(experimentName, description, (request, progress) -> {
                String fingerprint = dataSets.isEmpty()
                        ? ""
                        : DataFingerprint.ofFolders(request.data().corpora(dataSets));
                long seed = request.seed().orElse(1L);
                RunDescription described =
                        RunDescription.ofStudy(experimentName, dataSets, fingerprint, request.effort(), seed);
                RunFolder folder = Experiments.folder(request, described, progress);
                Experiment experiment = made.of(new Study(request.data(), folder, request.effort(), seed, progress));
                return Experiments.run(request, folder, seed, progress, experiment);
            });
        }

        /**
         * Runs it and writes its report. Of a run that fails before anything was trained nothing is left.
         *
         * @throws IOException if its data, its model or its folder is refused, or cannot be read or written
         */
        public Outcome run(Request request, ExperimentProgress progress) throws IOException {
            FolderKept kept = new FolderKept(progress);
            try {
                Outcome outcome = runner.run(request, kept);
                outcome.report().write(outcome.folder());
                kept.finished();
                return outcome;
            } finally {
                kept.discardIfNothingIsTrained(request.start());
            }
        }
    }

    /** Passes progress on, and remembers the folder of the run, to remove it where the run failed before anything was trained. */
    private static final class FolderKept implements ExperimentProgress {

        private final ExperimentProgress progress;
        private Optional<RunFolder> run = Optional.empty();
        private boolean isFinished;

        FolderKept(ExperimentProgress progress) {
            this.progress = progress;
        }

        @Override
        public void unfinished(Path folder) {
            progress.unfinished(folder);
        }

        @Override
        public void folder(Path folder) {
            run = Optional.of(new RunFolder(folder));
            progress.folder(folder);
        }

        @Override
        public void begins() {
            progress.begins();
        }

        @Override
        public TrainingMonitor training(String name) {
            return progress.training(name);
        }

        @Override
        public void message(String sentence) {
            progress.message(sentence);
        }

        void finished() {
            isFinished = true;
        }

        /** A folder in which something was there before stays. */
        void discardIfNothingIsTrained(RunFolder.Start start) {
            if (!isFinished && start == RunFolder.Start.FRESH) {
                run.ifPresent(RunFolder::discardIfNothingIsMade);
            }
        }
    }

    private static final List<Entry> ALL = Stream.of(
                    Stream.of(
                            Entry.training(
                                    "deephear",
                                    "DeepHear (Sun 2015): ragtime from 16 random bits",
                                    Experiments::deepHear),
                            Entry.training(
                                    "autobach",
                                    "The lecture's AutoBach: chorales from codes inside and outside the real region",
                                    Experiments::autoBach)),
                    MusicVaeStudy.ALL.stream()
                            .map(study -> Entry.training(
                                    study.summary().name(),
                                    study.summary().line(),
                                    (request, progress) -> musicVae(study, request, progress))),
                    ModelStudy.ALL.stream()
                            .map(study -> new Entry(
                                    study.summary().name(),
                                    study.summary().line(),
                                    Optional.of("melody-2bar"),
                                    (request, progress) -> modelStudy(study, request, progress))))
            .flatMap(entries -> entries)
            .toList();

    /** The nine files of DeepHear's author, who held none out. */
    private static final String AUTHORS_FILES = "ragtime-deephear";

    private Experiments() {}

    private static Outcome deepHear(Request request, ExperimentProgress progress) throws IOException {
        ExperimentSpec own = spec(request, "ragtime-deephear");
        ExperimentSpec spec = own.corpus().endsWith(AUTHORS_FILES) ? DeepHearTrainings.asTheAuthorDid(own) : own;
        TrainingData data = music(request, spec);
        RunFolder folder = folder(request, "deephear", spec, data, progress);
        Experiment experiment = new DeepHearExperiment(spec, data, folder, request.effort(), progress);
        return run(request, folder, spec.seed(), progress, experiment);
    }

    private static Outcome autoBach(Request request, ExperimentProgress progress) throws IOException {
        ExperimentSpec spec = spec(request, "chorales-autobach").withSplit(ExperimentSpec.Split.AS_PUBLISHED);
        TrainingData data = music(request, spec);
        Experiment experiment = new AutoBachExperiment(spec, data, request.effort());
        return run(request, spec, data, progress, experiment);
    }

    private static Outcome musicVae(MusicVaeStudy study, Request request, ExperimentProgress progress)
            throws IOException {
        ExperimentSpec spec = spec(request, study.specName());
        TrainingData data = music(request, spec);
        List<SequenceVariant> networks = study.networks().apply(spec);
        if (request.effort() == Effort.FULL) {
            return run(request, spec, data, progress, MusicVaeExperiment.whole(study, networks, data));
        }
        Optional<MusicVaeExperiment> included = MusicVaeExperiment.ofIncluded(study, networks, data);
        if (included.isPresent()) {
            return run(request, spec, data, progress, included.get());
        }
        ExperimentSpec small = MusicVaeExperiment.shortWindows(spec);
        TrainingData windows = small.equals(spec) ? data : music(request, small);
        return run(
                request,
                small,
                windows,
                progress,
                MusicVaeExperiment.small(study, study.networks().apply(small), windows));
    }

    private static Outcome run(
            Request request,
            ExperimentSpec spec,
            ExperimentData data,
            ExperimentProgress progress,
            Experiment experiment)
            throws IOException {
        RunFolder folder = folder(request, experiment.summary().name(), spec, data, progress);
        return run(request, folder, spec.seed(), progress, experiment);
    }

    private static Outcome modelStudy(ModelStudy study, Request request, ExperimentProgress progress)
            throws IOException {
        Path folder = request.model()
                .orElseThrow(
                        () -> new IOException(
                                "This experiment needs a trained model; name its folder with --model, such as that of `diabolo train melody-2bar`."));
        try (LatentSpace space = LatentSpace.load(folder)) {
            requireSingleLine(space);
            ExperimentSpec trained = trainingOf(folder, space.description());
            TrainingData data =
                    music(request, request.corpus().map(trained::withCorpus).orElse(trained));
            requireHeldOut(data, space);
            ExperimentSpec spec = request.seed().map(trained::withSeed).orElse(trained);
            Experiment experiment = new ModelExperiment(study, space, folder, data.music(spec.beatsPerMinute()));
            Outcome outcome = run(request, spec, data, progress, experiment);
            outcome.report().note("model", space.description().name()).note("modelHash", space.hash());
            return outcome;
        }
    }

    private static ExperimentSpec spec(Request request, String name) throws IOException {
        ExperimentSpec own = ExperimentCatalog.find(name);
        ExperimentSpec seeded = request.seed().map(own::withSeed).orElse(own);
        return request.corpus().map(seeded::withCorpus).orElse(seeded);
    }

    private static TrainingData music(Request request, ExperimentSpec spec) throws IOException {
        return (TrainingData) ExperimentData.open(request.data().corpora(spec.corpora()), spec);
    }

    private static RunFolder folder(
            Request request, String experiment, ExperimentSpec spec, ExperimentData data, ExperimentProgress progress)
            throws IOException {
        RunDescription description = RunDescription.of(spec, data.fingerprint()).of(experiment, request.effort());
        RunFolder folder = folder(request, description, progress);
        RefusedMusic.of(data).keep(folder, progress);
        return folder;
    }

    private static RunFolder folder(Request request, RunDescription description, ExperimentProgress progress)
            throws IOException {
        if (request.out().isEmpty()) {
            RunFolder.unfinished(description).ifPresent(progress::unfinished);
        }
        RunFolder folder = RunFolder.create(request.out(), description, request.start());
        progress.folder(folder.path());
        return folder;
    }

    private static Outcome run(
            Request request, RunFolder folder, long seed, ExperimentProgress progress, Experiment experiment)
            throws IOException {
        return new Outcome(
                folder.path(), new ExperimentRunner(folder, seed, request.effort(), progress).run(experiment));
    }

    /** How a model was trained: the same pieces are held out here. */
    private static ExperimentSpec trainingOf(Path folder, ModelDescription model) throws IOException {
        Path settings = folder.resolve(RunFolder.SETTINGS);
        String name = model.name();
        String seed = model.provenance().getOrDefault("seed", "");
        boolean isKnown =
                Files.isRegularFile(settings) || ExperimentCatalog.names().contains(name);
        if (isKnown && seed.matches("-?[0-9]{1,18}")) {
            ExperimentSpec spec =
                    Files.isRegularFile(settings) ? ExperimentCatalog.read(settings) : ExperimentCatalog.find(name);
            return spec.withSeed(Long.parseLong(seed));
        }
        throw new IOException(
                "%s has no record of its training, so nothing can be held out; name a model that `diabolo train` made."
                        .formatted(name));
    }

    private static void requireHeldOut(TrainingData data, LatentSpace space) throws IOException {
        if (!data.heldOutFrom(space.model())) {
            throw new IOException(
                    "%s was trained on other music, so nothing can be held out; name its own with --corpus."
                            .formatted(space.description().name()));
        }
    }

    private static void requireSingleLine(LatentSpace space) throws IOException {
        boolean singleLine = space.network()
                .recurrent()
                .filter(network -> network.spec().alphabets().size() == 1)
                .isPresent();
        if (!singleLine) {
            throw new IOException("%s is no recurrent model of a single line; choose one such as melody-2bar."
                    .formatted(space.description().name()));
        }
    }

    public static List<Entry> all() {
        return ALL;
    }
}
