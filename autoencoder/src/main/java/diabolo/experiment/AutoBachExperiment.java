package diabolo.experiment;

import static diabolo.report.MetricFormat.ONE_DECIMAL;
import static diabolo.report.MetricFormat.SHARE;
import static diabolo.report.MetricFormat.TWO_DECIMALS;

import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.CodeRegions;
import diabolo.report.DataAndNetworks;
import diabolo.report.Effort;
import diabolo.report.KeyFigure;
import diabolo.report.LearningCurves;
import diabolo.report.Material;
import diabolo.report.PiecesOfPriors;
import diabolo.report.PiecesOfPriors.Selected;
import diabolo.report.RollReconstruction;
import diabolo.report.SampledPrior;
import diabolo.report.TrainedVariant;
import diabolo.training.Trained;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
    public String name() {
        return "autobach";
    }

    @Override
    public String title() {
        return "AutoBach: chorales from inside and outside the region of real codes";
    }

    @Override
    public String claim() {
        return "The lecture plays three pieces of an autoencoder trained on chorales: auto1 and auto3, with codes sampled between -1 and 1, and auto2, with a code between -10 and 10. The experiment shows where the codes of real music are, and what the decoder makes of codes from elsewhere. Network and music are ours, as nothing was published of them.";
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
        Trained trained = job.train("main", progress);
        job.saveModel(trained.network());
        return new TrainedVariant(
                "", spec.name(), trained.network(), Losses.ofFineTuning(trained.curve()), Optional.of(run.path()));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new DataAndNetworks(),
                new RollReconstruction(),
                new LearningCurves("epoch", "window", Axis.LOGARITHMIC),
                new CodeRegions(List.of(UNIFORM_1, UNIFORM_10, RANGE, NORMAL, GAUSSIAN)),
                new PiecesOfPriors(
                        "The lecture's three pieces",
                        List.of(
                                new Selected("auto1", UNIFORM_1, 0),
                                new Selected("auto2", UNIFORM_10, 0),
                                new Selected("auto3", UNIFORM_1, 1))),
                new PiecesOfPriors(
                        "Pieces of the other distributions",
                        List.of(
                                new Selected("uniform10-2", UNIFORM_10, 1),
                                new Selected("range-1", RANGE, 0),
                                new Selected("range-2", RANGE, 1),
                                new Selected("normal-1", NORMAL, 0),
                                new Selected("normal-2", NORMAL, 1),
                                new Selected("gaussian-1", GAUSSIAN, 0),
                                new Selected("gaussian-2", GAUSSIAN, 1))));
    }
}
