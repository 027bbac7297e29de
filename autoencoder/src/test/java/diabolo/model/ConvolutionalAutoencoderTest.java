package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.Bottleneck.WinnerTakeAll;
import diabolo.model.Bottleneck.WinnerTakeAll.Spatial;
import diabolo.nn.Activation;
import diabolo.nn.ConvolutionSize;
import diabolo.nn.Loss;
import diabolo.representation.PianoRoll;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import diabolo.tensor.TensorScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionalAutoencoderTest {

    private static final Bottleneck BOTH = new WinnerTakeAll(Spatial.ONE_PLACE_PER_MAP, 2);

    @Nested
    class WithWinners implements AutoencoderContract {
        @Override
        public Autoencoder open() {
            return ConvolutionalAutoencoder.initialized(small(BOTH), Initialization.GLOROT, RandomSource.of(1));
        }
    }

    @Nested
    class PlainAndStrided implements AutoencoderContract {
        @Override
        public Autoencoder open() {
            return ConvolutionalAutoencoder.initialized(strided(), Initialization.GLOROT, RandomSource.of(1));
        }
    }

    @Nested
    class KSparse implements AutoencoderContract {
        @Override
        public Autoencoder open() {
            return ConvolutionalAutoencoder.initialized(
                    small(new Bottleneck.KSparse(5)), Initialization.GLOROT, RandomSource.of(1));
        }
    }

    /** 8 by 8 cells to 4 maps of 4 by 4. */
    private static ConvolutionalSpec small(Bottleneck bottleneck) {
        return new ConvolutionalSpec(
                8,
                8,
                List.of(ConvolutionSize.valid(3, 3), ConvolutionSize.valid(4, 3)),
                bottleneck,
                List.of(ConvolutionSize.valid(1, 5)),
                Activation.RELU,
                Activation.RELU,
                Activation.SIGMOID);
    }

    /** 8 by 12 cells to 4 maps of 2 by 3, and back by two deconvolutions. */
    private static ConvolutionalSpec strided() {
        return new ConvolutionalSpec(
                8,
                12,
                List.of(same(3, 3), same(4, 3)),
                Bottleneck.PLAIN,
                List.of(same(2, 3), same(1, 5)),
                Activation.RELU,
                Activation.RELU,
                Activation.SIGMOID);
    }

    private static ConvolutionSize same(int filters, int kernel) {
        return new ConvolutionSize(filters, kernel, 2, ConvolutionSize.Border.SAME);
    }

    /**
     * What conv2d, conv_transpose2d, argmax and autograd of PyTorch 1.13 give in double precision.
     *
     * @param active cells of each code that are not 0
     * @param projections of each parameter's gradient on cos(i)
     */
    private record Golden(
            ConvolutionalSpec spec,
            Loss loss,
            double value,
            List<Integer> active,
            List<Double> codeSums,
            List<Double> beginning,
            double outputSum,
            List<Double> projections) {}

    static List<Golden> goldens() {
        return List.of(
                new Golden(
                        small(BOTH),
                        Loss.SQUARED_ERROR,
                        8.330687695862606,
                        List.of(2, 1, 2),
                        List.of(0.93541, 0.762161, 0.827043),
                        List.of(0.405266, 0.405266, 0.405266, 0.405266),
                        78.06498685197508,
                        List.of(-0.449168, -0.014449, -0.168718, 0.139376, 0.012434, -2.941342)),
                new Golden(
                        small(new WinnerTakeAll(Spatial.ALL_PLACES, 2)),
                        Loss.BINARY_CROSS_ENTROPY,
                        44.350191215020914,
                        List.of(4, 4, 4),
                        List.of(2.339788, 2.778176, 2.661067),
                        List.of(0.405266, 0.405266, 0.374647, 0.474887),
                        78.65142534574593,
                        List.of(-1.729466, -0.146225, -1.71842, 0.960566, 0.795527, -5.861882)),
                new Golden(
                        small(new WinnerTakeAll(Spatial.ONE_PLACE_PER_MAP, 0)),
                        Loss.BINARY_CROSS_ENTROPY,
                        45.2677914639703,
                        List.of(3, 3, 3),
                        List.of(1.202087, 1.140348, 1.087012),
                        List.of(0.405266, 0.405266, 0.405266, 0.405266),
                        78.04068397002717,
                        List.of(-0.30986, 0.079841, 0.111352, 0.585458, 0.17424, -6.065463)),
                new Golden(
                        strided(),
                        Loss.SQUARED_ERROR,
                        13.279719661098254,
                        List.of(16, 14, 13),
                        List.of(5.100317, 10.744642, 6.928179),
                        List.of(0.339062, 0.374075, 0.498703, 0.491656),
                        116.02723661729476,
                        List.of(0.094939, 0.317555, -0.200935, -0.064515, -1.506146, -4.545912, 0.275239, 0.867464)));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void codesAndDecodingsAreThoseOfTorch(Golden golden) {
        try (ConvolutionalAutoencoder network = waves(golden.spec())) {
            float[][] codes = network.encode(frames(golden.spec()));
            float[][] again = network.decode(codes);

            for (int example = 0; example < codes.length; example++) {
                int active = 0;
                double sum = 0;
                for (float cell : codes[example]) {
                    active += cell == 0 ? 0 : 1;
                    sum += cell;
                }
                assertThat(active).isEqualTo(golden.active().get(example));
                assertThat(sum).isCloseTo(golden.codeSums().get(example), within(1e-5));
            }
            for (int cell = 0; cell < golden.beginning().size(); cell++) {
                assertThat((double) again[1][cell]).isCloseTo(golden.beginning().get(cell), within(1e-5));
            }
            assertThat(sum(again)).isCloseTo(golden.outputSum(), within(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void lossesAndGradientsAreThoseOfTorch(Golden golden) {
        try (ConvolutionalAutoencoder network = waves(golden.spec());
                TensorScope _ = TensorScope.open()) {
            network.parameters().gradients().zero_();
            Tensor frames = FrameTensors.of(frames(golden.spec()));
            Tensor codes = network.posterior(frames, CodeNoise.NONE).mean();

            Tensor loss = network.reconstructionLoss(
                    codes, frames, new TrainableAutoencoder.Reconstruction(golden.loss(), 0, RandomSource.of(1)));
            loss.backward();

            assertThat(loss.item_double()).isCloseTo(golden.value(), within(1e-4));
            assertThat(projections(network))
                    .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1)
                    .isEqualTo(golden.projections());
        }
    }

    private static List<Double> projections(ConvolutionalAutoencoder network) {
        float[] gradients = FrameTensors.toArray(network.parameters().gradients());
        List<Double> projections = new ArrayList<>();
        int offset = 0;
        for (NamedArray parameter : network.parameters().toArrays()) {
            double projection = 0;
            for (int i = 0; i < parameter.values().length; i++) {
                projection += gradients[offset + i] * Math.cos(i);
            }
            projections.add(projection);
            offset += parameter.values().length;
        }
        return projections;
    }

    /** Weights of parameter n: 0.4 sin(1.7 i + n). */
    private static ConvolutionalAutoencoder waves(ConvolutionalSpec spec) {
        List<NamedArray> weights = new ArrayList<>();
        for (Map.Entry<String, long[]> shape : spec.shapes().entrySet()) {
            long count = 1;
            for (long size : shape.getValue()) {
                count *= size;
            }
            float[] values = new float[Math.toIntExact(count)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (0.4 * Math.sin(1.7 * i + weights.size()));
            }
            weights.add(new NamedArray(shape.getKey(), shape.getValue(), values));
        }
        return ConvolutionalAutoencoder.of(spec, weights);
    }

    private static float[][] frames(ConvolutionalSpec spec) {
        float[][] frames = new float[3][spec.frameSize()];
        for (int example = 0; example < frames.length; example++) {
            for (int i = 0; i < frames[example].length; i++) {
                frames[example][i] = (float) (0.5 + 0.5 * Math.sin(0.9 * i * (1 + 0.1 * example) + example));
            }
        }
        return frames;
    }

    private static double sum(float[][] rows) {
        double sum = 0;
        for (float[] row : rows) {
            for (float value : row) {
                sum += value;
            }
        }
        return sum;
    }

    @Test
    void theNetworkOfNewTypesHasAsManyParametersAsPublished() {
        ConvolutionalSpec spec = ConvolutionalSpec.newTypes(128);

        assertThat(spec.weightCount()).isEqualTo(844_417);
        assertThat(spec.codeSize()).isEqualTo(128 * 16 * 16);
        assertThat(spec.shape()).isEqualTo("28x28-128x24x24-128x20x20-128x16x16-28x28");
    }

    @Test
    void atMostOneCellOfEachBlockWins() {
        try (ConvolutionalAutoencoder network = ConvolutionalAutoencoder.initialized(
                ConvolutionalSpec.newTypes(4), Initialization.GLOROT, RandomSource.of(1))) {
            float[] code = network.encode(frames(network.spec()))[1];

            int winners = 0;
            for (int block = 0; block < 16; block++) {
                int inBlock = 0;
                for (int cell = 0; cell < code.length; cell++) {
                    boolean inside = cell % 16 / 4 == block % 4 && cell / 16 % 16 / 4 == block / 4;
                    inBlock += inside && code[cell] != 0 ? 1 : 0;
                }
                assertThat(inBlock).isLessThanOrEqualTo(1);
                winners += inBlock;
            }
            assertThat(winners).isBetween(1, 4); // one place of each map at most
        }
    }

    @Test
    void aStrokeIsWhatOneCellOfTheCodeDraws() {
        try (ConvolutionalAutoencoder network = waves(small(BOTH))) {
            float[][] codes = new float[2][network.spec().codeSize()];
            codes[1][3 * 16] = 1; // the first place of the last map

            Tensor[] sums = new Tensor[1];
            try (TensorScope _ = TensorScope.open()) {
                sums[0] = network.decoderSums(FrameTensors.of(codes));
                float[][] cells = FrameTensors.toArrays(sums[0]);
                for (int cell = 0; cell < 25; cell++) {
                    int place = cell / 5 * 8 + cell % 5;
                    assertThat(cells[1][place] - cells[0][place]).isCloseTo(network.strokes()[3][cell], within(1e-6f));
                }
            }
        }
    }

    @Test
    void aSearchOfSomeCellsComputesThemAlone() {
        try (ConvolutionalAutoencoder network = waves(strided());
                TensorScope _ = TensorScope.open()) {
            Tensor codes = FrameTensors.of(network.encode(frames(network.spec())));

            float[][] some = FrameTensors.toArrays(
                    network.frozenDecoder(new int[] {7, 90}).apply(codes));

            float[][] all = FrameTensors.toArrays(network.decoderSums(codes));
            for (int example = 0; example < all.length; example++) {
                assertThat(some[example]).containsExactly(all[example][7], all[example][90]);
            }
        }
    }

    @Test
    void aModelOfPianoRollsIsSavedAndLoaded(@TempDir Path folder) throws IOException {
        PianoRoll roll = new PianoRoll(diabolo.grid.RhythmGrid.SIXTEENTHS, 8, 60, 12);
        ModelDescription description =
                new ModelDescription("tiny", strided(), roll, "nothing", 100, Map.of("seed", "1"));
        List<NamedArray> weights = strided().firstWeights(Initialization.GLOROT, RandomSource.of(1));

        ModelFolder.save(folder, description, weights, TrainingExamples.NONE, SafeTensors.Precision.SINGLE);

        ModelFolder loaded = ModelFolder.load(folder);
        assertThat(loaded.description()).isEqualTo(description);
        try (Autoencoder network = loaded.network()) {
            assertThat(network.convolutional().orElseThrow().parameters().toArrays())
                    .isEqualTo(weights);
        }
    }

    @Test
    void anotherPlaneOfAsManyCellsIsNoPianoRollOfIt() {
        PianoRoll turned = new PianoRoll(diabolo.grid.RhythmGrid.SIXTEENTHS, 12, 60, 8);

        assertThatThrownBy(() -> new ModelDescription("tiny", strided(), turned, "nothing", 100, Map.of()))
                .hasMessageContaining("has another plane than piano-roll");
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> small(Bottleneck.GAUSSIAN)).hasMessageContaining("cannot be GAUSSIAN; choose PLAIN");
        assertThatThrownBy(() -> small(new WinnerTakeAll(Spatial.ALL_PLACES, 3)))
                .hasMessageContaining("maps of 4 by 4 are not cut into blocks of 3 by 3");
        assertThatThrownBy(() -> small(new Bottleneck.KSparse(65)))
                .hasMessageContaining("k of a k-sparse bottleneck must be between 1 and 64, was 65");
        assertThatThrownBy(() -> new WinnerTakeAll(Spatial.ALL_PLACES, 0)).hasMessageContaining("somebody must win");
        assertThatThrownBy(() -> new ConvolutionSize(3, 4, 1, ConvolutionSize.Border.SAME))
                .hasMessageContaining("must be odd, was 4");
        assertThatThrownBy(() -> changed(ConvolutionSize.valid(3, 9), ConvolutionSize.valid(1, 9)))
                .hasMessageContaining("a kernel of 9 does not fit into maps of 8x8");
        assertThatThrownBy(() -> changed(ConvolutionSize.valid(3, 3), ConvolutionSize.valid(1, 5)))
                .hasMessageContaining("frames of 8x8 must give one map of that size, gives 10x10");
        assertThatThrownBy(() -> changed(ConvolutionSize.valid(3, 3), ConvolutionSize.valid(2, 3)))
                .hasMessageContaining("gives 2x8x8");
    }

    private static ConvolutionalSpec changed(ConvolutionSize convolution, ConvolutionSize deconvolution) {
        return new ConvolutionalSpec(
                8,
                8,
                List.of(convolution),
                Bottleneck.PLAIN,
                List.of(deconvolution),
                Activation.RELU,
                Activation.RELU,
                Activation.SIGMOID);
    }

    @Test
    void competitionsAreWordsAndOnlyMapsHaveThem() {
        for (String text :
                List.of("WINNER_TAKE_ALL SPATIAL", "WINNER_TAKE_ALL CHANNEL 4", "WINNER_TAKE_ALL SPATIAL CHANNEL 4")) {
            assertThat(Bottleneck.parse(text).text()).isEqualTo(text);
        }
        for (String text : List.of("WINNER_TAKE_ALL", "WINNER_TAKE_ALL CHANNEL", "WINNER_TAKE_ALL CHANNEL 0")) {
            assertThatThrownBy(() -> Bottleneck.parse(text))
                    .hasMessageContaining("such as WINNER_TAKE_ALL SPATIAL CHANNEL 4");
        }
        assertThatThrownBy(() -> new DenseSpec(
                        List.of(8, 4),
                        Activation.RELU,
                        Activation.RELU,
                        Activation.SIGMOID,
                        DenseSpec.Tying.TIED,
                        BOTH))
                .hasMessageContaining("which only a convolutional network has; choose K_SPARSE");
    }
}
