package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.nn.Lstm;
import diabolo.nn.LstmSize;
import diabolo.nn.NadeLayer;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An autoencoder of token sequences: a bidirectional LSTM encoder, a bottleneck, and a flat or hierarchical LSTM decoder: MusicVAE
 * (Roberts et al. 2018), with or without its variational part.
 *
 * <pre>{@code
 * RecurrentSpec melody = new RecurrentSpec(
 *         List.of(90), 32, new LstmSize(256, 1), 64, Bottleneck.GAUSSIAN, new Flat(new LstmSize(256, 2)));
 * }</pre>
 *
 * <p>When not to use it: for chords and piano textures, since every line has one token per step; and for windows much longer than
 * 16 bars. With few examples a dense network learns faster.
 *
 * @param alphabets the number of tokens of each line: melody 90; melody, bass and drums 90, 90, 512
 * @param steps tokens of a line
 * @param encoder of each direction, on every level
 * @param encoderSegments the lengths of segments in a hierarchical encoder, from the lowest level, each in outputs of the level
 *     below: {@code [16]} for bars, as in MusicVAE's code; empty for a flat encoder
 * @param codeSize 1 to 4,096
 * @param nade for tokens that are sets, decided bit by bit; empty for a softmax over all tokens
 */
public record RecurrentSpec(
        List<Integer> alphabets,
        int steps,
        LstmSize encoder,
        List<Integer> encoderSegments,
        int codeSize,
        Bottleneck bottleneck,
        Decoder decoder,
        Optional<Nade> nade)
        implements ModelSpec {

    /** The architecture of the decoder. */
    public sealed interface Decoder {}

    /** One LSTM for all lines and steps. */
    public record Flat(LstmSize size) implements Decoder {
        public Flat {
            requireNonNull(size, "size of the decoder");
        }
    }

    /**
     * A conductor gives each segment a condition, from which an LSTM for each line decodes the segment. Its state is reset at each
     * segment, so that long-term structure must come from the code.
     *
     * @param segmentSteps of a segment, usually a bar; divides the steps
     */
    public record Hierarchical(int segmentSteps, LstmSize conductor, LstmSize size) implements Decoder {
        public Hierarchical {
            requireNonNull(conductor, "size of the conductor");
            requireNonNull(size, "size of the decoder");
        }
    }

    /**
     * Decides the bits of a token one by one, each conditioned on those before, instead of one among all tokens (NADE, Larochelle
     * and Murray 2011). For a single line whose tokens are sets, such as the nine drums.
     *
     * @param units hidden, 1 to 4,096
     */
    public record Nade(int units) {
        public Nade {
            requireBetween("nadeUnits", units, 1, 4096);
        }
    }

    private static final int MOST_LEVELS = 8;
    private static final String ENCODER = "encoder";
    private static final String MEAN = "mean";
    private static final String CONDUCTOR = "conductor";

    public RecurrentSpec {
        alphabets = List.copyOf(alphabets);
        require(!alphabets.isEmpty(), "alphabets must name at least one line");
        alphabets.forEach(alphabet -> requireBetween("alphabet", alphabet, 2, 65_536));
        requireBetween("steps", steps, 1, 4096);
        requireBetween("codeSize", codeSize, 1, 4096);
        requireNonNull(encoder, "encoder");
        encoderSegments = List.copyOf(encoderSegments);
        requireBetween("levels of the encoder", encoderSegments.size(), 0, MOST_LEVELS);
        int read = 1;
        for (int segment : encoderSegments) {
            requireBetween("a segment of the encoder", segment, 1, steps);
            read = Math.multiplyExact(read, segment);
            require(
                    steps % read == 0,
                    "the encoder's segments must divide the %d steps, were %s".formatted(steps, encoderSegments));
        }
        Bottleneck.WinnerTakeAll.refuse(requireNonNull(bottleneck, "bottleneck"));
        if (bottleneck instanceof Bottleneck.KSparse(int k)) {
            requireBetween("k of a k-sparse bottleneck", k, 1, codeSize);
        }
        if (requireNonNull(decoder, "decoder") instanceof Hierarchical hierarchical) {
            requireBetween("segmentSteps", hierarchical.segmentSteps(), 1, steps);
            require(
                    steps % hierarchical.segmentSteps() == 0,
                    "segmentSteps must divide the %d steps, was %d".formatted(steps, hierarchical.segmentSteps()));
        }
        require(
                nade.isEmpty() || (alphabets.size() == 1 && Integer.bitCount(alphabets.getFirst()) == 1),
                "a NADE decodes a single line of sets, such as the 512 of nine drums, and not tokens of %s; choose output SOFTMAX"
                        .formatted(words(alphabets)));
    }

    /** A flat encoder and a softmax output. */
    public RecurrentSpec(
            List<Integer> alphabets,
            int steps,
            LstmSize encoder,
            int codeSize,
            Bottleneck bottleneck,
            Decoder decoder) {
        this(alphabets, steps, encoder, List.of(), codeSize, bottleneck, decoder, Optional.empty());
    }

    /** The width of a step with every line one-hot. */
    public int cellsPerStep() {
        return alphabets.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public int frameSize() {
        return steps * cellsPerStep();
    }

    @Override
    public Decoding decoding() {
        return Decoding.TOKENS;
    }

    @Override
    public String shape() {
        return "of %d steps of %s tokens through %d dimensions".formatted(steps, words(alphabets), codeSize);
    }

    private static String words(List<Integer> alphabets) {
        return alphabets.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }

    /** The same network with another bottleneck. */
    public RecurrentSpec with(Bottleneck other) {
        return new RecurrentSpec(alphabets, steps, encoder, encoderSegments, codeSize, other, decoder, nade);
    }

    /** The same network with another decoder. */
    public RecurrentSpec with(Decoder other) {
        return new RecurrentSpec(alphabets, steps, encoder, encoderSegments, codeSize, bottleneck, other, nade);
    }

    /** The same network with a hierarchical encoder. */
    public RecurrentSpec withEncoderSegments(List<Integer> other) {
        return new RecurrentSpec(alphabets, steps, encoder, other, codeSize, bottleneck, decoder, nade);
    }

    /** The same network with a NADE in place of its softmax. */
    public RecurrentSpec with(Nade other) {
        return new RecurrentSpec(
                alphabets, steps, encoder, encoderSegments, codeSize, bottleneck, decoder, Optional.of(other));
    }

    /** Whether some steps are whole segments of encoder and decoder. */
    public boolean hasWholeSegments(int some) {
        int ofEncoder = encoderSegments.stream().reduce(1, (a, b) -> a * b);
        int ofDecoder = decoder instanceof Hierarchical hierarchical ? hierarchical.segmentSteps() : 1;
        return some % ofEncoder == 0 && some % ofDecoder == 0;
    }

    /** The prefixes of the weights' names of each level of the encoder, from the lowest. */
    List<String> encoderLevels() {
        List<String> levels = new ArrayList<>();
        for (int level = 0; level < encoderSegments.size(); level++) {
            levels.add("%s.segments.%d".formatted(ENCODER, level));
        }
        levels.add(ENCODER);
        return levels;
    }

    /** The lines of each decoder LSTM: all of them if flat, else each has its own. */
    List<List<Integer>> decoderAlphabets() {
        return switch (decoder) {
            case Flat _ -> List.of(alphabets);
            case Hierarchical _ -> alphabets.stream().map(List::of).toList();
        };
    }

    /** The size of each decoder LSTM. */
    LstmSize decoderSize() {
        return switch (decoder) {
            case Flat flat -> flat.size();
            case Hierarchical hierarchical -> hierarchical.size();
        };
    }

    @Override
    public List<NamedArray> firstWeights(Initialization initialization, RandomSource random) {
        return RecurrentInitialization.of(this, initialization.factor(), random);
    }

    @Override
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        int in = cellsPerStep();
        for (String level : encoderLevels()) {
            shapes.putAll(Lstm.shapes(level, in, encoder, Lstm.Directions.BOTH));
            in = 2 * encoder.units();
        }
        putDense(shapes, MEAN, 2L * encoder.units(), codeSize);
        if (bottleneck.isVariational()) {
            putDense(shapes, ParameterNames.DEVIATION, 2L * encoder.units(), codeSize);
        }
        switch (decoder) {
            case Flat _ -> putDecoder(shapes, 0, codeSize);
            case Hierarchical(int _, LstmSize conductor, LstmSize _) -> {
                putDense(shapes, CONDUCTOR + ".initial", codeSize, 2L * conductor.layers() * conductor.units());
                shapes.putAll(Lstm.shapes(CONDUCTOR, 1, conductor, Lstm.Directions.FORWARD));
                for (int number = 0; number < alphabets.size(); number++) {
                    putDecoder(shapes, number, conductor.units());
                }
            }
        }
        return shapes;
    }

    @Override
    public Set<String> encoderWeights() {
        return shapes().keySet().stream()
                .filter(name ->
                        List.of(ENCODER, MEAN, ParameterNames.DEVIATION).contains(name.substring(0, name.indexOf('.'))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether windows can be encoded without some weights: means need no deviations. */
    static boolean encodesWithout(List<String> missing) {
        return missing.stream().allMatch(name -> name.startsWith(ParameterNames.DEVIATION + "."));
    }

    private void putDecoder(Map<String, long[]> shapes, int number, int conditionSize) {
        LstmSize size = decoderSize();
        String prefix = ParameterNames.decoderOfTokens(number);
        int tokens = decoderAlphabets().get(number).stream()
                .mapToInt(Integer::intValue)
                .sum();
        putDense(shapes, prefix + ".initial", conditionSize, 2L * size.layers() * size.units());
        shapes.putAll(Lstm.shapes(prefix, tokens + conditionSize, size, Lstm.Directions.FORWARD));
        nade.ifPresentOrElse(
                some -> shapes.putAll(NadeLayer.shapes(prefix, size.units(), bits(tokens), some.units())),
                () -> putDense(shapes, prefix + ".output", size.units(), tokens));
    }

    private static int bits(int sets) {
        return Integer.numberOfTrailingZeros(sets);
    }

    private static void putDense(Map<String, long[]> shapes, String name, long in, long out) {
        shapes.put(name + ".weight", new long[] {out, in});
        shapes.put(name + ".bias", new long[] {out});
    }
}
