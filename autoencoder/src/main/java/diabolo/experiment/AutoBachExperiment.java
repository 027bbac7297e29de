package diabolo.experiment;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.CodeRegions;
import diabolo.report.DataAndNetworks;
import diabolo.report.Effort;
import diabolo.report.LearningCurves;
import diabolo.report.Material;
import diabolo.report.NewPieces;
import diabolo.report.NewPieces.Selected;
import diabolo.report.RollReconstruction;
import diabolo.report.SampledPrior;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import java.io.IOException;
import java.util.List;

/**
 * The lecture's "AutoBach": a plain autoencoder of four-part music, and the decoding of codes sampled from two
 * ranges that ignore real codes, uniform(-1, 1) and uniform(-10, 10), compared with codes sampled near real ones.
 * Nothing was published of its network or its music, so both are ours; the two ranges are the lecture's.
 */
final class AutoBachExperiment implements Experiment {

    private static final int QUICK_EPOCHS = 4;

    private static final SampledPrior UNIFORM_1 = SampledPrior.of("uniform1", "uniform from -1 to 1", "uniform:1");
    private static final SampledPrior UNIFORM_10 = SampledPrior.of("uniform10", "uniform from -10 to 10", "uniform:10");
    private static final SampledPrior RANGE = SampledPrior.of("range", "uniform in each unit's real range", "range");
    private static final SampledPrior NORMAL = SampledPrior.of("normal", "normal, mean 0, deviation 1", "normal");
    private static final SampledPrior GAUSSIAN =
            SampledPrior.of("gaussian", "normal, fitted to real codes", "gaussian");

    private final ExperimentSpec spec;
    private final TrainingData data;

    AutoBachExperiment(ExperimentSpec spec, TrainingData data, Effort effort) {
        int epochs = spec.training().epochs();
        this.spec = spec.withEpochs(effort.choose(epochs, Math.min(QUICK_EPOCHS, epochs)));
        this.data = data;
    }

    @Override
    public ExperimentSummary summary() {
        return new ExperimentSummary(
                "autobach",
                "AutoBach: chorales from inside and outside the region of real codes",
                "The lecture plays three pieces of an autoencoder trained on chorales: auto1 and auto3, with codes sampled between -1 and 1, and auto2, with a code between -10 and 10. The experiment shows where the codes of real music are, and what the decoder makes of codes from elsewhere. Network and music are ours, as nothing was published of them.");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("wrong cells of a held-out window", "heldOut.wrongCells", ONE_DECIMAL),
                KeyFigure.of("length of real codes", "real.codeLength", ONE_DECIMAL),
                KeyFigure.of("length of codes between -1 and 1", "uniform1.codeLength", ONE_DECIMAL),
                KeyFigure.of("length of codes between -10 and 10", "uniform10.codeLength", ONE_DECIMAL),
                KeyFigure.of("re-encoding error of real codes", "real.reencodingError", TWO_DECIMALS),
                KeyFigure.of("re-encoding error between -1 and 1", "uniform1.reencodingError", TWO_DECIMALS),
                KeyFigure.of("re-encoding error between -10 and 10", "uniform10.reencodingError", TWO_DECIMALS),
                KeyFigure.of("on scale, real music", "real.onScaleShare", SHARE),
                KeyFigure.of("on scale, codes between -10 and 10", "uniform10.onScaleShare", SHARE));
    }

    @Override
    public Material material() {
        return data.music(spec.beatsPerMinute());
    }

    @Override
    public List<Variant> variants() {
        return List.of(this::train);
    }

    private TrainedVariant train(RunFolder run, ExperimentProgress progress) throws IOException {
        TrainingJob job = new TrainingJob(spec, data, run);
        return job.saved(job.train("main", progress), "", spec.name(), run);
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new DataAndNetworks(),
                new RollReconstruction(),
                new LearningCurves("epoch", "window", Axis.LOGARITHMIC),
                new CodeRegions(List.of(UNIFORM_1, UNIFORM_10, RANGE, NORMAL, GAUSSIAN)),
                new NewPieces(
                        "The lecture's three pieces",
                        List.of(
                                Selected.of("auto1", UNIFORM_1, 0),
                                Selected.of("auto2", UNIFORM_10, 0),
                                Selected.of("auto3", UNIFORM_1, 1))),
                new NewPieces(
                        "Pieces of the other distributions",
                        List.of(
                                Selected.of("uniform10-2", UNIFORM_10, 1),
                                Selected.of("range-1", RANGE, 0),
                                Selected.of("range-2", RANGE, 1),
                                Selected.of("normal-1", NORMAL, 0),
                                Selected.of("normal-2", NORMAL, 1),
                                Selected.of("gaussian-1", GAUSSIAN, 0),
                                Selected.of("gaussian-2", GAUSSIAN, 1))));
    }
}
