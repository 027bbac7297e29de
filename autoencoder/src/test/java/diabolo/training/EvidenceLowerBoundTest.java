package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.model.Posterior;
import diabolo.model.PosteriorArrays;
import diabolo.nn.Adam;
import diabolo.nn.Loss;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lower bound and its gradients against plain arithmetic in double precision, with the same noise. */
class EvidenceLowerBoundTest {

    private static final DenseSpec SPEC = DenseSpec.gaussian(5, 4, 2);
    private static final float[][] FRAMES = {{1, 0, 1, 0, 0}, {0, 0.25f, 1, 0, 1}, {0, 0, 0, 1, 0}};
    private static final RandomSource CHANCE = RandomSource.of(21);
    private static final long UPDATES = 7;

    static List<Regularizer.KullbackLeibler> regularizers() {
        return List.of(
                Regularizer.EVIDENCE_LOWER_BOUND,
                new Regularizer.KullbackLeibler(0.2, 0.9, 0),
                new Regularizer.KullbackLeibler(
                        2, 0, 0.5)); // some of the three examples are below the free bits, some above
    }

    @ParameterizedTest
    @MethodSource("regularizers")
    void theLossIsTheCrossEntropyPlusTheWeightedDivergence(Regularizer.KullbackLeibler regularizer) {
        try (DenseAutoencoder network = network()) {
            EvidenceLowerBound.Result result = run(network, regularizer);
            Plain plain = new Plain(network, noise(), regularizer);
            double[] parts = plain.parts();

            assertThat(result.reconstruction()).isCloseTo(parts[0], within(1e-5));
            assertThat(result.divergence()).isCloseTo(parts[1], within(1e-5));
            assertThat(result.loss()).isCloseTo(plain.loss(), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("regularizers")
    void gradientsAreTheDifferencesOfTheLoss(Regularizer.KullbackLeibler regularizer) {
        try (DenseAutoencoder network = network()) {
            run(network, regularizer); // the gradients of a run before do not stay
            run(network, regularizer);
            float[] gradients = flat(network.parameters().gradients());

            int offset = 0;
            for (NamedArray array : network.parameters().toArrays()) {
                for (int i = 0; i < array.values().length; i++) {
                    assertThat((double) gradients[offset + i])
                            .as("%s[%d]", array.name(), i)
                            .isCloseTo(slope(network, regularizer, array.name(), i), within(1e-4));
                }
                offset += array.values().length;
            }
        }
    }

    @Test
    void measuringChangesNothingAndAveragesOverAllExamples() {
        float[][] many = new float[700][];
        java.util.Arrays.setAll(many, i -> FRAMES[i % FRAMES.length]);
        try (DenseAutoencoder network = network()) {
            float[] before = flat(network.parameters().values());
            EvidenceLowerBound bound = new EvidenceLowerBound(
                    network, Objective.of(Loss.BINARY_CROSS_ENTROPY, new Regularizer.KullbackLeibler(0.5, 0.999, 0)));

            EvidenceLowerBound.Result result = bound.measure(Examples.of(many), CHANCE);

            assertThat(result).isEqualTo(bound.measure(Examples.of(many), CHANCE));
            assertThat(result.divergence() / Math.log(2))
                    .isCloseTo(network.posteriors(many).divergenceBits(), within(1e-4));
            assertThat(result.loss()) // at its end, annealing has reached the full weight
                    .isCloseTo(result.reconstruction() + 0.5 * result.divergence(), within(1e-4));
            assertThat(flat(network.parameters().values())).isEqualTo(before);
        }
    }

    @Test
    void aPlainNetworkIsMeasuredByItsReconstructionAlone() {
        DenseSpec plain = DenseSpec.sigmoid(5, 4, 2);
        try (DenseAutoencoder network =
                DenseAutoencoder.initialized(plain, Initialization.GLOROT_SIGMOID, RandomSource.of(3))) {
            EvidenceLowerBound.Result result = new EvidenceLowerBound(
                            network, Objective.of(Loss.BINARY_CROSS_ENTROPY, Regularizer.EVIDENCE_LOWER_BOUND))
                    .measure(Examples.of(FRAMES), CHANCE);
            double expected = 0;
            float[][] again = network.reconstruct(FRAMES);
            for (int example = 0; example < FRAMES.length; example++) {
                for (int cell = 0; cell < again[example].length; cell++) {
                    double x = FRAMES[example][cell];
                    double y = again[example][cell];
                    expected -= (x * Math.log(y) + (1 - x) * Math.log(1 - y)) / FRAMES.length;
                }
            }

            assertThat(result.reconstruction()).isCloseTo(expected, within(1e-5));
            assertThat(result.loss()).isEqualTo(result.reconstruction());
            assertThat(result.divergence()).isZero();
        }
    }

    @Test
    void anUpdateIsAdamsStepAlongThem() {
        try (DenseAutoencoder network = network();
                Adam adam = Adam.over(network.parameters())) {
            float[] before = flat(network.parameters().values());
            run(network, Regularizer.EVIDENCE_LOWER_BOUND);
            float[] gradients = flat(network.parameters().gradients());

            adam.update(0.01);

            float[] after = flat(network.parameters().values());
            for (int i = 0; i < before.length; i++) { // the first step is as long as the rate, whatever the slope
                double step = 0.01 * gradients[i] / (Math.abs(gradients[i]) + 1e-8);
                assertThat((double) after[i]).isCloseTo(before[i] - step, within(1e-6));
            }
        }
    }

    @Test
    void theDivergenceOfTensorsIsThatOfArrays() {
        float[][] means = {{2, 0}, {-0.5f, 1}};
        float[][] deviations = {{0.5f, 1}, {1.5f, 0.1f}};
        try (TensorScope _ = TensorScope.open()) {
            Posterior posterior = new Posterior(FrameTensors.of(means), Optional.of(FrameTensors.of(deviations)));
            float[] nats = FrameTensors.toArray(posterior.divergence().orElseThrow());

            assertThat((double) nats[0]).isCloseTo((4 + 0.25 - 1) / 2 + Math.log(2), within(1e-5));
            assertThat((nats[0] + nats[1]) / 2 / Math.log(2))
                    .isCloseTo(new PosteriorArrays(means, deviations).divergenceBits(), within(1e-5));
        }
    }

    @Test
    void samplesHaveTheMeanAndTheDeviation() {
        float[][] means = new float[20_000][1];
        float[][] deviations = new float[20_000][1];
        for (int i = 0; i < means.length; i++) {
            means[i][0] = 3;
            deviations[i][0] = 0.5f;
        }
        try (TensorScope _ = TensorScope.open()) {
            Posterior posterior = new Posterior(FrameTensors.of(means), Optional.of(FrameTensors.of(deviations)));
            float[] drawn = FrameTensors.toArray(posterior.sample(CHANCE));
            float[] again = FrameTensors.toArray(posterior.sample(CHANCE));

            assertThat(again).isEqualTo(drawn);
            assertSpread(drawn);
        }
        float[][] plain = new PosteriorArrays(means, deviations).sample(CHANCE);
        float[] column = new float[plain.length];
        for (int i = 0; i < plain.length; i++) {
            column[i] = plain[i][0];
        }
        assertSpread(column);
    }

    private static void assertSpread(float[] drawn) {
        double sum = 0;
        double squares = 0;
        for (float value : drawn) {
            sum += value;
            squares += (value - 3.0) * (value - 3.0);
        }
        assertThat(sum / drawn.length).isCloseTo(3, within(0.02)); // 0.5 / √20,000 is 0.0035
        assertThat(Math.sqrt(squares / drawn.length)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void aFewExamplesAreLearnedAndALargeBetaCollapsesThePosterior() {
        float[][] frames = Tiny.frames(8);
        assertThat(divergenceBits(new Regularizer.KullbackLeibler(1, 0, 0), frames))
                .isGreaterThan(1); // four patterns: two bits
        assertThat(divergenceBits(new Regularizer.KullbackLeibler(50, 0, 0), frames))
                .isLessThan(0.1);
    }

    private static double divergenceBits(Regularizer regularizer, float[][] frames) {
        TrainingPlan plan = Tiny.variational(regularizer, Schedule.epochs(400, 8, LearningRate.constant(1e-2)), 1);
        try (Trained trained = new Trainer(plan).train(Examples.of(frames), TrainingMonitor.SILENT)) {
            return trained.dense().posteriors(frames).divergenceBits();
        }
    }

    @Test
    void anEpochLeaksNoNativeMemory() {
        TrainingPlan plan = Tiny.variational(Regularizer.EVIDENCE_LOWER_BOUND, Tiny.SCHEDULE, 1);
        Tiny.train(plan, Tiny.frames(10));
        long before = org.bytedeco.javacpp.Pointer.totalCount();

        Tiny.train(plan, Tiny.frames(10));

        assertThat(org.bytedeco.javacpp.Pointer.totalCount() - before).isLessThan(50);
    }

    @Test
    void stagesAndCodeNoiseAreRefused() {
        DenseSpec spec = DenseSpec.gaussian(24, 10, 3);
        Stage noisy = Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY).withCodeNoise(2), Tiny.SCHEDULE);
        Stage layer = Stage.layer("layer", 0, Tiny.BINARY, Tiny.SCHEDULE);

        assertThatThrownBy(() -> new TrainingPlan(spec, Initialization.GLOROT, List.of(layer), 1))
                .hasMessageContaining("pre-train by NONE");
        assertThatThrownBy(() -> new TrainingPlan(spec, Initialization.GLOROT, List.of(noisy), 1))
                .hasMessage("a Gaussian bottleneck has its own noise, so codeNoise must be 0, was 2.0");
    }

    private static DenseAutoencoder network() {
        RandomGenerator random = RandomSource.of(12).generator();
        List<NamedArray> weights = SPEC.firstWeights(Initialization.GLOROT, RandomSource.of(11));
        for (NamedArray array : weights) {
            for (int i = 0; array.name().endsWith("bias") && i < array.values().length; i++) {
                array.values()[i] = random.nextFloat(-0.4f, 0.4f);
            }
        }
        return DenseAutoencoder.of(SPEC, weights);
    }

    private static EvidenceLowerBound.Result run(DenseAutoencoder network, Regularizer regularizer) {
        try (TensorScope _ = TensorScope.open()) {
            Batch batch = new Batch(
                    FrameTensors.of(FRAMES),
                    FRAMES.length,
                    Optional.empty(),
                    new Batch.Position(CHANCE, 0, 0, UPDATES),
                    CHANCE,
                    CHANCE);
            return new EvidenceLowerBound(network, Objective.of(Loss.BINARY_CROSS_ENTROPY, regularizer)).run(batch);
        }
    }

    /** The noise of {@link #CHANCE}: [examples][codeSize]. */
    private static float[][] noise() {
        try (TensorScope _ = TensorScope.open()) {
            return FrameTensors.toArrays(
                    torch.empty(FRAMES.length, SPEC.codeSize()).normal_(0, 1, CHANCE.tensorGenerator()));
        }
    }

    private static float[] flat(Tensor tensor) {
        try (TensorScope _ = TensorScope.open()) {
            return FrameTensors.toArray(tensor);
        }
    }

    private static double slope(
            DenseAutoencoder network, Regularizer.KullbackLeibler regularizer, String name, int index) {
        double h = 1e-5;
        Plain more = new Plain(network, noise(), regularizer);
        more.network.change(name, index, h);
        Plain less = new Plain(network, noise(), regularizer);
        less.network.change(name, index, -h);
        return (more.loss() - less.loss()) / (2 * h);
    }

    /** The lower bound from its definition. */
    private static final class Plain {

        private final PlainNetwork network;
        private final float[][] noise;
        private final Regularizer.KullbackLeibler regularizer;

        Plain(DenseAutoencoder network, float[][] noise, Regularizer.KullbackLeibler regularizer) {
            this.network = new PlainNetwork(SPEC, network.parameters().toArrays());
            this.noise = noise;
            this.regularizer = regularizer;
        }

        /** Reconstruction, divergence, and divergence beyond the free bits: means over the examples. */
        double[] parts() {
            double[] parts = new double[3];
            for (int example = 0; example < FRAMES.length; example++) {
                double[] mean = network.encode(FRAMES[example]);
                double[] deviation = network.deviation(FRAMES[example]);
                double[] code = new double[mean.length];
                double divergence = 0;
                for (int unit = 0; unit < mean.length; unit++) {
                    code[unit] = mean[unit] + deviation[unit] * noise[example][unit];
                    double variance = deviation[unit] * deviation[unit];
                    divergence -= (1 + Math.log(variance) - mean[unit] * mean[unit] - variance) / 2;
                }
                double[] output = network.output(network.decodeSums(code));
                for (int cell = 0; cell < output.length; cell++) {
                    double x = FRAMES[example][cell];
                    parts[0] -= (x * Math.log(output[cell]) + (1 - x) * Math.log(1 - output[cell])) / FRAMES.length;
                }
                parts[1] += divergence / FRAMES.length;
                parts[2] += Math.max(0, divergence - regularizer.freeBits() * Math.log(2)) / FRAMES.length;
            }
            return parts;
        }

        double loss() {
            double weight = regularizer.rate() == 0
                    ? regularizer.beta()
                    : regularizer.beta() * (1 - Math.pow(regularizer.rate(), UPDATES));
            double[] parts = parts();
            return parts[0] + weight * parts[2];
        }
    }
}
