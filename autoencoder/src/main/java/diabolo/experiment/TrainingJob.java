package diabolo.experiment;

import diabolo.experiment.diffusion.FaderTraining;
import diabolo.experiment.diffusion.GrooveTraining;
import diabolo.experiment.diffusion.LinesInC;
import diabolo.experiment.diffusion.PriorTraining;
import diabolo.file.AtomicFile;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.TrainableAutoencoder;
import diabolo.model.TrainingExamples;
import diabolo.model.diffusion.Faders;
import diabolo.model.diffusion.GroovePrior;
import diabolo.model.diffusion.SequencePrior;
import diabolo.picture.Axis;
import diabolo.picture.Point;
import diabolo.report.Chapter;
import diabolo.report.DataAndNetworks;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.ImageGrids;
import diabolo.report.ImageLowerBound;
import diabolo.report.Images;
import diabolo.report.LearningCurves;
import diabolo.report.Material;
import diabolo.report.NetworkPicture;
import diabolo.report.RollReconstruction;
import diabolo.report.TrainedVariant;
import diabolo.report.page.Introduction;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.NextStep;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.tensor.SafeTensors;
import diabolo.training.CurveCsv;
import diabolo.training.Examples;
import diabolo.training.HeldOut;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One training in a run folder: from a spec and its data to a model that loads from the folder alone.
 *
 * <pre>{@code
 * try (Trained trained = new TrainingJob(spec, data, run).train("main", progress)) {
 *     job.saveModel(trained.network());
 * }
 * }</pre>
 */
public record TrainingJob(ExperimentSpec spec, ExperimentData data, RunFolder run, Optional<FineTuning> start) {

    /** Before the metrics of the model that a training started from. */
    static final String STARTED_FROM = "from";

    /** From random weights. */
    public TrainingJob(ExperimentSpec spec, ExperimentData data, RunFolder run) {
        this(spec, data, run, Optional.empty());
    }

    /**
     * Trains, or resumes from a checkpoint of that name.
     *
     * @param name of the training within the run: its checkpoint and its curve are called so
     */
    public Trained train(String name, ExperimentProgress progress) throws IOException {
        Trained trained = trainer()
                .trainResumably(Examples.of(data.trainingFrames()), progress.training(name), run.checkpoint(name));
        AtomicFile.write(
                run.file(name.equals("main") ? "training.csv" : "training-" + name + ".csv"),
                CurveCsv.write(trained.curve()));
        return trained;
    }

    private Trainer trainer() {
        Trainer trainer = new Trainer(spec.plan());
        if (start.isEmpty()) {
            return trainer;
        }
        Trainer tuned = trainer.startingFrom(start.get().model().weights());
        List<Frames> heldOut = data.heldOutFrames();
        return heldOut.isEmpty()
                ? tuned
                : tuned.validatedOn(new HeldOut(Examples.of(heldOut), FineTuning.PATIENCE_EPOCHS));
    }

    /** Saves the model in the run folder, with its training examples. */
    public void saveModel(TrainableAutoencoder network) throws IOException {
        ModelDescription description = new ModelDescription(
                spec.name(),
                spec.model(),
                spec.format().frameFormat(),
                spec.corpus(),
                spec.beatsPerMinute(),
                provenance(),
                List.of());
        ModelFolder.save(
                run.path(),
                description,
                network.parameters().toArrays(),
                trainingExamples(network),
                SafeTensors.Precision.SINGLE);
    }

    /** Learns the prior of tunes or grooves and the faders beside a saved model, where the experiment asks for them and the pieces allow it. */
    void saveWhatIsKnownOfCodes(TrainableAutoencoder network, ExperimentProgress progress) throws IOException {
        boolean isAsked = spec.prior().updates() > 0 || spec.faders().updates() > 0;
        if (!isAsked || !(data instanceof TrainingData music)) {
            return;
        }
        if (spec.format() instanceof Format.Drums) {
            saveGrooves(music, network, progress);
            return;
        }
        LinesInC lines = LinesInC.of(music.corpus(), music.pieces().training());
        Optional<SequencePrior> prior = Optional.empty();
        if (spec.prior().updates() > 0) {
            prior = new PriorTraining(lines, network)
                    .train(
                            spec.prior(),
                            start.flatMap(from -> from.known().tunes()),
                            spec.seed(),
                            progress.training("prior"),
                            run.checkpoint("prior"));
            if (prior.isPresent()) {
                prior.get().write(run.path());
            } else {
                progress.message("No piece is as long as a tune of %d windows: the model has no prior of tunes."
                        .formatted(PriorTraining.WINDOWS));
            }
        }
        if (spec.faders().updates() > 0) {
            Optional<Faders> faders = new FaderTraining(lines, network)
                    .train(
                            spec.faders(),
                            prior.map(SequencePrior::scale),
                            start.flatMap(from -> from.known().faders()),
                            spec.seed(),
                            progress.training("faders"),
                            run.checkpoint("faders"));
            if (faders.isPresent()) {
                faders.get().write(run.path());
            } else {
                progress.message("The pieces are too much alike, or in no key: the model has no faders.");
            }
        }
    }

