package diabolo.bench;

import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Loss;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Trains DeepHear's network on random windows of the density of ragtime and says how fast, and at which losses: one round of
 * {@code bench/run}, which has the same network in PyTorch take its turns.
 *
 * <p>Arguments: {@code prepare FOLDER} writes the first weights and the windows for both sides; {@code run FOLDER UPDATES} trains and prints a line of JSON.
 */
public final class DeepHearTraining {

    private static final int BATCH = 128;
    private static final double DENSITY = 0.045;
    private static final double LEARNING_RATE = 1e-3;
    private static final int WARM_UP = 5;
    private static final long SEED = 1;

    private DeepHearTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "prepare" -> prepare(folder);
            case "run" -> System.out.println(run(folder, Integer.parseInt(arguments[2])));
            default -> throw new IllegalArgumentException("prepare or run, was " + arguments[0]);
        }
    }

    private static void prepare(Path folder) throws IOException {
        List<NamedArray> weights = DenseSpec.DEEP_HEAR.firstWeights(
                Initialization.GLOROT_SIGMOID, RandomSource.of(SEED).derive("initialization")); // as the trainer does
        SafeTensors.write(
                folder.resolve("weights.safetensors"),
                new SafeTensors(java.util.Map.of(), weights),
                SafeTensors.Precision.SINGLE);
        for (NamedArray array : weights) {
            Floats.write(folder.resolve(array.name() + ".f32"), array.values());
        }
        RandomGenerator random = RandomSource.of(2).generator();
        float[] frames = new float[BATCH * DenseSpec.DEEP_HEAR.frameSize()];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = random.nextDouble() < DENSITY ? 1 : 0;
        }
        Floats.write(folder.resolve("frames.f32"), frames);
    }

    private static String run(Path folder, int updates) throws IOException {
        Schedule schedule = Schedule.updates(WARM_UP + updates, BATCH, LearningRate.constant(LEARNING_RATE));
        TrainingPlan plan = new TrainingPlan(
                DenseSpec.DEEP_HEAR,
                Initialization.GLOROT_SIGMOID,
                List.of(Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY), schedule)),
                SEED);
        int size = DenseSpec.DEEP_HEAR.frameSize();
        float[] cells = Floats.read(folder.resolve("frames.f32"));
        float[][] frames = IntStream.range(0, BATCH)
                .mapToObj(row -> Arrays.copyOfRange(cells, row * size, (row + 1) * size))
                .toArray(float[][]::new);
        return TimedTraining.run(plan, Examples.of(frames), BATCH, WARM_UP);
    }
}
