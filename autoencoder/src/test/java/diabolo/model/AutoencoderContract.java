package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of every family of autoencoders; a family's test class implements {@link #open} and inherits the tests. */
interface AutoencoderContract {

    /** A small network, the same at every call. */
    Autoencoder open();

    @Test
    default void everyExampleHasACodeAndEveryCodeAnExample() {
        try (Autoencoder network = open()) {
            float[][] codes = network.encode(examples(network, 300));

            assertThat(codes).hasDimensions(300, network.spec().codeSize());
            assertThat(network.encode(network.decode(codes, Sampler.LIKELIEST)))
                    .hasDimensions(300, network.spec().codeSize());
        }
    }

    @Test
    default void reconstructingIsEncodingAndDecoding() {
        try (Autoencoder network = open()) {
            List<Frames> examples = examples(network, 5);

            assertThat(network.reconstruct(examples))
                    .isEqualTo(network.decode(network.encode(examples), Sampler.LIKELIEST));
        }
    }

    @Test
    default void theSameExamplesHaveTheSameCodes() {
        try (Autoencoder network = open();
                Autoencoder twin = open()) {
            List<Frames> examples = examples(network, 7);

            assertThat(network.encode(examples)).isDeepEqualTo(network.encode(examples));
            assertThat(twin.encode(examples)).isDeepEqualTo(network.encode(examples));
            assertThat(network.posteriors(examples).means()).isDeepEqualTo(network.encode(examples));
        }
    }

    @Test
    default void anExamplesCodeHardlyDependsOnTheBatch() {
        try (Autoencoder network = open()) {
            List<Frames> examples = examples(network, 300);
            float[][] together = network.encode(examples);

            for (int i : new int[] {0, 150, 299}) {
                float[] alone = network.encode(List.of(examples.get(i)))[0];
                assertThat(alone).containsExactly(together[i], org.assertj.core.api.Assertions.within(1e-5f));
            }
        }
    }

    @Test
    default void theSameSeedSamplesTheSameAndWindowsShareItsStream() {
        try (Autoencoder network = open()) {
            float[][] codes = new float[40][network.spec().codeSize()];
            Sampler drawn = new Sampler.Temperature(3, RandomSource.of(1));
            List<Frames> examples = network.decode(codes, drawn);

            assertThat(network.decode(codes, drawn)).isEqualTo(examples);
            assertThat(new HashSet<>(examples)).hasSizeGreaterThan(1);
        }
    }

    @Test
    default void givenBeginningsAreKept() {
        try (Autoencoder network = open()) {
            Frames given = examples(network, 1).getFirst();

            assertThat(network.decode(
                            new float[2][network.spec().codeSize()], new Sampler.After(given, Sampler.LIKELIEST)))
                    .containsExactly(given, given);
        }
    }

    @Test
    default void noExamplesHaveNoCodes() {
        try (Autoencoder network = open()) {
            assertThat(network.encode(List.of())).isEmpty();
            assertThat(network.decode(new float[0][], Sampler.LIKELIEST)).isEmpty();
        }
    }

    @Test
    default void argumentsStayUnchanged() {
        try (Autoencoder network = open()) {
            List<Frames> examples = examples(network, 3);

            network.reconstruct(examples);

            assertThat(examples).isEqualTo(examples(network, 3));
        }
    }

    @Test
    default void anExampleOfAnotherKindOrSizeAndSuchACodeAreRefused() {
        try (Autoencoder network = open()) {
            int code = network.spec().codeSize();

            for (Frames other : List.of(new Cells(new float[7]), new Tokens(new int[9][7]))) {
                assertThatThrownBy(() -> network.encode(List.of(other)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageMatching(".*(was|were) given.*");
            }
            assertThatThrownBy(() -> network.decode(new float[][] {new float[code + 1]}, Sampler.LIKELIEST))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("size %d, was given %d".formatted(code, code + 1));
        }
    }

    private static List<Frames> examples(Autoencoder network, int count) {
        RandomGenerator random = RandomSource.of(9).generator();
        return Stream.generate(() -> example(network.spec(), random))
                .limit(count)
                .toList();
    }

    private static Frames example(ModelSpec spec, RandomGenerator random) {
        return switch (spec) {
            case DenseSpec _, ConvolutionalSpec _ -> {
                float[] cells = new float[spec.frameSize()];
                for (int cell = 0; cell < cells.length; cell++) {
                    cells[cell] = random.nextInt(4) == 0 ? 1 : 0;
                }
                yield new Cells(cells);
            }
            case RecurrentSpec recurrent ->
                new Tokens(recurrent.alphabets().stream()
                        .map(alphabet ->
                                random.ints(recurrent.steps(), 0, alphabet).toArray())
                        .toArray(int[][]::new));
        };
    }
}
