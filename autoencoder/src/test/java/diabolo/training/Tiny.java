package diabolo.training;

import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Networks and examples small enough to train in a moment. */
final class Tiny {

    static final DenseSpec SPEC = DenseSpec.sigmoid(24, 10, 5, 3);
    static final TrainingSpec TRAINING =
            new TrainingSpec(4, 4, LearningRate.cosine(1e-2, 1e-4), Loss.BINARY_CROSS_ENTROPY, 0, EarlyStopping.NEVER);
    static final Pretraining BY_AUTOENCODERS = new Pretraining.ByAutoencoders(TRAINING.withEpochs(2));
    static final Pretraining BY_BOLTZMANN_MACHINES = new Pretraining.ByBoltzmannMachines(1, 2, 4, 0.05);

    private Tiny() {}

    static CascadePlan plan(Pretraining pretraining, TrainingSpec fineTuning, long seed) {
        return new CascadePlan(SPEC, Initialization.GLOROT_SIGMOID, pretraining, fineTuning, seed);
    }

    /** The training of a variational autoencoder. */
    static CascadePlan variational(Regularizer regularizer, long seed) {
        TrainingSpec training = new TrainingSpec(
                TRAINING.epochs(), 4, TRAINING.learningRate(), TRAINING.loss(), 0, EarlyStopping.NEVER, regularizer);
        return new CascadePlan(
                DenseSpec.gaussian(24, 10, 3), Initialization.GLOROT, new Pretraining.None(), training, seed);
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

    static List<NamedArray> train(CascadePlan plan, float[][] frames) {
        try (TrainedCascade trained = Cascade.of(plan).train(frames, TrainingMonitor.SILENT)) {
            return trained.network().parameters().toArrays();
        }
    }
}
