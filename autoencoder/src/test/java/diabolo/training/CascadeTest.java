package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.model.DenseAutoencoder;
import diabolo.model.Stack;
import diabolo.tensor.NamedArray;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CascadeTest {

    static List<Pretraining> everyPretraining() {
        return List.of(new Pretraining.None(), Tiny.BY_AUTOENCODERS, Tiny.BY_BOLTZMANN_MACHINES);
    }

    @ParameterizedTest
    @MethodSource("everyPretraining")
    void theSameSeedGivesTheSameWeightsAndAnotherSeedOthers(Pretraining pretraining) {
        float[][] frames = Tiny.frames(10);

        List<NamedArray> once = Tiny.train(Tiny.plan(pretraining, Tiny.TRAINING, 1), frames);
        List<NamedArray> again = Tiny.train(Tiny.plan(pretraining, Tiny.TRAINING, 1), frames);
        List<NamedArray> other = Tiny.train(Tiny.plan(pretraining, Tiny.TRAINING, 2), frames);

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void theLossFallsOnOneBatchWithinFiftyUpdates() {
        TrainingSpec fifty =
                new TrainingSpec(50, 8, LearningRate.constant(2e-2), Loss.BINARY_CROSS_ENTROPY, 0, EarlyStopping.NEVER);

        try (TrainedCascade trained =
                Cascade.of(Tiny.plan(new Pretraining.None(), fifty, 1)).train(Tiny.frames(8), TrainingMonitor.SILENT)) {
            double first = trained.curve().getFirst().loss();
            double last = trained.curve().getLast().loss();

            assertThat(last).isLessThan(0.8 * first);
        }
    }

    @Test
    void contrastiveDivergenceLearnsToReconstruct() {
        Pretraining long_ = new Pretraining.ByBoltzmannMachines(1, 200, 4, 0.1);

        try (TrainedCascade trained = Cascade.of(Tiny.plan(long_, Tiny.TRAINING.withEpochs(0), 1))
                .train(Tiny.frames(16), TrainingMonitor.SILENT)) {
            List<CurvePoint> first =
                    trained.curve().stream().filter(point -> point.phase() == 0).toList();

            assertThat(first).hasSize(200);
            assertThat(first.getLast().loss()).isLessThan(0.5 * first.getFirst().loss());
        }
    }

    @Test
    void everyStageLearnsFromTheStatesOfTheOneBeforeAndTheWholeIsTheirComposition() {
        float[][] frames = Tiny.frames(12);

        try (TrainedCascade trained = Cascade.of(Tiny.plan(Tiny.BY_AUTOENCODERS, Tiny.TRAINING.withEpochs(0), 1))
                .train(frames, TrainingMonitor.SILENT)) {
            List<DenseAutoencoder> stages = new ArrayList<>();
            for (int layer = 0; layer < Tiny.SPEC.depth(); layer++) {
                stages.add(trained.stage(layer));
            }
            float[][] functional = Stack.encode(stages, frames);
            float[][] structural = trained.network().encode(frames);

            assertThat(structural).isDeepEqualTo(functional);
            assertThat(trained.network().decode(structural)).isDeepEqualTo(Stack.decode(stages, functional));
            stages.forEach(DenseAutoencoder::close);
        }
    }

    @Test
    void trainingStopsEarlyWhenTheLossNoLongerFalls() {
        TrainingSpec patient = new TrainingSpec(
                500, 8, LearningRate.constant(1e-12), Loss.BINARY_CROSS_ENTROPY, 0, new EarlyStopping(3, 0.01));

        try (TrainedCascade trained = Cascade.of(Tiny.plan(new Pretraining.None(), patient, 1))
                .train(Tiny.frames(8), TrainingMonitor.SILENT)) {
            assertThat(trained.curve()).hasSize(4);
        }
    }

    @Test
    void nativeMemoryStaysFlatOverAThousandUpdates() {
        float[][] frames = Tiny.frames(4);
        TrainingSpec warm = new TrainingSpec(
                200, 4, LearningRate.constant(1e-3), Loss.BINARY_CROSS_ENTROPY, 1, EarlyStopping.NEVER);
        Tiny.train(Tiny.plan(new Pretraining.None(), warm, 1), frames);
        long before = org.bytedeco.javacpp.Pointer.totalCount();

        Tiny.train(Tiny.plan(new Pretraining.None(), warm.withEpochs(1000), 1), frames);

        assertThat(org.bytedeco.javacpp.Pointer.totalCount() - before)
                .as("native objects that nobody freed")
                .isLessThan(50);
    }

    @Test
    void boltzmannMachinesWantATiedSigmoidNetwork() {
        var relu = new diabolo.model.DenseSpec(
                List.of(8, 4),
                diabolo.nn.Activation.RELU,
                diabolo.nn.Activation.RELU,
                diabolo.nn.Activation.SIGMOID,
                diabolo.model.DenseSpec.Tying.UNTIED);

        assertThatThrownBy(() -> new CascadePlan(
                        relu, diabolo.model.Initialization.GLOROT, Tiny.BY_BOLTZMANN_MACHINES, Tiny.TRAINING, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pre-train by AUTOENCODERS");
    }

    @Test
    void examplesOfAnotherSizeAreRefusedWithBothSizes() {
        Cascade cascade = Cascade.of(Tiny.plan(new Pretraining.None(), Tiny.TRAINING, 1));

        assertThatThrownBy(() -> cascade.train(new float[2][23], TrainingMonitor.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a network 24-10-5-3 takes examples of 24 numbers, was given one of 23");
        assertThatThrownBy(() -> cascade.train(new float[0][], TrainingMonitor.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there was none");
    }
}
