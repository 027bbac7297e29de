package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A network that predicts masked tokens of several lines from all others: convolutions over time, as in Coconet (Huang et al. 2017,
 * "Counterpoint by convolution"), but over the steps alone, since the lines have few notes and much music is not at hand.
 *
 * <pre>{@code
 * InpainterSpec spec = InpainterSpec.of(4, 110, 49, 64); // four voices of 110 tokens, 49 places in a bar, windows of 64 steps
 * spec.weightCount(); // 579,824
 * }</pre>
 *
 * <p>Residual blocks of a convolution over three steps and a layer of single steps; each block looks twice as far as the one before, up
 * to eight steps, and then the next begins anew. So it takes pieces of any length. Token 0 stands for what is outside a piece; it is
 * never masked, and token 1 for a rest; then tokens 2k begin a pitch and 2k + 1 hold it. Both share a part of their embedding, and so do
 * pitches an octave apart, in the output as well. What the network says of a place is also said by intervals from the pitches next
 * to it in its line, where they are known: that it holds the one before, or rises by a tone, is learned once and not for each pitch.
 *
 * @param lines that are masked and predicted, 1 to 64; a line of places in the bar, which is always given, comes after them
 * @param alphabet tokens of each line, an even number, 2 to 4,096
 * @param places tokens of the line of places, 1 to 4,096
 * @param steps of a window in training, 9 to 4,096
 * @param width units of a step, 1 to 4,096
 * @param blocks 1 to 64
 * @param dropout the share of units left out of what each block adds, in training; 0 to below 1
 */
public record InpainterSpec(int lines, int alphabet, int places, int steps, int width, int blocks, double dropout)
        implements NetworkSpec {

    /** The farthest that a convolution looks, in steps. */
    static final int FARTHEST = 8;

    /** Tokens that an octave has. */
    static final int OCTAVE = 24;

    /** Semitones from the pitch before or after that the output knows, on both sides. */
    static final int INTERVALS = 4;

    /** What is said of a place by the pitch before or after: each interval when it begins, and the pitch itself held. */
    static final int BY_NEIGHBOUR = 2 * INTERVALS + 2;

    /** Of steps that a convolution reads. */
    static final int TAPS = 3;

    private static final double EMBEDDING_DEVIATION = 0.3;

    public InpainterSpec {
        requireBetween("lines", lines, 1, 64);
        requireBetween("alphabet", alphabet, 2, 4_096);
        require(alphabet % 2 == 0, "alphabet must be even, as its tokens come in pairs, was " + alphabet);
        requireBetween("places", places, 1, 4_096);
        requireBetween("steps", steps, FARTHEST + 1, 4_096);
        requireBetween("width", width, 1, 4_096);
        requireBetween("blocks", blocks, 1, 64);
        require(dropout >= 0 && dropout < 1, "dropout must be at least 0 and below 1, was " + dropout);
    }

    /** In a size for two cores and some hundred pieces. */
    public static InpainterSpec of(int lines, int alphabet, int places, int steps) {
        return new InpainterSpec(lines, alphabet, places, steps, 128, 6, 0.4);
    }

    /** Tokens of all lines, that of places included. */
    @Override
    public int frameSize() {
        return (lines + 1) * steps;
    }

    /** Of all lines, that of places included. */
    public List<Integer> alphabets() {
        List<Integer> alphabets = new ArrayList<>(Collections.nCopies(lines, alphabet));
        alphabets.add(places);
        return List.copyOf(alphabets);
    }

    @Override
    public String shape() {
        return "inpainter of %d lines of %d tokens, %d blocks of %d".formatted(lines, alphabet, blocks, width);
    }

    /** How many steps away block {@code number} looks. */
    static int distance(int number) {
        return 1 << (number % (Integer.numberOfTrailingZeros(FARTHEST) + 1));
    }

    /** Tokens that are alike but for their octave have one kind. */
    static int kind(int token) {
        return token < 2 ? token : 2 + (token - 2) % OCTAVE;
    }

    /** How many kinds of tokens there are. */
    int kinds() {
        return Math.min(alphabet, 2 + OCTAVE);
    }

    static String block(int number, String what) {
        return "block.%d.%s".formatted(number, what);
    }

    /**
     * {@code token} [lines * alphabet, width], {@code pair} [lines * alphabet / 2, width], {@code kind} [lines * kinds, width],
     * {@code masked} [lines, width], {@code place} [places, width], and with a weight [out, in] and a bias [out] each
     * {@code block.N.convolution}, {@code block.N.mix}, {@code output}, {@code outputOfKinds}, {@code outputByNeighbours}.
     */
    @Override
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("token", new long[] {(long) lines * alphabet, width});
        shapes.put("pair", new long[] {(long) lines * alphabet / 2, width});
        shapes.put("kind", new long[] {(long) lines * kinds(), width});
        shapes.put("masked", new long[] {lines, width});
        shapes.put("place", new long[] {places, width});
        for (int number = 0; number < blocks; number++) {
            layer(shapes, block(number, "convolution"), TAPS * width, width);
            layer(shapes, block(number, "mix"), width, width);
        }
        layer(shapes, "output", width, lines * alphabet);
        layer(shapes, "outputOfKinds", width, lines * kinds());
        layer(shapes, "outputByNeighbours", width, lines * 2 * BY_NEIGHBOUR);
        return shapes;
    }

    private static void layer(Map<String, long[]> shapes, String name, int in, int out) {
        shapes.put(name + ".weight", new long[] {out, in});
        shapes.put(name + ".bias", new long[] {out});
    }

    /** Glorot's for layers, normal for embeddings; the output begins at zero, with all tokens alike. */
    @Override
    public List<NamedArray> firstWeights(Initialization initialization, RandomSource random) {
        List<NamedArray> weights = new ArrayList<>();
        shapes().forEach((name, shape) -> {
            float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
            boolean isZero = shape.length == 1 || name.startsWith("output");
            RandomGenerator generator = random.derive(name).generator();
            double bound = initialization.factor()
                    * Math.sqrt(6.0 / Arrays.stream(shape).sum());
            for (int i = 0; i < values.length && !isZero; i++) {
                values[i] = (float)
                        (name.endsWith(".weight")
                                ? generator.nextDouble(-bound, bound)
                                : EMBEDDING_DEVIATION * generator.nextGaussian());
            }
            weights.add(new NamedArray(name, shape, values));
        });
        return weights;
    }
}
