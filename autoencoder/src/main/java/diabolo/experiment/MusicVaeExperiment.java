package diabolo.experiment;

import static diabolo.note.Checks.require;

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
import diabolo.report.TokenReconstruction;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * MusicVAE (Roberts et al. 2018) trained on our music: one network, or several that differ in one thing, measured on held-out
 * pieces and compared with published figures.
 *
 * @param networks the first is left in the run folder as a model, the others in folders within it
 */
record MusicVaeExperiment(MusicVaeStudy study, List<SequenceVariant> networks, TrainingData data, Effort effort)
        implements Experiment {

    private static final int QUICK_WINDOWS = 480;

    /** Where networks are compared by their samples they must have learned something: smaller ones, on more, for longer. */
    private static final int QUICK_PAIR_WINDOWS = 3000;

    private static final int QUICK_PAIR_EPOCHS = 12;
    private static final int QUICK_PAIR_UNITS = 64;
    private static final double QUICK_PAIR_RATE = 4e-3;

    /** What is measured. */
    enum Aspect {
        RECONSTRUCTION,
        /** Also sampling from the latent space, and interpolating in it. */
        LATENT_SPACE,
        /** Also reconstruction against the validity of samples. */
        TRADE_OFF;

        List<Chapter> chapters() {
            List<Chapter> chapters = new ArrayList<>(
                    List.of(new DataAndNetworks(), new TokenReconstruction(), PublishedComparison.ofMusicVae()));
            switch (this) {
                case RECONSTRUCTION -> {}
                case LATENT_SPACE -> chapters.add(new LatentSpaceQuality());
                case TRADE_OFF -> chapters.add(new DivergenceTradeOff());
            }
            chapters.add(new LearningCurves("epoch, curriculum first", "bar", Axis.LINEAR));
            chapters.add(new NewPiecesCompared());
            chapters.add(new ReconstructedPieces());
            return List.copyOf(chapters);
        }
    }

    MusicVaeExperiment {
        networks = List.copyOf(networks);
        data = switch (effort) {
            case FULL -> data;
            case QUICK -> data.first(study.aspect() == Aspect.LATENT_SPACE ? QUICK_PAIR_WINDOWS : QUICK_WINDOWS);
        };
        require(
                study.aspect() == Aspect.RECONSTRUCTION || data.heldOut().size() >= 2,
                "samples are compared with held-out windows, of which two are needed, but there are %d; give more pieces, or a larger heldOutShare"
                        .formatted(data.heldOut().size()));
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
            String words = prefix.isEmpty() ? "" : prefix.replace(".", "") + ": ";
            figures.add(accuracy(words + "token accuracy, teacher-forced", prefix + "teacherForced.accuracy"));
            figures.add(accuracy(words + "token accuracy, free-running", prefix + "freeRunning.accuracy"));
            figures.add(
                    share(words + "onset F1, free-running", prefix + "onset.f1").againstKnown("0 %, always hold"));
            figures.add(share(words + "valid samples from the prior", prefix + "sampled.validity"));
        }
        return figures;
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
        ExperimentSpec spec =
                switch (effort) {
                    case FULL -> network.spec();
                    case QUICK -> quick(network.spec());
                };
        String name = network.name().isEmpty() ? "main" : network.name();
        RunFolder folder = network.equals(networks.getFirst()) ? run : run.inner(name);
        TrainingJob job = new TrainingJob(spec, data, run);
        return job.saved(job.train(name, progress), network.name(), network.words(), folder);
    }

    private ExperimentSpec quick(ExperimentSpec spec) {
        if (study.aspect() == Aspect.LATENT_SPACE && spec.network() instanceof Network.Recurrent recurrent) {
            return spec.withNetwork(recurrent.ofUnits(Math.min(QUICK_PAIR_UNITS, recurrent.encoderUnits())))
                    .withTraining(spec.training().withEpochs(QUICK_PAIR_EPOCHS).withLearningRate(QUICK_PAIR_RATE));
        }
        return spec.withTraining(spec.training().quick(1));
    }

    @Override
    public String quickRemark() {
        return study.aspect() == Aspect.LATENT_SPACE
                ? "Quick run: small networks, trained alike for a minute on a part of the music. The direction is that of the full run, the figures are not."
                : Experiment.super.quickRemark();
    }

    @Override
    public List<Chapter> chapters() {
        return study.aspect().chapters();
    }
}
