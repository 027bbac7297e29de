package diabolo.bench;

import diabolo.model.Initialization;
import diabolo.model.RecurrentAutoencoder;
import diabolo.nn.Loss;
import diabolo.representation.Tokens;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.training.Clipping;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Trains a {@link MusicVaeCase} on random tokens and says how fast, and at which losses, as {@link DenseTraining} does.
 *
 * <p>Arguments: {@code prepare FOLDER CASE} or {@code run FOLDER UPDATES CASE}. The noise in the codes is of
 * the two sides' own generators, so that losses agree in the mean only.
 */
public final class MusicVaeTraining {

    static final int WARM_UP = 1;
    static final double LEARNING_RATE = 1e-3;
    static final double BETA = 0.2;

    private static final long SEED = 1;

    private MusicVaeTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "prepare" -> prepare(folder, MusicVaeCase.named(arguments[2]));
            case "run" ->
                System.out.println(run(folder, Integer.parseInt(arguments[2]), MusicVaeCase.named(arguments[3])));
            default -> throw new IllegalArgumentException("prepare or run, was " + arguments[0]);
        }
    }

    private static void prepare(Path folder, MusicVaeCase which) throws IOException {
        RandomGenerator random = RandomSource.of(2).generator();
        float[] tokens = new float[which.batch() * which.spec().steps()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = random.nextInt(3) == 0 ? random.nextInt(2, 90) : 0;
        }
        Floats.write(folder.resolve("tokens.f32"), tokens);
        try (RecurrentAutoencoder network = RecurrentAutoencoder.initialized(
                which.spec(), RandomSource.of(SEED).derive("initialization"))) { // as the trainer does
            List<NamedArray> weights = network.parameters().toArrays();
            for (NamedArray array : weights) {
                Floats.write(folder.resolve(array.name() + ".f32"), array.values());
            }
        }
    }

    private static String run(Path folder, int updates, MusicVaeCase which) throws IOException {
        Objective objective = Objective.of(Loss.CROSS_ENTROPY, new Regularizer.KullbackLeibler(BETA, 0, 0));
        Schedule schedule = Schedule.updates(WARM_UP + updates, which.batch(), LearningRate.constant(LEARNING_RATE))
                .with(Clipping.MUSIC_VAE);
        TrainingPlan plan =
                new TrainingPlan(which.spec(), Initialization.GLOROT, List.of(Stage.whole(objective, schedule)), SEED);
        List<int[][]> windows = windows(Floats.read(folder.resolve("tokens.f32")), which);
        return TimedTraining.run(
                plan, Examples.of(windows.stream().map(Tokens::new).toList()), which.batch(), WARM_UP);
    }

    private static List<int[][]> windows(float[] tokens, MusicVaeCase which) {
        int steps = which.spec().steps();
        List<int[][]> windows = new ArrayList<>();
        for (int window = 0; window < which.batch(); window++) {
            int[][] line = new int[1][steps];
            for (int step = 0; step < steps; step++) {
                line[0][step] = (int) tokens[window * steps + step];
            }
            windows.add(line);
        }
        return windows;
    }
}