    private void saveGrooves(TrainingData music, TrainableAutoencoder network, ExperimentProgress progress)
            throws IOException {
        Optional<GroovePrior> prior = new GrooveTraining(music.grooves(spec.seed()), network)
                .train(
                        spec.prior(),
                        start.flatMap(from -> from.known().grooves()),
                        spec.seed(),
                        progress.training("prior"),
                        run.checkpoint("prior"));
        if (prior.isPresent()) {
            prior.get().write(run.path());
        }
    }

    private Map<String, String> provenance() {
        Map<String, String> provenance = new TreeMap<>(RunDescription.provenance(spec, data.fingerprint()));
        provenance.put("examples", Integer.toString(data.trainingFrames().size()));
        start.ifPresent(from -> provenance.put(
                "startedFrom", "%s %s".formatted(from.name(), from.model().hash())));
        return provenance;
    }

    /** What the network was trained on; what the model that it started from was trained on counts too, where it is known. */
    private TrainingExamples trainingExamples(TrainableAutoencoder network) {
        TrainingExamples own = data.trainingExamples(network);
        return start.map(from ->
                        own.with(from.model().trainingExamples().ngrams()).with(data.codeDistribution(network)))
                .orElse(own);
    }

    /** A network as reports show it, saved in a folder. */
    TrainedVariant saved(Trained trained, String name, String words, RunFolder folder) throws IOException {
        new TrainingJob(spec, data, folder).saveModel(trained.network());
        return new TrainedVariant(name, words, trained.network(), losses(trained), Optional.of(folder.path()));
    }

    /** Its reconstruction of training and held-out data, with pictures and sound. */
    public Report report(Trained trained) throws IOException {
        Instant begin = Instant.now();
        Report report = new Report(spec.name(), "What %s has learned".formatted(spec.name()))
                .introduction(introduction())
                .diagrams(List.of(NetworkPicture.of("The network", spec.model())));
        TrainedVariant variant =
                new TrainedVariant("", spec.name(), trained.network(), losses(trained), Optional.empty());
        List<TrainedVariant> variants = new ArrayList<>(List.of(variant));
        start.ifPresent(from -> variants.add(new TrainedVariant(
                STARTED_FROM,
                from.name() + " before",
                from.model().network(spec.model()),
                List.of(),
                Optional.empty())));
        Findings findings = new Findings(variants, material(), Effort.FULL, spec.seed(), run.path(), _ -> {});
        try {
            for (Chapter chapter : chapters()) {
                chapter.write(findings, report);
            }
        } finally {
            variants.stream().skip(1).forEach(TrainedVariant::close);
        }
        return RunSettings.addTo(report.keyFigures(keyFigures()), run, Effort.FULL, begin);
    }

    private Introduction introduction() {
        String model = run.path().toString();
        return new Introduction(
                List.of(
                        "%s was trained on %s (%s).".formatted(spec.name(), spec.corpus(), data.inWords()),
                        "An autoencoder learns to give back what it is given, through a code that is smaller; what it gives back of data that it has not seen tells how much the code holds.",
                        "Its decoder alone makes new things of new codes."),
                List.of(
                        "Held out against training: a large gap is memory, not knowledge.",
                        "The figures beside those of the trivial baseline: it has learned what it is better at.",
                        "The learning curve: where it still falls, more epochs would help."),
                List.of(),
                List.of(
                        new NextStep(
                                "Something new", "./diabolo generate --model %s --count 5 --out new".formatted(model)),
                        new NextStep(
                                "How it does on other data",
                                "./diabolo evaluate --model %s --corpus my-data --out evaluation".formatted(model))),
                List.of());
    }

    private List<Point> losses(Trained trained) {
        return switch (spec.format()) {
            case Format.Lines _ -> Losses.perBar(spec, trained.curve());
            case Format.PianoRoll _, Format.Images _ -> Losses.ofFineTuning(trained.curve());
        };
    }

    private Material material() {
        return switch (data) {
            case TrainingData music -> music.music(spec.beatsPerMinute());
            case Digits digits -> new Images(digits.training(), digits.test());
        };
    }

    private List<Chapter> chapters() {
        return switch (spec.format()) {
            case Format.PianoRoll _ ->
                List.of(
                        new DataAndNetworks(),
                        new RollReconstruction(),
                        new LearningCurves("epoch", "window", Axis.LINEAR));
            case Format.Lines _ -> MusicVaeExperiment.Aspect.RECONSTRUCTION.chapters();
            case Format.Images _ ->
                List.of(new ImageLowerBound(), new LearningCurves("epoch", "image", Axis.LINEAR), new ImageGrids());
        };
    }

    private List<KeyFigure> keyFigures() {
        return switch (spec.format()) {
            case Format.PianoRoll _ ->
                List.of(
                        KeyFigure.of("wrong cells of a training window", "train.wrongCells", MetricFormat.ONE_DECIMAL)
                                .against("silence", "train.silent.wrongCells"),
                        KeyFigure.of("wrong cells of a held-out window", "heldOut.wrongCells", MetricFormat.ONE_DECIMAL)
                                .against("silence", "heldOut.silent.wrongCells"));
            case Format.Lines _ -> MusicVaeExperiment.keyFigures(List.of(""));
            case Format.Images _ ->
                List.of(KeyFigure.of("lower bound of a test image, nats", "elbo.nats", MetricFormat.ONE_DECIMAL));
        };
    }
}
