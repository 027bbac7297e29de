package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.nn.LstmSize;
import diabolo.representation.Tokens;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoder, bottleneck and decoders against plain arithmetic in double precision. */
class RecurrentAutoencoderTest {

    static List<RecurrentSpec> specs() {
        LstmSize small = new LstmSize(5, 2);
        RecurrentSpec.Flat flat = new RecurrentSpec.Flat(small);
        RecurrentSpec.Hierarchical bars = new RecurrentSpec.Hierarchical(4, new LstmSize(6, 2), small);
        RecurrentSpec sets = new RecurrentSpec(List.of(8), 8, small, 3, Bottleneck.GAUSSIAN, flat);
        return List.of(
                new RecurrentSpec(List.of(7), 8, new LstmSize(4, 1), 3, Bottleneck.GAUSSIAN, flat),
                sets.with(new RecurrentSpec.Nade(5)),
                sets.with(bars).with(new RecurrentSpec.Nade(4)),
                new RecurrentSpec(List.of(7), 8, small, 3, Bottleneck.PLAIN, flat),
                new RecurrentSpec(List.of(7, 4), 8, small, 3, Bottleneck.GAUSSIAN, flat),
                new RecurrentSpec(List.of(7), 8, small, 3, Bottleneck.GAUSSIAN, bars),
                new RecurrentSpec(List.of(7, 6, 5), 8, small, 3, Bottleneck.PLAIN, bars),
                new RecurrentSpec(List.of(7), 8, small, 3, Bottleneck.GAUSSIAN, bars).withEncoderSegments(List.of(4)),
                new RecurrentSpec(List.of(7, 4), 8, small, 3, Bottleneck.GAUSSIAN, flat)
                        .withEncoderSegments(List.of(2, 2)),
                new RecurrentSpec(List.of(90, 40), 8, small, 3, Bottleneck.GAUSSIAN, bars) // most tokens absent
                        .withEncoderSegments(List.of(4)));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void posteriorsFollowTheDefinition(RecurrentSpec spec) {
        List<int[][]> windows = windows(spec, 3);
        try (RecurrentAutoencoder network = network(spec)) {
            PlainMusicVae plain = new PlainMusicVae(spec, network.parameters().toArrays());
            PosteriorArrays posteriors = network.posteriors(tokens(windows));

            for (int window = 0; window < windows.size(); window++) {
                assertClose(posteriors.means()[window], plain.mean(windows.get(window)));
                if (spec.bottleneck() == Bottleneck.GAUSSIAN) {
                    assertClose(posteriors.deviations()[window], plain.deviation(windows.get(window)));
                }
            }
            assertThat(posteriors.deviations())
                    .hasDimensions(
                            spec.bottleneck() == Bottleneck.PLAIN ? 0 : windows.size(),
                            spec.bottleneck() == Bottleneck.PLAIN ? 0 : spec.codeSize());
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void logitsOfGivenTokensFollowTheDefinition(RecurrentSpec spec) {
        List<int[][]> windows = windows(spec, 3);
        float[][] codes = codes(spec, 3);
        try (RecurrentAutoencoder network = network(spec);
                TensorScope _ = TensorScope.open()) {
            PlainMusicVae plain = new PlainMusicVae(spec, network.parameters().toArrays());
            List<Tensor> logits = network.logits(FrameTensors.of(codes), TokenTensors.of(windows));

            for (int window = 0; window < windows.size(); window++) {
                List<List<double[]>> wanted = plain.logits(doubles(codes[window]), windows.get(window));
                for (int line = 0; line < wanted.size(); line++) {
                    for (int step = 0; step < spec.steps(); step++) {
                        assertClose(
                                FrameTensors.toArray(
                                        logits.get(line).select(0, step).select(0, window)),
                                wanted.get(line).get(step));
                    }
                }
            }
        }
    }

    /** A NADE computes it without the logits of all tokens. */
    @ParameterizedTest
    @MethodSource("specs")
    void crossEntropyIsThatOfTheLogits(RecurrentSpec spec) {
        List<int[][]> windows = windows(spec, 3);
        float[][] codes = codes(spec, 3);
        try (RecurrentAutoencoder network = network(spec)) {
            PlainMusicVae plain = new PlainMusicVae(spec, network.parameters().toArrays());
            double wanted = 0;
            for (int window = 0; window < windows.size(); window++) {
                List<List<double[]>> logits = plain.logits(doubles(codes[window]), windows.get(window));
                for (int line = 0; line < logits.size(); line++) {
                    for (int step = 0; step < spec.steps(); step++) {
                        double[] of = logits.get(line).get(step);
                        double all = DoubleStream.of(of).map(Math::exp).sum();
                        wanted += Math.log(all) - of[windows.get(window)[line][step]];
                    }
                }
            }

            assertThat(network.crossEntropy(codes, tokens(windows))).isCloseTo(wanted / windows.size(), within(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void generationFollowsTheDefinition(RecurrentSpec spec) {
        float[][] codes = codes(spec, 4);
        try (RecurrentAutoencoder network = network(spec)) {
            PlainMusicVae plain = new PlainMusicVae(spec, network.parameters().toArrays());
            List<Tokens> written = network.generate(codes, Sampler.LIKELIEST);

            for (int window = 0; window < codes.length; window++) {
                List<List<double[]>> logits = plain.logits(doubles(codes[window]), null);
                int[][] wanted = logits.stream()
                        .map(line ->
                                line.stream().mapToInt(PlainMusicVae::likeliest).toArray())
                        .toArray(int[][]::new);
                assertThat(written.get(window).lines()).isDeepEqualTo(wanted);
            }
            assertThat(network.predict(codes, written)).isEqualTo(written);
        }
    }

    @Nested
    class Flat implements AutoencoderContract {
        @Override
        public Autoencoder open() {
            return network(specs().get(4));
        }
    }

    @Nested
    class InBars implements AutoencoderContract {
        @Override
        public Autoencoder open() {
            return network(specs().get(6));
        }
    }

    @Test
    void givenTokensAreKeptAndOnlyAllowedOnesFollow() {
        RecurrentSpec spec = specs().get(4);
        Tokens given = new Tokens(new int[][] {{6, 5, 4}, {3, 2, 1}});
        boolean[][][] allowed = new boolean[2][spec.steps()][];
        for (int line = 0; line < 2; line++) {
            for (int step = 0; step < spec.steps(); step++) {
                allowed[line][step] = new boolean[spec.alphabets().get(line)];
                allowed[line][step][step % 3] = true;
            }
        }
        try (RecurrentAutoencoder network = network(spec)) {
            Tokens written = network.generate(
                            codes(spec, 1), new Sampler.After(given, new Sampler.Allowed(allowed, Sampler.LIKELIEST)))
                    .getFirst();

            assertThat(written.lines()).isDeepEqualTo(new int[][] {{6, 5, 4, 0, 1, 2, 0, 1}, {3, 2, 1, 0, 1, 2, 0, 1}});
        }
    }

    @Test
    void samplesFollowTheProbabilities() {
        try (TensorScope _ = TensorScope.open()) {
            double[] wanted = {0.5, 0.3, 0.2};
            float[] logits = new float[3];
            for (int token = 0; token < 3; token++) {
                logits[token] = (float) (2 * Math.log(wanted[token])); // at temperature 2 these are the probabilities
            }
            Tensor chosen = TokenSampler.sampled(2, RandomSource.of(3))
                    .choose(FrameTensors.of(logits, 1, 3).expand(20_000, 3), 0, 0);

            int[] counts = new int[3];
            for (Tokens window : TokenTensors.toTokens(chosen.view(1, 1, 20_000))) {
                counts[window.lines()[0][0]]++;
            }
            for (int token = 0; token < 3; token++) {
                assertThat(counts[token] / 20_000.0).isCloseTo(wanted[token], within(0.02));
            }
        }
    }

    @Test
    void theSmallReferenceGeometryHasItsNumberOfWeights() {
        RecurrentSpec small = new RecurrentSpec(
                List.of(90),
                32,
                new LstmSize(512, 1),
                256,
                Bottleneck.GAUSSIAN,
                new RecurrentSpec.Flat(new LstmSize(256, 2)));
        long count = small.shapes().values().stream()
                .mapToLong(shape -> IntStream.range(0, shape.length)
                        .mapToLong(i -> shape[i])
                        .reduce(1, (a, b) -> a * b))
                .sum();

        assertThat(count / 1e6).isCloseTo(4.4, within(0.05)); // as published for cat-mel_2bar_small
    }

    @Test
    void aNadeIsForASingleLineOfSets() {
        RecurrentSpec.Nade nade = new RecurrentSpec.Nade(5);
        for (List<Integer> alphabets : List.of(List.of(90), List.of(90, 90, 512), List.of(8, 8))) {
            RecurrentSpec spec = new RecurrentSpec(
                    alphabets, 8, new LstmSize(4, 1), 3, Bottleneck.PLAIN, new RecurrentSpec.Flat(new LstmSize(4, 1)));

            assertThatThrownBy(() -> spec.with(nade)).hasMessageStartingWith("a NADE decodes a single line of sets");
        }
    }

    @Test
    void aCodeOfAnotherSizeIsRefused() {
        try (RecurrentAutoencoder network = network(specs().getFirst())) {
            assertThatThrownBy(() -> network.decode(new float[1][4], Sampler.LIKELIEST))
                    .hasMessage("a code of this network has size 3, was given 4");
        }
    }

    @Test
    void withoutItsEncoderItStillGeneratesAndRefusesToEncodeInOneSentence() {
        RecurrentSpec spec = specs().getFirst();
        List<String> missing = List.of("encoder.0.forward.input", "encoder.0.backward.input");
        try (RecurrentAutoencoder whole = network(spec);
                RecurrentAutoencoder part = RecurrentAutoencoder.of(spec, without(whole, missing), missing)) {
            assertThat(part.generate(codes(spec, 3), Sampler.LIKELIEST))
                    .isEqualTo(whole.generate(codes(spec, 3), Sampler.LIKELIEST));
            assertThatThrownBy(() -> part.encode(tokens(windows(spec, 2))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("encoder.0.forward.input and 1 more")
                    .hasMessageContaining("cannot encode or reconstruct");
        }
    }

    @Test
    void withoutItsDeviationItStillEncodesToMeans() {
        RecurrentSpec spec = specs().getFirst();
        List<String> missing = List.of("deviation.weight", "deviation.bias");
        try (RecurrentAutoencoder whole = network(spec);
                RecurrentAutoencoder part = RecurrentAutoencoder.of(spec, without(whole, missing), missing)) {
            assertThat(part.encode(tokens(windows(spec, 2)))).isDeepEqualTo(whole.encode(tokens(windows(spec, 2))));
            assertThat(part.posteriors(tokens(windows(spec, 2))).deviations()).isEmpty();
        }
    }

    @Test
    void weightsThatAreNotListedAsMissingAreRequired() {
        RecurrentSpec spec = specs().getFirst();
        try (RecurrentAutoencoder whole = network(spec)) {
            List<NamedArray> weights = without(whole, List.of("mean.bias"));

            assertThatThrownBy(() -> RecurrentAutoencoder.of(spec, weights)).hasMessageContaining("needs mean.bias");
            assertThatThrownBy(() -> RecurrentAutoencoder.of(spec, weights, List.of("mean.bias", "mean.weight")))
                    .hasMessageContaining("has no mean.weight");
        }
    }

    private static List<NamedArray> without(RecurrentAutoencoder network, List<String> missing) {
        return network.parameters().toArrays().stream()
                .filter(array -> !missing.contains(array.name()))
                .toList();
    }

    private static RecurrentAutoencoder network(RecurrentSpec spec) {
        RandomGenerator random = RandomSource.of(5).generator();
        List<NamedArray> weights = RecurrentInitialization.of(spec, 1, RandomSource.of(4));
        for (NamedArray array : weights) {
            for (int i = 0; i < array.values().length; i++) {
                array.values()[i] += random.nextFloat(-0.6f, 0.6f);
            }
        }
        return RecurrentAutoencoder.of(spec, weights);
    }

    private static List<Tokens> tokens(List<int[][]> windows) {
        return windows.stream().map(Tokens::new).toList();
    }

    private static List<int[][]> windows(RecurrentSpec spec, int count) {
        RandomGenerator random = RandomSource.of(6).generator();
        List<int[][]> windows = new ArrayList<>();
        for (int window = 0; window < count; window++) {
            int[][] tokens = new int[spec.alphabets().size()][spec.steps()];
            for (int line = 0; line < tokens.length; line++) {
                for (int step = 0; step < spec.steps(); step++) {
                    tokens[line][step] = random.nextInt(spec.alphabets().get(line));
                }
            }
            windows.add(tokens);
        }
        return windows;
    }

    private static float[][] codes(RecurrentSpec spec, int count) {
        RandomGenerator random = RandomSource.of(7).generator();
        float[][] codes = new float[count][spec.codeSize()];
        for (float[] code : codes) {
            for (int unit = 0; unit < code.length; unit++) {
                code[unit] = (float) (2 * random.nextGaussian());
            }
        }
        return codes;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static void assertClose(float[] values, double[] wanted) {
        assertThat(values).hasSize(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) values[i]).isCloseTo(wanted[i], within(1e-5));
        }
    }
}
