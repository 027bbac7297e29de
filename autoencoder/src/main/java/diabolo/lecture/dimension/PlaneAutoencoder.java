package diabolo.lecture.dimension;

import diabolo.experiment.Study;
import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.util.List;

/**
 * An autoencoder with two code units, whose codes are a map.
 *
 * @param updates of its training
 */
record PlaneAutoencoder(Study study, int updates) {

    private static final int BATCH = 64;
    private static final LearningRate RATE = LearningRate.cosine(3e-3, 1e-5);

    /** Wide enough that the bottleneck alone is narrow. */
    static DenseSpec spec(int dimensions, boolean isPixels) {
        return new DenseSpec(
                List.of(dimensions, 128, 64, 2),
                Activation.RELU,
                Activation.LINEAR,
                isPixels ? Activation.SIGMOID : Activation.LINEAR,
                DenseSpec.Tying.UNTIED);
    }

    /** The codes of the points, [points][2], after training on them and on those of their kind. */
    float[][] codes(PointCloud cloud) throws IOException {
        boolean isPixels = cloud.points()[0].length == 784;
        float[][] points = isPixels ? cloud.points() : centred(cloud.points());
        float[][] examples = EncodedWindows.joined(points, cloud.more());
        Stage stage = Stage.whole(
                Objective.of(isPixels ? Loss.BINARY_CROSS_ENTROPY : Loss.SQUARED_ERROR),
                Schedule.updates(updates, BATCH, RATE));
        TrainingPlan plan = new TrainingPlan(
                spec(examples[0].length, isPixels), Initialization.GLOROT, List.of(stage), study.seed());
        String name = "autoencoder-" + cloud.metric();
        try (Trained trained = new Trainer(plan)
                .trainResumably(
                        Examples.of(examples),
                        study.progress().training(name),
                        study.folder().checkpoint(name))) {
            DenseAutoencoder network = trained.dense();
            return network.encode(points);
        }
    }

    /** Around 0, and with a standard deviation of 1 over all dimensions together, so that none is stretched. */
    static float[][] centred(float[][] points) {
        int dimensions = points[0].length;
        double[] mean = new double[dimensions];
        for (float[] point : points) {
            for (int i = 0; i < dimensions; i++) {
                mean[i] += point[i] / (double) points.length;
            }
        }
        double square = 0;
        for (float[] point : points) {
            for (int i = 0; i < dimensions; i++) {
                square += Math.pow(point[i] - mean[i], 2) / points.length / dimensions;
            }
        }
        double deviation = square == 0 ? 1 : Math.sqrt(square);
        float[][] centred = new float[points.length][dimensions];
        for (int point = 0; point < points.length; point++) {
            for (int i = 0; i < dimensions; i++) {
                centred[point][i] = (float) ((points[point][i] - mean[i]) / deviation);
            }
        }
        return centred;
    }
}
