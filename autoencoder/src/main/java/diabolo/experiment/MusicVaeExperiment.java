package diabolo.experiment;

import static diabolo.note.Checks.require;

import diabolo.model.Autoencoder;
import diabolo.model.ModelFolder;
import diabolo.note.Plural;
import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.DataAndNetworks;
import diabolo.report.DivergenceTradeOff;
import diabolo.report.Effort;
import diabolo.report.LatentSpaceQuality;
import diabolo.report.LearningCurves;
import diabolo.report.Material;
import diabolo.report.NewPiecesCompared;
import diabolo.report.PublishedComparison;
import diabolo.report.ReconstructedPieces;
import diabolo.report.SamplesAsMusic;
import diabolo.report.TokenReconstruction;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * MusicVAE (Roberts et al. 2018) trained on our music: one network, or several that differ in one thing, measured on held-out
 * pieces and compared with published figures.
 *
 * @param networks the first is left in the run folder as a model, the others in folders within it
 * @param included folders of models that are some of the networks; in a quick run these are measured, and no other is trained
 */
record MusicVaeExperiment(
        MusicVaeStudy study,
        List<SequenceVariant> networks,
        Map<SequenceVariant, Path> included,
        TrainingData data,
        Effort effort)
        implements Experiment {

    /** That a quick run measures. */
    private static final int QUICK_WINDOWS = 300;

    /** A quick run's networks must have learned something to be compared: small ones, of short windows, in many updates. */
    private static final int QUICK_TRAINING_LINES = 2_400;

    private static final int QUICK_BARS = 1;
    private static final int QUICK_BARS_OF_HIERARCHICAL = 2;
    private static final int QUICK_EPOCHS = 20;
    private static final int QUICK_UNITS = 64;
    private static final int QUICK_BATCH = 20;
    private static final double QUICK_RATE = 5e-3;

    /** What is measured. */
    enum Aspect {
        RECONSTRUCTION,
        /** Also sampling from the latent space, and interpolating in it. */
        LATENT_SPACE,
        /** Also reconstruction against the validity of samples. */
        TRADE_OFF;

        List<Chapter> chapters() {
            return chapters(NewPiecesCompared.SAMPLED, ReconstructedPieces.UNSEEN);
        }

        private List<Chapter> chapters(NewPiecesCompared newPieces, ReconstructedPieces reconstructed) {
            List<Chapter> chapters = new ArrayList<>(List.of(
                    newPieces,
                    reconstructed,
                    new LearningCurves("epoch, curriculum first", "bar", Axis.LINEAR),
                    new DataAndNetworks(),
                    new TokenReconstruction(),
                    PublishedComparison.ofMusicVae()));
            switch (this) {
                case RECONSTRUCTION -> {}
                case LATENT_SPACE -> chapters.add(new LatentSpaceQuality());
                case TRADE_OFF -> chapters.add(new DivergenceTradeOff());
            }
            chapters.add(new SamplesAsMusic());
            return List.copyOf(chapters);
        }
    }

    MusicVaeExperiment {
        networks = List.copyOf(networks);
        included = Map.copyOf(included);
        require(
                study.aspect() == Aspect.RECONSTRUCTION || data.heldOut().size() >= 2,
                "samples are compared with held-out windows, of which two are needed, but there are %d; give more pieces, or a larger heldOutShare"
                        .formatted(data.heldOut().size()));
    }

    static MusicVaeExperiment whole(MusicVaeStudy study, List<SequenceVariant> networks, TrainingData data) {
        return new MusicVaeExperiment(study, networks, Map.of(), data, Effort.FULL);
    }

    /** Measures those networks that are included as models, on music that none of them has learned; empty if there is none. */
    static Optional<MusicVaeExperiment> ofIncluded(
            MusicVaeStudy study, List<SequenceVariant> networks, TrainingData data) throws IOException {
        Map<SequenceVariant, Path> included = new HashMap<>();
        Set<String> learned = new HashSet<>();
        for (SequenceVariant network : networks) {
            Optional<Path> folder = network.included(data);
            if (folder.isPresent()) {
                included.put(network, folder.get());
                learned.addAll(ModelFolder.load(folder.get()).trainingExamples().pieces());
            }
        }
        TrainingData notLearned = data.withLearned(learned).thinned(QUICK_WINDOWS);
        return included.isEmpty() || notLearned.heldOut().size() < 2
                ? Optional.empty()
                : Optional.of(new MusicVaeExperiment(
                        study,
                        networks.stream().filter(included::containsKey).toList(),
                        included,
                        notLearned,
                        Effort.QUICK));
    }

    /** Trains small networks for a minute. */
    static MusicVaeExperiment small(MusicVaeStudy study, List<SequenceVariant> networks, TrainingData data) {
        List<SequenceVariant> small =
                networks.stream().map(MusicVaeExperiment::small).toList();
        int lines = networks.getFirst()
                .recurrent()
                .of(networks.getFirst().spec().format())
                .alphabets()
                .size();
        TrainingData part = data.thinned(QUICK_TRAINING_LINES / lines, QUICK_WINDOWS);
        return new MusicVaeExperiment(study, small, Map.of(), part, Effort.QUICK);
    }

    /** The music as small networks learn it. */
    static ExperimentSpec shortWindows(ExperimentSpec spec) {
        boolean isHierarchical = spec.network() instanceof Network.Recurrent recurrent
                && recurrent.decoder() == Network.Kind.HIERARCHICAL;
        int bars = isHierarchical ? QUICK_BARS_OF_HIERARCHICAL : QUICK_BARS;
        return spec.format() instanceof Format.Lines lines
                ? spec.withFormat(lines.ofBars(Math.min(bars, lines.bars())))
                : spec;
    }

    private static SequenceVariant small(SequenceVariant network) {
        Network.Recurrent recurrent = network.recurrent();
        ExperimentSpec spec = network.spec();
        return new SequenceVariant(
                network.name(),
                network.words(),
                spec.withNetwork(recurrent.ofUnits(Math.min(QUICK_UNITS, recurrent.encoderUnits())))
                        .withTraining(spec.training().quick(QUICK_EPOCHS, QUICK_BATCH, QUICK_RATE)));
    }

    @Override
    public ExperimentSummary summary() {
        return study.summary();
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return keyFigures(networks.stream().map(SequenceVariant::prefix).toList());
    }

    /** Those of the networks whose metrics begin with these. */
    static List<KeyFigure> keyFigures(List<String> prefixes) {
        List<KeyFigure> figures = new ArrayList<>();
        for (String prefix : prefixes) {
            figures.add(share(words(prefix) + "valid samples from the prior", prefix + "sampled.validity"));
        }
        for (String prefix : prefixes) {
            String words = words(prefix);
            figures.add(accuracy(words + "token accuracy, teacher-forced", prefix + "teacherForced.accuracy"));
            figures.add(accuracy(words + "token accuracy, free-running", prefix + "freeRunning.accuracy"));
            figures.add(
                    share(words + "onset F1, free-running", prefix + "onset.f1").againstKnown("0 %, always hold"));
        }
        return figures;
    }

    private static String words(String prefix) {
        return prefix.isEmpty() ? "" : prefix.replace(".", "") + ": ";
    }

    private static KeyFigure accuracy(String words, String metric) {
        return share(words, metric).against("always hold", "alwaysHold.accuracy");
    }

    private static KeyFigure share(String words, String metric) {
        return KeyFigure.of(words, metric, MetricFormat.SHARE);
    }

    @Override
    public Material material() {
        return data.music(networks.getFirst().spec().beatsPerMinute());
    }

    @Override
    public List<Variant> variants() {
        return networks.stream()
                .<Variant>map(network -> (run, progress) -> train(network, run, progress))
                .toList();
    }

    private TrainedVariant train(SequenceVariant network, RunFolder run, ExperimentProgress progress)
            throws IOException {
        Path model = included.get(network);
        if (model != null) {
            Autoencoder trained = ModelFolder.load(model).network();
            return new TrainedVariant(network.name(), network.words(), trained, List.of(), Optional.of(model));
        }
        String name = network.name().isEmpty() ? "main" : network.name();
        RunFolder folder = network.equals(networks.getFirst()) ? run : run.inner(name);
        TrainingJob job = new TrainingJob(network.spec(), data, run);
        return job.saved(job.train(name, progress), network.name(), network.words(), folder);
    }

    @Override
    public String quickRemark() {
        if (!included.isEmpty()) {
            String models = included.keySet().stream()
                    .map(SequenceVariant::model)
                    .sorted()
                    .collect(Collectors.joining(" and "));
            return "Quick run: nothing was trained. The figures are of %s, which %s included, on a part of the held-out music; other networks are trained by the full run alone."
                    .formatted(models, included.size() == 1 ? "is" : "are");
        }
        Format.Lines windows = (Format.Lines) networks.getFirst().spec().format();
        return "Quick run: small networks, trained alike for a minute on a part of the music, in shorter windows than those of the full run, of %s. The figures are not those of the full run."
                .formatted(Plural.of(windows.bars(), "bar"));
    }

    @Override
    public List<Chapter> chapters() {
        return effort == Effort.QUICK && included.isEmpty()
                ? study.aspect().chapters(NewPiecesCompared.LIKELIEST, ReconstructedPieces.LEARNED)
                : study.aspect().chapters();
    }
}
