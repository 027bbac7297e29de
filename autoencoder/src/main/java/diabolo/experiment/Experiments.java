package diabolo.experiment;

import diabolo.latent.LatentSpace;
import diabolo.model.ModelDescription;
import diabolo.model.RecurrentAutoencoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    private static final List<Entry> ALL = List.of(
            new Entry("deephear", "DeepHear (Sun 2015): ragtime from 16 random bits", Experiments::deepHear),
            new Entry(
                    "autobach",
                    "The lecture's AutoBach: chorales from codes like and unlike real ones",
                    Experiments::autoBach),
            new Entry(
                    "vae-digits",
                    "The variational autoencoder of Kingma and Welling (2014): handwritten digits",
                    Experiments::digits),
            new Entry(
                    "musicvae-melody-2bar",
                    "MusicVAE (Roberts et al. 2018): two bars of melody",
                    sequences("musicvae-melody-2bar", "melody-2bar", SequenceVariant::alone)),
            new Entry(
                    "musicvae-drums-2bar",
                    "MusicVAE: two bars of drums",
                    sequences("musicvae-drums-2bar", "drums-2bar", SequenceVariant::alone)),
            new Entry(
                    "musicvae-melody-16bar",
                    "MusicVAE: sixteen bars of melody, flat against hierarchical",
                    sequences("musicvae-melody-16bar", "melody-16bar", SequenceVariant::flatAndHierarchical)),
            new Entry(
                    "musicvae-trio-16bar",
                    "MusicVAE: sixteen bars of melody, bass and drums, flat against hierarchical",
                    sequences("musicvae-trio-16bar", "trio-16bar", SequenceVariant::flatAndHierarchical)),
            new Entry(
                    "vae-against-autoencoder",
                    "The same network with and without the variational part",
                    sequences(
                            "vae-against-autoencoder",
                            "melody-2bar-low",
                            SequenceVariant::withAndWithoutChance,
                            SequenceExperiment.Aspect.LATENT_SPACE)),
            new Entry(
                    "interpolation",
                    "Ways between melodies, through the latent space and through the data",
                    Optional.of("melody-2bar"),
                    looking("interpolation", InterpolationExperiment::report)),
            new Entry(
                    "attributes",
                    "What each attribute vector of melodies changes",
                    Optional.of("melody-2bar"),
                    looking("attributes", AttributesExperiment::report)),
            new Entry(
                    "drums-kl",
                    "Drums under a strong and a weak pull towards the prior",
                    sequences(
                            "drums-kl",
                            "drums-2bar",
                            SequenceVariant::byDivergence,
                            SequenceExperiment.Aspect.TRADE_OFF)));

    /** The nine files of DeepHear's author, who learned from all of them. */
    private static final String AUTHORS_FILES = "ragtime-deephear";

    private Experiments() {}

    private static Outcome deepHear(Request request, ExperimentProgress progress) throws IOException {
        ExperimentSpec own = spec(request, "ragtime-deephear");
        ExperimentSpec spec = own.corpus().endsWith(AUTHORS_FILES) ? DeepHearTrainings.asTheAuthorDid(own) : own;
        TrainingData data = music(request, spec);
        RunFolder folder = folder(request, spec, data);
        return new Outcome(folder.path(), new DeepHearExperiment(spec, data, folder, request.effort()).run(progress));
    }

    private static Outcome autoBach(Request request, ExperimentProgress progress) throws IOException {
        ExperimentSpec spec = spec(request, "chorales-autobach").withSplit(ExperimentSpec.Split.AS_PUBLISHED);
        TrainingData data = music(request, spec);
        RunFolder folder = folder(request, spec, data);
        return new Outcome(folder.path(), new AutoBachExperiment(spec, data, folder, request.effort()).run(progress));
    }

    private static Outcome digits(Request request, ExperimentProgress progress) throws IOException {
        ExperimentSpec spec = spec(request, "digits-vae");
        Digits digits = (Digits) ExperimentData.open(request.data().corpora(spec.corpora()), spec);
        RunFolder folder = folder(request, spec, digits);
        return new Outcome(
                folder.path(),
                new DigitsExperiment(spec, digits, folder, request.effort(), DigitsExperiment.CODE_SIZES)
                        .run(progress));
    }

    private static ExperimentSpec spec(Request request, String name) throws IOException {
        ExperimentSpec own = ExperimentCatalog.find(name);
        ExperimentSpec seeded = request.seed().map(own::withSeed).orElse(own);
        return request.corpus().map(seeded::withCorpus).orElse(seeded);
    }

    private static TrainingData music(Request request, ExperimentSpec spec) throws IOException {
        return (TrainingData) ExperimentData.open(request.data().corpora(spec.corpora()), spec);
    }

    private static Runner sequences(
            String experiment, String name, Function<ExperimentSpec, List<SequenceVariant>> variants) {
        return sequences(experiment, name, variants, SequenceExperiment.Aspect.RECONSTRUCTION);
    }

    private static Runner sequences(
            String experiment,
            String name,
            Function<ExperimentSpec, List<SequenceVariant>> variants,
            SequenceExperiment.Aspect aspect) {
        return (request, progress) -> {
            ExperimentSpec spec = spec(request, name);
            TrainingData data = music(request, spec);
            RunFolder folder = folder(request, spec, data);
            SequenceExperiment run =
                    new SequenceExperiment(experiment, aspect, variants.apply(spec), data, folder, request.effort());
            return new Outcome(folder.path(), run.run(progress));
        };
    }

    /** A model, the music that it learned from and was held out from, and how it was trained. */
    record Trained(
            ExperimentSpec spec, TrainingData data, LatentSpace space, RecurrentAutoencoder network, Effort effort) {}

    /** Looks at a trained model. */
    @FunctionalInterface
    private interface Look {
        Report report(Trained trained, ExperimentProgress progress) throws IOException;
    }

    private static Runner looking(String experiment, Look look) {
        return (request, progress) -> {
            Path folder = request.model()
                    .orElseThrow(
                            () -> new IOException(
                                    "This experiment looks at a trained model; with --model name the folder that `diabolo train melody-2bar` left."));
            try (LatentSpace space = LatentSpace.load(folder)) {
                RecurrentAutoencoder network = singleLine(space);
                ExperimentSpec trained = trainingOf(folder, space.description());
                TrainingData data =
                        music(request, request.corpus().map(trained::withCorpus).orElse(trained));
                requireSame(data.corpus().fingerprint(), space.description());
                ExperimentSpec spec = request.seed().map(trained::withSeed).orElse(trained);
                Path out = request.out()
                        .orElse(Path.of("runs", experiment, space.hash().substring(0, 8)));
                RunFolder run =
                        RunFolder.create(Optional.of(out), spec, data.corpus().fingerprint(), request.start());
                Report report = look.report(new Trained(spec, data, space, network, request.effort()), progress);
                report.note("model", space.description().name()).note("modelHash", space.hash());
                return new Outcome(run.path(), report);
            }
        };
    }

    /** How a model was trained: what it was held out from is held out here too. */
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
                "%s does not say how it was trained, so that nothing can be held out; name a model that `diabolo train` left."
                        .formatted(name));
    }

    private static void requireSame(String fingerprint, ModelDescription model) throws IOException {
        if (!fingerprint.equals(model.provenance().get("corpusFingerprint"))) {
            throw new IOException(
                    "%s learned from other music than this, so that nothing can be held out; name its own with --corpus."
                            .formatted(model.name()));
        }
    }

    private static RecurrentAutoencoder singleLine(LatentSpace space) throws IOException {
        if (space.network() instanceof RecurrentAutoencoder recurrent
                && recurrent.spec().alphabets().size() == 1) {
            return recurrent;
        }
        throw new IOException("%s is no recurrent model of a single line; choose one such as melody-2bar."
                .formatted(space.description().name()));
    }

    private static RunFolder folder(Request request, ExperimentSpec spec, ExperimentData data) throws IOException {
        return RunFolder.create(request.out(), spec, data.fingerprint(), request.start());
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
