package diabolo.bench;

import diabolo.model.Initialization;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.training.Examples;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Trains a {@link DenseCase} and says how fast, and at which losses: one round of {@code bench/run}, which has the same network in
 * the peers take its turns.
 *
 * <p>Arguments: {@code prepare FOLDER CASE} writes the first weights and the windows for all sides; {@code run FOLDER UPDATES CASE}
 * trains and prints a line of JSON.
 */
public final class DenseTraining {

    private static final double DENSITY = 0.045;
    private static final long SEED = 1;

    private DenseTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "prepare" -> prepare(folder, DenseCase.valueOf(arguments[2]));
            case "run" ->
                System.out.println(run(folder, Integer.parseInt(arguments[2]), DenseCase.valueOf(arguments[3])));
            default -> throw new IllegalArgumentException("prepare or run, was " + arguments[0]);
        }
    }

    private static void prepare(Path folder, DenseCase which) throws IOException {
        List<NamedArray> weights = which.spec()
                .firstWeights(
                        Initialization.GLOROT_SIGMOID,
                        RandomSource.of(SEED).derive("initialization")); // as the trainer does
        for (NamedArray array : weights) {
            Floats.write(folder.resolve(array.name() + ".f32"), array.values());
        }
        RandomGenerator random = RandomSource.of(2).generator();
        float[] frames = new float[DenseCase.BATCH * which.spec().frameSize()];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = random.nextDouble() < DENSITY ? 1 : 0;
        }
        Floats.write(folder.resolve("frames.f32"), frames);
    }

    private static String run(Path folder, int updates, DenseCase which) throws IOException {
        TrainingPlan plan =
                new TrainingPlan(which.spec(), Initialization.GLOROT_SIGMOID, List.of(which.stage(updates)), SEED);
        int size = which.spec().frameSize();
        float[] cells = Floats.read(folder.resolve("frames.f32"));
        float[][] frames = IntStream.range(0, DenseCase.BATCH)
                .mapToObj(row -> Arrays.copyOfRange(cells, row * size, (row + 1) * size))
                .toArray(float[][]::new);
        return TimedTraining.run(plan, Examples.of(frames), DenseCase.BATCH, DenseCase.WARM_UP);
    }
}
