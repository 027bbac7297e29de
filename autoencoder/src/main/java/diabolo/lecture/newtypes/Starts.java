package diabolo.lecture.newtypes;

import diabolo.evaluation.FixedPoints;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.RunFolder;
import diabolo.experiment.TrainingJob;
import diabolo.model.ConvolutionalAutoencoder;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Point;
import diabolo.report.TrainedVariant;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import diabolo.training.Trained;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What digits and music have in common: the network that noise is fed to, the noise, and what is measured of its coming to rest. */
final class Starts {

    /** In passes: what comes again within so many goes round. */
    static final int LONGEST_CYCLE = 20;

    private Starts() {}

    /** Frames of cells uniform between 0 and 1: [count][cells]. */
    static float[][] noise(int count, int cells, RandomSource random) {
        RandomGenerator generator = random.generator();
        float[][] noise = new float[count][cells];
        for (float[] frame : noise) {
            for (int cell = 0; cell < cells; cell++) {
                frame[cell] = generator.nextFloat();
            }
        }
        return noise;
    }

    /** The network of the report, trained and saved in the run's folder. */
    static TrainedVariant trained(TrainingJob job, RunFolder run, ExperimentProgress progress) throws IOException {
        Trained trained = job.train("main", progress);
        job.saveModel(trained.network());
        List<Point> losses = trained.curve().stream()
                .map(point -> new Point(point.epoch(), point.loss()))
                .toList();
        return new TrainedVariant("", "winner-take-all", trained.network(), losses, Optional.of(run.path()));
    }

    /** The share of starts that go round instead of coming to rest. */
    static double cycleShare(FixedPoints found) {
        return found.cycleShare(LONGEST_CYCLE, FixedPoints.Settings.NEW_TYPES.tolerance());
    }

    static void measure(Report report, ConvolutionalAutoencoder network, FixedPoints found) {
        report.metric("starts", found.last().length)
                .metric("fixedPoint.share", found.share())
                .metric("fixedPoint.meanPasses", found.meanPasses())
                .metric("fixedPoint.cycleShare", cycleShare(found))
                .metric("uniqueRatio", found.uniqueRatio())
                .metric(
                        "fixedPoint.reconstruction.mse",
                        FixedPoints.squaredError(found.last(), network.reconstruct(found.last())))
                .metric("noise.reconstruction.mse", FixedPoints.squaredError(found.pass(0), found.pass(1)));
    }

    /**
     * How noise comes to rest, and how the network learned.
     *
     * @param cell what a frame is made of: {@code pixel}
     * @param example what it learned from: {@code digit}
     */
    static void curves(Report report, FixedPoints found, TrainedVariant network, String cell, String example) {
        report.pictures(
                new CurvePicture(
                        "How much a pass changes",
                        "pass",
                        "mean squared change of a " + cell,
                        Axis.LOGARITHMIC,
                        List.of(Curve.of("all starts", found.convergence()))),
                new CurvePicture(
                        "Training",
                        "epoch",
                        "squared error per " + example,
                        Axis.LINEAR,
                        List.of(new Curve("loss", network.losses()))));
    }
}
