package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.Assembly;
import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.tensor.NamedArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {

    private static final Schedule NOTHING = Tiny.SCHEDULE.with(new Schedule.Epochs(0));

    static List<LongFunction<TrainingPlan>> everyPretraining() {
        return List.of(
                seed -> Tiny.plan(Tiny.BINARY, Tiny.SCHEDULE, seed),
                seed -> Tiny.byAutoencoders(Tiny.SCHEDULE, seed),
                seed -> Tiny.byBoltzmannMachines(Tiny.SCHEDULE, seed));
    }

    @ParameterizedTest
    @MethodSource("everyPretraining")
    void theSameSeedGivesTheSameWeightsAndAnotherSeedOthers(LongFunction<TrainingPlan> plan) {
        float[][] frames = Tiny.frames(10);

        List<NamedArray> once = Tiny.train(plan.apply(1), frames);
        List<NamedArray> again = Tiny.train(plan.apply(1), frames);
        List<NamedArray> other = Tiny.train(plan.apply(2), frames);

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void theLossFallsOnOneBatchWithinFiftyUpdates() {
        Schedule fifty = Schedule.updates(50, 8, LearningRate.constant(2e-2));
        try (Trained trained = train(Tiny.plan(Tiny.BINARY, fifty, 1), Tiny.frames(8))) {
            double first = trained.curve().getFirst().loss();
            double last = trained.curve().getLast().loss();

            assertThat(last).isLessThan(0.8 * first);
        }
    }

    @Test
    void contrastiveDivergenceLearnsToReconstruct() {
        Schedule layers = Schedule.epochs(200, 4, LearningRate.constant(0.1)).with(OptimizerSpec.GradientDescent.PLAIN);
        TrainingPlan plan = Tiny.inCascade(new Objective.ContrastiveDivergence(1), layers, NOTHING, 1);
        try (Trained trained = train(plan, Tiny.frames(16))) {

            List<CurvePoint> first =
                    trained.curve().stream().filter(point -> point.phase() == 0).toList();

            assertThat(first).hasSize(200);
            assertThat(first.getLast().loss()).isLessThan(0.5 * first.getFirst().loss());
        }
    }

    @Test
    void everyStageLearnsFromTheStatesOfTheOneBeforeAndTheWholeIsTheirComposition() {
        float[][] frames = Tiny.frames(12);

        try (Trained trained = train(Tiny.byAutoencoders(NOTHING, 1), frames)) {
            List<DenseAutoencoder> stages = new ArrayList<>();
            for (int layer = 0; layer < Tiny.SPEC.depth(); layer++) {
                stages.add(trained.layer(layer));
            }
            float[][] functional = Assembly.encode(stages, frames);
            float[][] structural = trained.dense().encode(frames);

            assertThat(structural).isDeepEqualTo(functional);
            assertThat(trained.dense().decode(structural)).isDeepEqualTo(Assembly.decode(stages, functional));
            stages.forEach(DenseAutoencoder::close);
        }
    }

    @Test
    void trainingStopsEarlyWhenTheLossNoLongerFalls() {
        Schedule patient = Schedule.epochs(500, 8, LearningRate.constant(1e-12)).with(new EarlyStopping(3, 0.01));

        try (Trained trained = train(Tiny.plan(Tiny.BINARY, patient, 1), Tiny.frames(8))) {
            assertThat(trained.curve()).hasSize(4);
        }
    }

    @Test
    void boltzmannMachinesStopEarlyToo() {
        Schedule patient = Schedule.epochs(500, 8, LearningRate.constant(1e-12))
                .with(OptimizerSpec.GradientDescent.PLAIN)
                .with(new EarlyStopping(3, 0.9));

        try (Trained trained =
                train(Tiny.inCascade(new Objective.ContrastiveDivergence(1), patient, NOTHING, 1), Tiny.frames(8))) {
            assertThat(trained.curve()).hasSize(3 * 4);
        }
    }

    @Test
    void aBoltzmannMachineLearnsEquallyByGradientsAndDirectly() {
        Schedule direct = Schedule.epochs(5, 4, LearningRate.constant(0.1)).with(OptimizerSpec.GradientDescent.PLAIN);
        Schedule byGradients = direct.with(new Clipping(1e6, 1e6)); // reached by none of them
        Objective divergence = new Objective.ContrastiveDivergence(2);

        List<NamedArray> one = Tiny.train(Tiny.inCascade(divergence, direct, NOTHING, 1), Tiny.frames(10));
        List<NamedArray> other = Tiny.train(Tiny.inCascade(divergence, byGradients, NOTHING, 1), Tiny.frames(10));

        assertClose(other, one, 1e-4);
    }

    @Test
    void clippedGradientsChangeABoltzmannMachineLess() {
        Schedule clipped = Schedule.epochs(1, 16, LearningRate.constant(0.1))
                .with(OptimizerSpec.GradientDescent.PLAIN)
                .with(new Clipping(1e-6, 1e6));
        Objective divergence = new Objective.ContrastiveDivergence(1);

        List<NamedArray> moved = Tiny.train(Tiny.inCascade(divergence, clipped, NOTHING, 1), Tiny.frames(10));
        Schedule none = clipped.with(new Schedule.Epochs(0));

        assertClose(moved, Tiny.train(Tiny.inCascade(divergence, none, NOTHING, 1), Tiny.frames(10)), 1e-6);
    }

    @Test
    void aLengthInUpdatesEndsWithinAnEpochAndItsRateFallsToTheEnd() {
        Schedule seven = Schedule.updates(7, 4, LearningRate.cosine(1e-2, 1e-4)); // of 10 examples: 3 batches an epoch

        try (Trained trained = train(Tiny.plan(Tiny.BINARY, seven, 1), Tiny.frames(10))) {
            assertThat(trained.curve()).hasSize(3);
        }
        assertThat(seven.rateAfter(0, 10)).isEqualTo(1e-2);
        assertThat(seven.rateAfter(7, 10)).isCloseTo(1e-4, within(1e-12));
    }

    @Test
    void updatesOfWholeEpochsAreEpochs() {
        float[][] frames = Tiny.frames(10);

        List<NamedArray> epochs = Tiny.train(Tiny.plan(Tiny.BINARY, Tiny.SCHEDULE, 1), frames);
        List<NamedArray> updates =
                Tiny.train(Tiny.plan(Tiny.BINARY, Tiny.SCHEDULE.with(new Schedule.Updates(12)), 1), frames);

        assertThat(updates).isEqualTo(epochs);
    }

    @Test
    void everyOptimizerLearns() {
        List<OptimizerSpec> optimizers =
                List.of(OptimizerSpec.ADAM, new OptimizerSpec.GradientDescent(0.9), new OptimizerSpec.Lbfgs(10));
        for (OptimizerSpec optimizer : optimizers) {
            double rate = optimizer instanceof OptimizerSpec.Lbfgs ? 1 : 1e-2;
            Schedule schedule =
                    Schedule.epochs(60, 16, LearningRate.constant(rate)).with(optimizer);
            try (Trained trained = train(Tiny.plan(Tiny.BINARY, schedule, 1), Tiny.frames(16))) {
                assertThat(trained.curve().getLast().loss())
                        .as("%s", optimizer)
                        .isLessThan(0.8 * trained.curve().getFirst().loss());
            }
        }
    }

    @Test
    void lbfgsNeedsAllExamplesInOneBatch() {
        Schedule schedule = Schedule.epochs(1, 4, LearningRate.constant(1)).with(new OptimizerSpec.Lbfgs(10));

        assertThatThrownBy(() -> Tiny.train(Tiny.plan(Tiny.BINARY, schedule, 1), Tiny.frames(10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all 10 examples in one batch, but batchSize is 4");
    }

    @Test
    void nativeMemoryStaysFlatOverAThousandUpdates() {
        float[][] frames = Tiny.frames(4);
        Objective noisy = Objective.of(Loss.BINARY_CROSS_ENTROPY).withCodeNoise(1);
        Schedule warm = Schedule.epochs(200, 4, LearningRate.constant(1e-3));
        Tiny.train(Tiny.plan(noisy, warm, 1), frames);

        long before = org.bytedeco.javacpp.Pointer.totalCount();
        Tiny.train(Tiny.plan(noisy, warm.with(new Schedule.Epochs(1000)), 1), frames);

        assertThat(org.bytedeco.javacpp.Pointer.totalCount() - before)
                .as("native objects that nobody freed")
                .isLessThan(50);
    }

    @Test
    void boltzmannMachinesNeedATiedSigmoidNetwork() {
        var relu = new DenseSpec(
                List.of(8, 4), Activation.RELU, Activation.RELU, Activation.SIGMOID, DenseSpec.Tying.UNTIED);

        assertThatThrownBy(() -> TrainingPlan.inCascade(
                        relu,
                        Initialization.GLOROT,
                        new Objective.ContrastiveDivergence(1),
                        Tiny.SCHEDULE,
                        Stage.whole(Tiny.BINARY, Tiny.SCHEDULE),
                        1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pre-train by AUTOENCODERS");
    }

    @Test
    void allLayersAreTrainedFromTheFrameUp() {
        Stage second = Stage.layer("second", 1, Tiny.BINARY, Tiny.SCHEDULE);
        Stage first = Stage.layer("first", 0, Tiny.BINARY, Tiny.SCHEDULE);
        Stage whole = Stage.whole(Tiny.BINARY, Tiny.SCHEDULE);

        assertThatThrownBy(() -> plan(second, whole)).hasMessageContaining("from the frame up");
        assertThatThrownBy(() -> plan(first, whole)).hasMessageContaining("train all or none");
        assertThatThrownBy(TrainerTest::plan).hasMessageContaining("at least one stage");
    }

    private static TrainingPlan plan(Stage... stages) {
        return new TrainingPlan(Tiny.SPEC, Initialization.GLOROT, List.of(stages), 1);
    }

    @Test
    void examplesOfAnotherSizeAreRefusedWithBothSizes() {
        TrainingPlan plan = Tiny.plan(Tiny.BINARY, Tiny.SCHEDULE, 1);

        assertThatThrownBy(() -> train(plan, new float[2][23]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a network 24-10-5-3 takes examples of size 24, was given one of 23");
        assertThatThrownBy(() -> train(plan, new float[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there was none");
    }

    private static Trained train(TrainingPlan plan, float[][] frames) {
        return new Trainer(plan).train(Examples.of(frames), TrainingMonitor.SILENT);
    }

    private static void assertClose(List<NamedArray> arrays, List<NamedArray> expected, double tolerance) {
        for (int array = 0; array < expected.size(); array++) {
            assertThat(arrays.get(array).values())
                    .as(expected.get(array).name())
                    .usingComparatorWithPrecision((float) tolerance)
                    .containsExactly(expected.get(array).values());
        }
    }
}
