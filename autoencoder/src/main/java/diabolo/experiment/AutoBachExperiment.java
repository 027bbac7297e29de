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

    /** So few, that the network can learn them in half a minute. */
    private static final int QUICK_WINDOWS = 256;

    private static final SampledPrior UNIFORM_1 = SampledPrior.of("uniform1", "uniform from -1 to 1", "uniform:1");
    private static final SampledPrior UNIFORM_10 = SampledPrior.of("uniform10", "uniform from -10 to 10", "uniform:10");
    private static final SampledPrior RANGE = SampledPrior.of("range", "uniform in each unit's real range", "range");
    private static final SampledPrior NORMAL = SampledPrior.of("normal", "normal, mean 0, deviation 1", "normal");
    private static final SampledPrior GAUSSIAN =
            SampledPrior.of("gaussian", "normal, fitted to real codes", "gaussian");

    private final ExperimentSpec spec;
    private final TrainingData data;

    AutoBachExperiment(ExperimentSpec spec, TrainingData data, Effort effort) {
        this.spec = spec;
        this.data = effort == Effort.FULL ? data : data.thinned(QUICK_WINDOWS);
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of("autobach", "AutoBach: chorales from inside and outside the region of real codes")
                .withLine("The lecture's AutoBach: chorales from codes inside and outside the real region")
                .withIdea(
                        "The decoder of a plain autoencoder takes any numbers, but it has learned what to do with the codes of real music alone.",
                        "The lecture samples its codes between -1 and 1, and once between -10 and 10, wherever the real ones may be.",
                        "Here the real codes are looked at first: codes of rectified units are never negative, and far longer than those between -1 and 1, so both ranges miss them.")
                .withLookFor(
                        "Length of real codes beside those of the two ranges.",
                        "Re-encoding error: decode a code, encode the result. A code from where no music is does not come back.",
                        "auto1, auto2 and auto3, and below them codes from the range of the real ones: what is different to the ear?")
                .withCorrection(
                        "auto1, auto2, auto3",
                        "Nothing was published of their network or its music. Both are ours here: four-part chorales by J. S. Bach, 3840-512-128-32 rectified units; the two ranges are the lecture's.")
                .withNext(
                        "The same decoder with codes that were pulled towards a normal distribution",
                        "./diabolo train chorales-vae")
                .withNext(
                        "Pieces of its prior",
                        "./diabolo generate --model runs/chorales-vae/... --prior normal --count 5")
                .withSources(
                        "J.-P. Briot, Compress to create, MusMat 4, 2020: the author's article on creating by a latent space",
                        "N. Boulanger-Lewandowski, Y. Bengio and P. Vincent, Modeling temporal dependencies in high-dimensional sequences, ICML 2012: the chorales as data");
    }

    @Override
    public String quickRemark() {
        return "Quick run: %d windows of the music. Real codes and the two ranges are as far apart as in the full run; music that was not learned is given back worse."
                .formatted(data.training().size());
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("wrong cells of a training window", "train.wrongCells", ONE_DECIMAL)
                        .against("silence", "train.silent.wrongCells"),
                KeyFigure.of("wrong cells of a held-out window", "heldOut.wrongCells", ONE_DECIMAL)
                        .against("silence", "heldOut.silent.wrongCells"),
                KeyFigure.of("length of codes between -1 and 1", "uniform1.codeLength", ONE_DECIMAL)
                        .against("real codes", "real.codeLength"),
                KeyFigure.of("length of codes between -10 and 10", "uniform10.codeLength", ONE_DECIMAL)
                        .against("real codes", "real.codeLength"),
                KeyFigure.of("re-encoding error between -1 and 1", "uniform1.reencodingError", TWO_DECIMALS)
                        .against("real codes", "real.reencodingError"),
                KeyFigure.of("re-encoding error between -10 and 10", "uniform10.reencodingError", TWO_DECIMALS)
                        .against("real codes", "real.reencodingError"),
                KeyFigure.of("on scale, codes between -10 and 10", "uniform10.onScaleShare", SHARE)
                        .against("real music", "real.onScaleShare"));
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
