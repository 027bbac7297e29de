package diabolo.training;

import diabolo.model.Bottleneck;
import diabolo.model.ConvolutionalSpec;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.nn.ConvolutionSize;
import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Networks and examples that train in a moment. */
final class Tiny {

    static final DenseSpec SPEC = DenseSpec.sigmoid(24, 10, 5, 3);
    static final Objective BINARY = Objective.of(Loss.BINARY_CROSS_ENTROPY);
    static final Schedule SCHEDULE = Schedule.epochs(4, 4, LearningRate.cosine(1e-2, 1e-4));

    private Tiny() {}

    /** Without pre-training. */
    static TrainingPlan plan(Objective objective, Schedule schedule, long seed) {
        return new TrainingPlan(SPEC, Initialization.GLOROT_SIGMOID, List.of(Stage.whole(objective, schedule)), seed);
    }

    static TrainingPlan byAutoencoders(Schedule whole, long seed) {
        return inCascade(BINARY, SCHEDULE.with(new Schedule.Epochs(2)), whole, seed);
    }

    static TrainingPlan byBoltzmannMachines(Schedule whole, long seed) {
        Schedule layers = Schedule.epochs(2, 4, LearningRate.constant(0.05));
        return inCascade(
                new Objective.ContrastiveDivergence(1), layers.with(OptimizerSpec.GradientDescent.PLAIN), whole, seed);
    }

    static TrainingPlan inCascade(Objective layers, Schedule ofLayers, Schedule whole, long seed) {
        return TrainingPlan.inCascade(
                SPEC, Initialization.GLOROT_SIGMOID, layers, ofLayers, Stage.whole(BINARY, whole), seed);
    }

    /** The training of a variational autoencoder. */
    static TrainingPlan variational(Regularizer regularizer, Schedule schedule, long seed) {
        return new TrainingPlan(
                DenseSpec.gaussian(24, 10, 3),
                Initialization.GLOROT,
                List.of(Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY, regularizer), schedule)),
                seed);
    }

    /** The training of a winner-take-all autoencoder of planes of 4 by 6. */
    static TrainingPlan convolutional(Schedule schedule, long seed) {
        ConvolutionalSpec spec = new ConvolutionalSpec(
                4,
                6,
                List.of(ConvolutionSize.valid(6, 3)),
                new Bottleneck.WinnerTakeAll(Bottleneck.WinnerTakeAll.Spatial.ONE_PLACE_PER_MAP, 2),
                List.of(ConvolutionSize.valid(1, 3)),
                Activation.RELU,
                Activation.RELU,
                Activation.SIGMOID);
        return new TrainingPlan(spec, Initialization.GLOROT, List.of(Stage.whole(BINARY, schedule)), seed);
    }

    /** Binary examples that repeat a few patterns. */
    static float[][] frames(int count) {
        RandomGenerator random = RandomSource.of(3).generator();
        float[][] patterns = new float[4][SPEC.frameSize()];
        for (float[] pattern : patterns) {
            for (int cell = 0; cell < pattern.length; cell++) {
                pattern[cell] = random.nextInt(3) == 0 ? 1 : 0;
            }
        }
        float[][] frames = new float[count][];
        for (int i = 0; i < count; i++) {
            frames[i] = patterns[i % patterns.length].clone();
        }
        return frames;
    }

    static List<NamedArray> train(TrainingPlan plan, float[][] frames) {
        try (Trained trained = new Trainer(plan).train(Examples.of(frames), TrainingMonitor.SILENT)) {
            return trained.network().parameters().toArrays();
        }
    }
}
