package diabolo.experiment;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.DataAndNetworks;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.HarmonizedMelodies;
import diabolo.report.LearningCurves;
import diabolo.report.Material;
import diabolo.report.NewPieces;
import diabolo.report.OriginalityHistogram;
import diabolo.report.RollReconstruction;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.Report;
import diabolo.training.Trained;
import java.util.List;
import java.util.Optional;

/**
 * DeepHear (Sun 2015) from end to end: the network pre-trained by Boltzmann machines, by autoencoders and not at all, each
 * with the same fine-tuning; what it reconstructs, what it makes of random bits and how original that is; a decoder without
 * an encoder; a wider bottleneck; and melodies harmonized by search.
 */
final class DeepHearExperiment implements Experiment {

    private final ExperimentSpec spec;
    private final TrainingData data;
    private final DeepHearTrainings trainings;
    private final ExperimentProgress progress;

    DeepHearExperiment(
            ExperimentSpec spec, TrainingData data, RunFolder run, Effort effort, ExperimentProgress progress) {
        this.spec = spec;
        this.data = data;
        this.trainings = new DeepHearTrainings(spec, data, run, effort);
        this.progress = progress;
    }

    @Override
    public ExperimentSummary summary() {
        return new ExperimentSummary(
                "deephear",
                "DeepHear: ragtime from sixteen latent dimensions",
                "A deep autoencoder with a bottleneck of sixteen units reconstructs four bars of ragtime, and from sixteen random bits its decoder writes new ragtime (F. Sun, 2015). Its layers are pre-trained one by one as Boltzmann machines; the same network is also pre-trained as autoencoders, and not at all.");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("wrong cells of a training window", "train.wrongCells", ONE_DECIMAL)
                        .asReported("about 10"),
                KeyFigure.of("wrong cells of a held-out window", "heldOut.wrongCells", ONE_DECIMAL),
                KeyFigure.of("wrong cells without pre-training", "noPretraining.train.wrongCells", ONE_DECIMAL),
                KeyFigure.of("active cells of a window", "silent.wrongCells", ONE_DECIMAL),
                KeyFigure.of("similarity of new pieces to training windows", "originality.meanSimilarity", SHARE)
                        .asReported("59.6 %"),
                KeyFigure.of("copies among new pieces", "originality.copyShare", SHARE));
    }

    @Override
    public Material material() {
        return data.music(spec.beatsPerMinute());
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                (run, progress) -> new TrainingJob(spec, data, run)
                        .saved(trainings.byBoltzmannMachines(progress), "", "Boltzmann machines", run),
                (_, progress) -> compared("cascade", "autoencoders", trainings.byAutoencoders(progress)),
                (_, progress) -> compared("noPretraining", "no pre-training", trainings.withoutPretraining(progress)),
                (_, progress) -> compared("wide", "256 latent dimensions", trainings.withWideBottleneck(progress)));
    }

    private static TrainedVariant compared(String name, String words, Trained trained) {
        return new TrainedVariant(
                name, words, trained.network(), Losses.ofFineTuning(trained.curve()), Optional.empty());
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new DataAndNetworks(),
                new RollReconstruction(),
                DeepHearExperiment::writeOlderName,
                new LearningCurves("epoch of fine-tuning", "window", Axis.LOGARITHMIC),
                NewPieces.ofOwnPrior(),
                new OriginalityHistogram(),
                new DecoderFromLabels(trainings, progress),
                new HarmonizedMelodies());
    }

    /** The first network's wrong cells, as they were called when it was one of several. */
    private static void writeOlderName(Findings findings, Report report) {
        report.metric("rbm.train.wrongCells", report.metrics().getOrDefault("train.wrongCells", Double.NaN));
    }
}
