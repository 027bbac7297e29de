package diabolo.bench;

import diabolo.magenta.ImportedModel;
import diabolo.model.ModelDescription;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.RecurrentSpec;
import diabolo.model.Sampler;
import diabolo.representation.Tokens;
import diabolo.tensor.Engine;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Samples two-bar melodies from the network of {@link MusicVaeCase}, at temperature 1, and says how long a call takes.
 *
 * <p>Arguments: {@code prepare FOLDER [CHECKPOINT]} writes weights and codes for all sides; {@code run FOLDER [CHECKPOINT]} prints a
 * line of JSON for each number of melodies. The weights are the checkpoint's of Magenta, or without one random.
 */
public final class Sampling {

    static final List<Integer> SIZES = List.of(1, 8, 32, 128, 1024);
    static final int CHECKED = 32; // melodies, decoded by the likeliest tokens

    private static final int MOST = 1024;

    private Sampling() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Optional<Path> checkpoint = arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
        Engine.start();
        try (RecurrentAutoencoder network = network(checkpoint)) {
            switch (arguments[0]) {
                case "prepare" -> prepare(folder, network);
                case "run" -> run(folder, network);
                default -> throw new IllegalArgumentException("prepare or run, was " + arguments[0]);
            }
        }
    }

    private static RecurrentAutoencoder network(Optional<Path> checkpoint) throws IOException {
        RecurrentSpec spec = MusicVaeCase.named("two-bars").spec();
        if (checkpoint.isEmpty()) {
            return RecurrentAutoencoder.initialized(spec, RandomSource.of(1));
        }
        ImportedModel imported = ImportedModel.read(checkpoint.get(), "two-bars");
        ModelDescription description = imported.description();
        return RecurrentAutoencoder.of((RecurrentSpec) description.spec(), imported.weights(), description.missing());
    }

    private static void prepare(Path folder, RecurrentAutoencoder network) throws IOException {
        for (NamedArray array : network.parameters().toArrays()) {
            Floats.write(folder.resolve(array.name() + ".f32"), array.values());
        }
        RandomGenerator random = RandomSource.of(3).generator();
        float[] codes = new float[MOST * network.spec().codeSize()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (float) random.nextGaussian();
        }
        Floats.write(folder.resolve("codes.f32"), codes);
    }

    private static void run(Path folder, RecurrentAutoencoder network) throws Exception {
        float[] all = Floats.read(folder.resolve("codes.f32"));
        int codeSize = network.spec().codeSize();
        Sampler sampler = new Sampler.Temperature(1, RandomSource.of(4));
        Measurement.warmUp(() -> network.generate(codes(all, CHECKED, codeSize), sampler));
        for (int size : SIZES) {
            float[][] codes = codes(all, size, codeSize);
            List<Double> check = size == CHECKED ? numbers(network.generate(codes, Sampler.LIKELIEST)) : List.of();
            System.out.println(Measurement.of(size, check, () -> network.generate(codes, sampler))
                    .line());
        }
    }

    private static float[][] codes(float[] all, int count, int codeSize) {
        float[][] codes = new float[count][];
        Arrays.setAll(codes, row -> Arrays.copyOfRange(all, row * codeSize, (row + 1) * codeSize));
        return codes;
    }

    private static List<Double> numbers(List<Tokens> melodies) {
        List<Double> numbers = new ArrayList<>();
        for (Tokens melody : melodies) {
            for (int token : melody.lines()[0]) {
                numbers.add((double) token);
            }
        }
        return numbers;
    }
}
