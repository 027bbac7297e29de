package diabolo.bench;

import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Adam;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import diabolo.tensor.TensorScope;
import diabolo.training.Backpropagation;
import diabolo.training.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;

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
        List<NamedArray> weights = Initialization.GLOROT_SIGMOID.of(DenseSpec.DEEP_HEAR, RandomSource.of(1));
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
        List<NamedArray> weights =
                SafeTensors.read(folder.resolve("weights.safetensors")).arrays();
        float[] cells = Floats.read(folder.resolve("frames.f32"));
        StringBuilder losses = new StringBuilder();
        long started = System.nanoTime();
        try (TensorScope scope = TensorScope.open();
                DenseAutoencoder network = DenseAutoencoder.of(DenseSpec.DEEP_HEAR, weights);
                Adam adam = Adam.over(network.parameters())) {
            Tensor frames = scope.handOut(FrameTensors.of(cells, BATCH, DenseSpec.DEEP_HEAR.frameSize()));
            for (int update = 0; update < WARM_UP + updates; update++) {
                if (update == WARM_UP) {
                    started = System.nanoTime();
                }
                double loss = update(network, adam, frames);
                if (update < WARM_UP) {
                    losses.append(update == 0 ? "" : ", ").append(loss);
                }
            }
            frames.close();
        }
        return Floats.line(started, updates, BATCH, losses);
    }

    private static double update(DenseAutoencoder network, Adam adam, Tensor frames) {
        try (TensorScope _ = TensorScope.open()) {
            double loss =
                    new Backpropagation(network, Loss.BINARY_CROSS_ENTROPY, Backpropagation.CodeNoise.NONE).run(frames);
            adam.update(LEARNING_RATE);
            return loss;
        }
    }
}
