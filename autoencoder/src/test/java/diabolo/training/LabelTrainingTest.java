package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.model.Sampler;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.representation.Cells;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTrainingTest {

    private static final int EPOCHS = 100;
    private static final DenseSpec SPEC = new DenseSpec(
            List.of(12, 16, 20), Activation.SIGMOID, Activation.SIGMOID, Activation.SIGMOID, DenseSpec.Tying.UNTIED);
    private static final Stage STAGE = new Stage(
            "decoder from labels",
            Scope.DECODER,
            Objective.of(Loss.BINARY_CROSS_ENTROPY),
            Schedule.epochs(EPOCHS, 8, LearningRate.constant(0.05)),
            Excerpts.WHOLE);
    private static final float[][] FRAMES = Examples.randomBits(8, 12, RandomSource.of(2));
    private static final float[][] LABELS = Examples.randomBits(8, 20, RandomSource.of(3));

    @Test
    void labelsAreRandomBitsOfTheSeed() {
        float[][] labels = Examples.randomBits(20, 64, RandomSource.of(5));

        assertThat(labels).hasDimensions(20, 64);
        assertThat(labels[0]).containsOnly(0, 1);
        assertThat(Examples.randomBits(20, 64, RandomSource.of(5))).isDeepEqualTo(labels);
        assertThat(labels[0]).isNotEqualTo(labels[1]);
    }

    @Test
    void theDecoderLearnsWhichExampleBelongsToALabel() {
        List<Double> losses = new ArrayList<>();

        try (DenseAutoencoder network = train(LABELS, losses)) {
            assertThat(network.decode(LABELS, Sampler.LIKELIEST))
                    .containsExactlyElementsOf(
                            Arrays.stream(FRAMES).map(Cells::new).toList());
        }

        assertThat(losses).hasSize(EPOCHS);
        assertThat(losses.getLast()).isLessThan(losses.getFirst() / 10);
    }

    @Test
    void theSameSeedGivesTheSameDecoder() {
        try (DenseAutoencoder one = train(LABELS, new ArrayList<>());
                DenseAutoencoder other = train(LABELS, new ArrayList<>())) {
            assertThat(one.decode(LABELS)).isDeepEqualTo(other.decode(LABELS));
        }
    }

    @Test
    void everyExampleNeedsALabel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> train(new float[7][20], new ArrayList<>()))
                .withMessageContaining("7 labels, 8 examples");
    }

    private static DenseAutoencoder train(float[][] labels, List<Double> losses) {
        TrainingPlan plan = new TrainingPlan(SPEC, Initialization.GLOROT_SIGMOID, List.of(STAGE), 1);
        return new Trainer(plan)
                .train(Examples.labelled(labels, FRAMES), progress -> losses.add(progress.loss()))
                .dense();
    }
}
