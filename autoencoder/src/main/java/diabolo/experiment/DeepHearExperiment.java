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
        this.data = effort == Effort.FULL ? data : data.thinned(DeepHearTrainings.QUICK_WINDOWS);
        this.trainings = new DeepHearTrainings(spec, this.data, run, effort);
        this.progress = progress;
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of("deephear", "DeepHear: ragtime from sixteen latent dimensions")
                .withLine("DeepHear (Sun 2015): ragtime from 16 random bits")
                .withIdea(
                        "A deep autoencoder presses four bars of ragtime, 5,632 cells of a piano roll, through a bottleneck of sixteen units and gives them back.",
                        "Its decoder alone is then a generator: sixteen random bits go in, new ragtime comes out.",
                        "So deep a network is hard to train at once, so its layers are pre-trained one by one, as Boltzmann machines; the same network is also pre-trained as small autoencoders, and not at all.")
                .withLookFor(
                        "Wrong cells with and without pre-training: the same network, the same fine-tuning, only another start.",
                        "Training windows against held-out ones: sixteen units memorize, they do not represent music that was not learned.",
                        "How much of a new piece sounds in a single training window: new music, or a copy?",
                        "Melodies with an accompaniment that was found by search in the sixteen dimensions; the melody is kept.")
                .withCorrection(
                        "Dataset: 600 ragtimes (Scott Joplin)",
                        "About 600 measures: nine pieces, whose transcriptions hold 594 bars of sixteen steps. The default here are 17 rags of the public domain; --corpus ragtime-deephear takes the nine.")
                .withCorrection("[Sun, 2016], [Sun, 201X]", "The description is dated 1 September 2015.")
                .withNext(
                        "Eight pieces of the included model",
                        "./diabolo generate --model ragtime-deephear --count 8 --out rags")
                .withNext(
                        "An accompaniment for a melody of yours",
                        "./diabolo harmonize my-melody.mid --style deephear --out harmonized")
                .withNext("The author's own nine files", "./diabolo experiment run deephear --corpus ragtime-deephear")
                .withSources(
                        "F. Sun, DeepHear: composing and harmonizing music with neural networks, 2015, fephsun.github.io/2015/09/01/neural-music.html",
                        "G. Hinton, S. Osindero and Y.-W. Teh, A fast learning algorithm for deep belief nets, Neural Computation 18, 2006");
    }

    @Override
    public String quickRemark() {
        return "Quick run: %d windows of the music, and layers of at most %d units, so that a minute is enough to learn them. Which start is better shows; how good the whole becomes does not."
                .formatted(data.training().size(), DeepHearTrainings.QUICK_UNITS);
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("wrong cells of a training window", "train.wrongCells", ONE_DECIMAL)
                        .asReported("about 10")
                        .against("silence", "train.silent.wrongCells"),
                KeyFigure.of("the same, pre-trained by autoencoders", "cascade.train.wrongCells", ONE_DECIMAL)
                        .against("silence", "train.silent.wrongCells"),
                KeyFigure.of("the same, without pre-training", "noPretraining.train.wrongCells", ONE_DECIMAL)
                        .against("silence", "train.silent.wrongCells"),
                KeyFigure.of("wrong cells of a held-out window", "heldOut.wrongCells", ONE_DECIMAL)
                        .against("silence", "heldOut.silent.wrongCells"),
                KeyFigure.of("similarity of new pieces to training windows", "originality.meanSimilarity", SHARE)
                        .asReported("59.6 %")
                        .against("real rags to other rags", "originality.realAgainstOtherPieces"),
                KeyFigure.of("copies among new pieces", "originality.copyShare", SHARE));
    }

    @Override
    public Material material() {
        return data.music(spec.beatsPerMinute());
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                (run, progress) -> new TrainingJob(trainings.shortened(spec), data, run)
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
