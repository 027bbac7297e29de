package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The denoiser of a diffusion model of sequences of codes: a transformer that is given a sequence with noise, how much noise it is, the
 * codes that are known already and conditions, and predicts the velocity (Salimans and Ho 2022), from which the sequence follows.
 *
 * <pre>{@code
 * DenoiserSpec spec = DenoiserSpec.of(8, 24, 4); // eight codes of 24 numbers, four conditions
 * spec.weightCount(); // 845,512
 * }</pre>
 *
 * @param length codes of a sequence, 1 to 1,024
 * @param codeSize numbers of a code, 1 to 4,096
 * @param conditions numbers that say what is asked for, 0 where nothing is; 0 to 1,024
 * @param width units of a layer, a multiple of heads; 1 to 4,096
 * @param blocks of attention and of a dense layer, 1 to 64
 * @param heads of attention, 1 to 64
 * @param dropout the share of units left out of what each block adds, in training; 0 to below 1
 */
public record DenoiserSpec(int length, int codeSize, int conditions, int width, int blocks, int heads, double dropout)
        implements NetworkSpec {

    /** Sines and cosines of the time. */
    static final int TIME_NUMBERS = 128;

    private static final int WIDENING = 4; // of the dense layer in a block (Vaswani et al. 2017, section 3.3)
    private static final double POSITION_DEVIATION = 0.02;

    public DenoiserSpec {
        requireBetween("length", length, 1, 1_024);
        requireBetween("codeSize", codeSize, 1, 4_096);
        requireBetween("conditions", conditions, 0, 1_024);
        requireBetween("width", width, 1, 4_096);
        requireBetween("blocks", blocks, 1, 64);
        requireBetween("heads", heads, 1, 64);
        require(width % heads == 0, "width must be a multiple of the %d heads, was %d".formatted(heads, width));
        require(dropout >= 0 && dropout < 1, "dropout must be at least 0 and below 1, was " + dropout);
    }

    /** In a size for two cores. */
    public static DenoiserSpec of(int length, int codeSize, int conditions) {
        return new DenoiserSpec(length, codeSize, conditions, 112, 4, 8, 0.1);
    }

    @Override
    public int frameSize() {
        return length * codeSize;
    }

    @Override
    public String shape() {
        return "denoiser of %d x %d, %d blocks of %d".formatted(length, codeSize, blocks, width);
    }

    static String block(int number, String what) {
        return "block.%d.%s".formatted(number, what);
    }

    /**
     * {@code position} [length, width], and with a weight [out, in] and a bias [out] each {@code input}, {@code time.0}, {@code time.1},
     * {@code condition}, {@code block.N.attention}, {@code block.N.mix}, {@code block.N.widen}, {@code block.N.narrow},
     * {@code block.N.modulation}, {@code output}.
     */
    @Override
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        layer(shapes, "input", 2 * codeSize + 1, width);
        shapes.put("position", new long[] {length, width});
        layer(shapes, "time.0", TIME_NUMBERS, width);
        layer(shapes, "time.1", width, width);
        if (conditions > 0) {
            layer(shapes, "condition", conditions, width);
        }
        for (int number = 0; number < blocks; number++) {
            layer(shapes, block(number, "attention"), width, 3 * width);
            layer(shapes, block(number, "mix"), width, width);
            layer(shapes, block(number, "widen"), width, WIDENING * width);
            layer(shapes, block(number, "narrow"), WIDENING * width, width);
            layer(shapes, block(number, "modulation"), width, 4 * width);
        }
        layer(shapes, "output", width, codeSize);
        return shapes;
    }

    private static void layer(Map<String, long[]> shapes, String name, int in, int out) {
        shapes.put(name + ".weight", new long[] {out, in});
        shapes.put(name + ".bias", new long[] {out});
    }

    /**
     * Glorot's, but modulations and the output begin at zero, so that each block begins as it would without, and the network with what
     * is likeliest (Peebles and Xie 2023, section 3.2).
     */
    @Override
    public List<NamedArray> firstWeights(Initialization initialization, RandomSource random) {
        List<NamedArray> weights = new ArrayList<>();
        shapes().forEach((name, shape) -> {
            float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
            boolean isZero = shape.length == 1 || name.startsWith("output") || name.contains("modulation");
            RandomGenerator generator = random.derive(name).generator();
            double bound = initialization.factor()
                    * Math.sqrt(6.0 / Arrays.stream(shape).sum());
            for (int i = 0; i < values.length && !isZero; i++) {
                values[i] = (float)
                        (name.equals("position")
                                ? POSITION_DEVIATION * generator.nextGaussian()
                                : generator.nextDouble(-bound, bound));
            }
            weights.add(new NamedArray(name, shape, values));
        });
        return weights;
    }
}
