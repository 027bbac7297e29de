package diabolo.experiment;

import diabolo.latent.LatentSpace;
import diabolo.model.ModelDescription;
import diabolo.report.Effort;
import diabolo.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What an experiment does. */
    @FunctionalInterface
    private interface Runner {
        Outcome run(Request request, ExperimentProgress progress) throws IOException;
    }

    /** An experiment by its name. */
    public static final class Entry {

        private final String experimentName;
        private final String description;
        private final Optional<String> model;
        private final Runner runner;

        private Entry(String experimentName, String description, Runner runner) {
            this(experimentName, description, Optional.empty(), runner);
        }

        private Entry(String experimentName, String description, Optional<String> model, Runner runner) {
            this.experimentName = experimentName;
            this.description = description;
            this.model = model;
            this.runner = runner;
        }

        public String experimentName() {
            return experimentName;
        }

        public String description() {
            return description;
        }

        /** The name of the trained model that it looks at, where no other is asked for; none where it trains its own. */
        public Optional<String> model() {
            return model;
        }

        /** Runs it and writes its report. */
        public Outcome run(Request request, ExperimentProgress progress) throws IOException {
            Outcome outcome = runner.run(request, progress);
            outcome.report().write(outcome.folder());
            return outcome;
        }
    }

    private static final String LOOKED_AT = "melody-2bar";
    private static final List<Entry> ALL = all(
            List.of(
                    new Entry("deephear", "DeepHear (Sun 2015): ragtime from 16 random bits", Experiments::deepHear),
                    new Entry(
                            "autobach",
                            "The lecture's AutoBach: chorales from codes inside and outside the real region",
                            Experiments::autoBach),
                    new Entry(
                            "vae-digits",
                            "The variational autoencoder of Kingma and Welling (2014): handwritten digits",
                            Experiments::digits)),
            MusicVaeStudy.ALL.stream()
                    .map(study -> new Entry(study.experimentName(), study.title(), musicVae(study)))
                    .toList(),
            ModelStudy.ALL.stream()
                    .map(study ->
                            new Entry(study.experimentName(), study.title(), Optional.of(LOOKED_AT), looking(study)))
                    .toList());

    /** The nine files of DeepHear's author, who held none out. */
    private static final String AUTHORS_FILES = "ragtime-deephear";

    private Experiments() {}

    private static Outcome deepHear(Request request, ExperimentProgress progress) throws IOException {
        ExperimentSpec own = spec(request, "ragtime-deephear");
        ExperimentSpec spec = own.corpus().endsWith(AUTHORS_FILES) ? DeepHearTrainings.asTheAuthorDid(own) : own;
        TrainingData data = music(request, spec);
        RunFolder folder = folder(request, spec, data);
        return run(
                request,
                folder,
                spec.seed(),
                progress,
                new DeepHearExperiment(spec, data, folder, request.effort(), progress));
    }

    private static Outcome autoBach(Request request, ExperimentProgress progress) throws IOException {
        ExperimentSpec spec = spec(request, "chorales-autobach").withSplit(ExperimentSpec.Split.AS_PUBLISHED);
        TrainingData data = music(request, spec);
        RunFolder folder = folder(request, spec, data);
        return run(request, folder, spec.seed(), progress, new AutoBachExperiment(spec, data, request.effort()));
    }

    private static Outcome digits(Request request, ExperimentProgress progress) throws IOException {
        ExperimentSpec spec = spec(request, "digits-vae");
        Digits digits = (Digits) ExperimentData.open(request.data().corpora(spec.corpora()), spec);
        RunFolder folder = folder(request, spec, digits);
        return run(
                request,
                folder,
                spec.seed(),
                progress,
                new DigitsExperiment(spec, digits, request.effort(), DigitsExperiment.CODE_SIZES));
    }

    private static ExperimentSpec spec(Request request, String name) throws IOException {
        ExperimentSpec own = ExperimentCatalog.find(name);
        ExperimentSpec seeded = request.seed().map(own::withSeed).orElse(own);
        return request.corpus().map(seeded::withCorpus).orElse(seeded);
    }

    private static TrainingData music(Request request, ExperimentSpec spec) throws IOException {
        return (TrainingData) ExperimentData.open(request.data().corpora(spec.corpora()), spec);
    }

    private static Runner musicVae(MusicVaeStudy study) {
        return (request, progress) -> {
            ExperimentSpec spec = spec(request, study.specName());
            TrainingData data = music(request, spec);
            RunFolder folder = folder(request, spec, data);
            return run(
                    request,
                    folder,
                    spec.seed(),
                    progress,
                    new MusicVaeExperiment(study, study.networks().apply(spec), data, request.effort()));
        };
    }

    private static Runner looking(ModelStudy study) {
        return (request, progress) -> {
            Path folder = request.model()
                    .orElseThrow(
                            () -> new IOException(
                                    "This experiment needs a trained model; name its folder with --model, such as that of `diabolo train melody-2bar`."));
            try (LatentSpace space = LatentSpace.load(folder)) {
                requireSingleLine(space);
                ExperimentSpec trained = trainingOf(folder, space.description());
                TrainingData data =
                        music(request, request.corpus().map(trained::withCorpus).orElse(trained));
                requireSame(data.corpus().fingerprint(), space.description());
                ExperimentSpec spec = request.seed().map(trained::withSeed).orElse(trained);
                Path out = request.out()
                        .orElse(Path.of(
                                "runs", study.experimentName(), space.hash().substring(0, 8)));
                RunFolder run =
                        RunFolder.create(Optional.of(out), spec, data.corpus().fingerprint(), request.start());
                Experiment experiment = new ModelExperiment(study, space, folder, data.music(spec.beatsPerMinute()));
                Outcome outcome = run(request, run, spec.seed(), progress, experiment);
                outcome.report().note("model", space.description().name()).note("modelHash", space.hash());
                return outcome;
            }
        };
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

    private static void requireSame(String fingerprint, ModelDescription model) throws IOException {
        if (!fingerprint.equals(model.provenance().get("corpusFingerprint"))) {
            throw new IOException(
                    "%s was trained on other music, so nothing can be held out; name its own with --corpus."
                            .formatted(model.name()));
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

    private static RunFolder folder(Request request, ExperimentSpec spec, ExperimentData data) throws IOException {
        return RunFolder.create(request.out(), spec, data.fingerprint(), request.start());
    }

    private static List<Entry> all(List<Entry> dense, List<Entry> musicVae, List<Entry> looking) {
        return Stream.of(dense, musicVae, looking).flatMap(List::stream).toList();
    }

    public static List<Entry> all() {
        return ALL;
    }

    /**
     * An experiment by its name.
     *
     * @throws IOException if there is none of that name
     */
    public static Entry find(String name) throws IOException {
        for (Entry entry : ALL) {
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
