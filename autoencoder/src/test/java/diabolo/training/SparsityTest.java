package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.Bottleneck;
import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** The two kinds of sparse codes: all but k dimensions set to zero, and a penalty on units that are active too often. */
class SparsityTest {

    private static final float[][] FRAMES = Tiny.frames(16);

    @Test
    void aKSparseCodeKeepsItsLargestDimensions() {
        try (DenseAutoencoder plain = network(Bottleneck.PLAIN);
                DenseAutoencoder sparse = network(new Bottleneck.KSparse(2))) {
            float[][] all = plain.encode(FRAMES);
            float[][] kept = sparse.encode(FRAMES);

            for (int example = 0; example < FRAMES.length; example++) {
                float[] sorted = all[example].clone();
                Arrays.sort(sorted);
                float second = sorted[sorted.length - 2];
                for (int unit = 0; unit < sorted.length; unit++) {
                    float expected = all[example][unit] >= second ? all[example][unit] : 0;
                    assertThat(kept[example][unit]).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void gradientsReachTheKeptDimensionsAlone() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor activations =
                    FrameTensors.of(new float[][] {{1, 5, 3}, {2, 0, -1}}).requires_grad_(true);

            new Bottleneck.KSparse(1).codes(activations).sum().backward();

            assertThat(FrameTensors.toArrays(activations.grad())).isDeepEqualTo(new float[][] {{0, 1, 0}, {1, 0, 0}});
        }
    }

    @Test
    void aKSparseAutoencoderLearnsToCopyItsInputThroughFewDimensions() {
        DenseSpec spec = spec(new Bottleneck.KSparse(2));
        Schedule schedule = Schedule.epochs(300, 16, LearningRate.constant(2e-2));
        TrainingPlan plan = new TrainingPlan(
                spec,
                Initialization.GLOROT,
                List.of(Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY), schedule)),
                1);

        try (Trained trained = new Trainer(plan).train(Examples.of(FRAMES), TrainingMonitor.SILENT)) {
            assertThat(trained.curve().getLast().loss())
                    .isLessThan(0.2 * trained.curve().getFirst().loss());
            for (float[] code : trained.dense().encode(FRAMES)) {
                int active = 0;
                for (float number : code) {
                    active += number == 0 ? 0 : 1;
                }
                assertThat(active).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void aWinnerTakeAllAutoencoderLearnsToCopyItsInputWithTwoWinners() {
        TrainingPlan plan = Tiny.convolutional(Schedule.epochs(300, 16, LearningRate.constant(2e-2)), 1);

        try (Trained trained = new Trainer(plan).train(Examples.of(FRAMES), TrainingMonitor.SILENT)) {
            assertThat(trained.curve().getLast().loss())
                    .isLessThan(0.6 * trained.curve().getFirst().loss());
        }
    }

    @Test
    void kIsAtMostTheCodeSize() {
        assertThatThrownBy(() -> spec(new Bottleneck.KSparse(9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("k of a k-sparse bottleneck must be between 1 and 8, was 9");
    }

    @Test
    void theTextOfABottleneckReadsBack() {
        for (Bottleneck bottleneck : List.of(Bottleneck.PLAIN, Bottleneck.GAUSSIAN, new Bottleneck.KSparse(25))) {
            assertThat(Bottleneck.parse(bottleneck.text())).isEqualTo(bottleneck);
        }
        assertThatThrownBy(() -> Bottleneck.parse("SPARSE")).hasMessageContaining("such as K_SPARSE 25");
    }

    @Test
    void sparseActivityIsTheDivergenceOfTheMeanActivationsFromTheTarget() {
        float[][] codes = {{0.1f, 0.9f}, {0.3f, 0.5f}};
        double expected = 1.5 + 3 * (divergence(0.05, 0.2) + divergence(0.05, 0.7));

        try (TensorScope _ = TensorScope.open()) {
            Tensor loss = torch.full(new long[0], new org.bytedeco.pytorch.Scalar(1.5));
            Regularizer.Terms terms = new Regularizer.Terms(FrameTensors.of(codes), Optional.empty(), List.of(), 0);
            double found =
                    new Regularizer.SparseActivity(0.05, 3).addedTo(loss, terms).item_double();

            assertThat(found).isCloseTo(expected, within(1e-4));
        }
    }

    /** Of a Bernoulli variable with probability q from one with p, from the definition. */
    private static double divergence(double p, double q) {
        return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    }

    @Test
    void unitsReachTheTargetActivity() {
        DenseSpec spec = DenseSpec.sigmoid(24, 12);
        Schedule schedule = Schedule.epochs(300, 16, LearningRate.constant(1)).with(new OptimizerSpec.Lbfgs(20));

        double free = meanActivation(spec, schedule, Objective.of(Loss.SQUARED_ERROR));
        double sparse = meanActivation(
                spec, schedule, Objective.of(Loss.SQUARED_ERROR, new Regularizer.SparseActivity(0.1, 30)));

        assertThat(free).isGreaterThan(0.2);
        assertThat(sparse).isCloseTo(0.1, within(0.02));
    }

    private static double meanActivation(DenseSpec spec, Schedule schedule, Objective objective) {
        TrainingPlan plan =
                new TrainingPlan(spec, Initialization.GLOROT_SIGMOID, List.of(Stage.whole(objective, schedule)), 1);
        try (Trained trained = new Trainer(plan).train(Examples.of(FRAMES), TrainingMonitor.SILENT)) {
            return Arrays.stream(trained.dense().encode(FRAMES))
                    .flatMapToDouble(code -> Arrays.stream(toDoubles(code)))
                    .average()
                    .orElseThrow();
        }
    }

    private static double[] toDoubles(float[] code) {
        double[] doubles = new double[code.length];
        Arrays.setAll(doubles, i -> code[i]);
        return doubles;
    }

    @Test
    void weightDecayIsHalfTheSumOfSquaredWeightsWithoutBiases() {
        DenseSpec spec = DenseSpec.sigmoid(24, 12);
        try (DenseAutoencoder network =
                DenseAutoencoder.initialized(spec, Initialization.GLOROT_SIGMOID, RandomSource.of(3))) {
            double squares = 0;
            for (var array : network.parameters().toArrays()) {
                for (float weight : array.values()) {
                    squares += (double) weight * weight; // biases begin at zero
                }
            }
            Examples examples = Examples.of(FRAMES);
            double without = cost(network, Objective.of(Loss.SQUARED_ERROR), examples);
            double with = cost(network, Objective.of(Loss.SQUARED_ERROR, new Regularizer.WeightDecay(0.01)), examples);

            assertThat(with - without).isCloseTo(0.005 * squares, within(1e-3));
        }
    }

    private static double cost(DenseAutoencoder network, Objective.LowerBound objective, Examples examples) {
        return new EvidenceLowerBound(network, objective)
                .measure(examples, RandomSource.of(1))
                .loss();
    }

    @Test
    void sparseActivityNeedsSigmoidCodes() {
        Objective sparse = Objective.of(Loss.SQUARED_ERROR, new Regularizer.SparseActivity(0.1, 3));
        Stage whole = Stage.whole(sparse, Tiny.SCHEDULE);

        assertThatThrownBy(() -> new TrainingPlan(spec(Bottleneck.PLAIN), Initialization.GLOROT, List.of(whole), 1))
                .hasMessageContaining("choose a dense network whose code is SIGMOID");
    }

    private static DenseSpec spec(Bottleneck bottleneck) {
        return new DenseSpec(
                List.of(24, 8),
                Activation.LINEAR,
                Activation.LINEAR,
                Activation.SIGMOID,
                DenseSpec.Tying.TIED,
                bottleneck);
    }

    private static DenseAutoencoder network(Bottleneck bottleneck) {
        return DenseAutoencoder.initialized(spec(bottleneck), Initialization.GLOROT, RandomSource.of(1));
    }
}
