package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.Assembly;
import diabolo.model.Classifier;
import diabolo.model.ClassifierSpec;
import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTrainingTest {

    private static final ClassifierSpec DEEP = ClassifierSpec.sigmoid(3, 6, 8, 8);

    @TempDir
    private Path folder;

    /** Losses and weights by PyTorch 1.13 in double precision: batch normalization, residual connection, weight decay of the softmax. */
    @Test
    void aTrainingGoesAsInPyTorch() {
        ClassifierSpec spec = ClassifierSpec.of(Activation.TANH, 3, 4, 3, 3)
                .withBatchNormalization()
                .withResidualConnections();
        List<NamedArray> weights = spec.firstWeights(Initialization.GLOROT, RandomSource.of(1)).stream()
                .map(ClassifierTrainingTest::sines)
                .toList();
        float[][] frames = new float[5][];
        for (int row = 0; row < frames.length; row++) {
            frames[row] = sines(11 + 4 * row, 4);
        }
        Schedule schedule = Schedule.epochs(3, 5, LearningRate.constant(0.1)).with(OptimizerSpec.GradientDescent.PLAIN);
        TrainingPlan plan = plan(spec, List.of(Stage.whole(new Objective.Classification(0.01), schedule)));

        try (Trained trained = new Trainer(plan)
                .startingFrom(weights)
                .train(Examples.classified(frames, new int[] {0, 2, 1, 1, 0}), TrainingMonitor.SILENT)) {
            assertThat(trained.curve().stream().mapToDouble(CurvePoint::loss).toArray())
                    .containsExactly(new double[] {1.1740709, 1.1226943, 1.0887620}, within(2e-6));
            assertThat(trained.classifier().probabilities(frames)[1])
                    .containsExactly(new float[] {0.23381525f, 0.68040127f, 0.08578350f}, within(2e-6f));
            assertThat(array(trained, "hidden.1.scale"))
                    .containsExactly(new float[] {1.0017515f, 0.9985362f, 0.9958979f}, within(2e-6f));
        }
    }

    private static NamedArray sines(NamedArray array) {
        int layer = array.name().startsWith("hidden.") ? array.name().charAt("hidden.".length()) - '0' : 6;
        return switch (array.name().substring(array.name().lastIndexOf('.') + 1)) {
            case "weight" -> new NamedArray(array.name(), array.shape(), sines(1 + layer, array.values().length));
            case "bias" -> new NamedArray(array.name(), array.shape(), sines(3 + layer, array.values().length));
            default -> array;
        };
    }

    private static float[] sines(int phase, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (0.8 * Math.sin(phase + i));
        }
        return values;
    }

    private static float[] array(Trained trained, String name) {
        return trained.result().parameters().toArrays().stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void layersPretrainedOneByOneAreThoseOfTheWhole() {
        Examples examples = threeClasses(120, 3);
        List<Stage> stages = List.of(
                Stage.layer("first", 0, Objective.denoising(Loss.BINARY_CROSS_ENTROPY, 0.25), schedule(3)),
                Stage.layer("second", 1, new Objective.ContrastiveDivergence(1), schedule(3)));
        TrainingPlan plan = plan(DEEP, stages);

        try (Trained trained = new Trainer(plan).train(examples, TrainingMonitor.SILENT);
                DenseAutoencoder first = trained.layer(0);
                DenseAutoencoder second = trained.layer(1)) {
            float[][] frames = frames(20, 4);
            float[][] byFunction = Assembly.encode(List.of(first, second), frames);

            assertThat(trained.classifier().states(1, frames)).isDeepEqualTo(byFunction);
        }
    }

    @Test
    void itLearnsWhatCanBeLearned() {
        ClassifierSpec whole = DEEP.withDropout(new ClassifierSpec.Dropout(0.1, 0.2))
                .withBatchNormalization()
                .withResidualConnections();
        for (ClassifierSpec spec : List.of(DEEP, whole)) {
            TrainingPlan plan = plan(spec, List.of(Stage.whole(Objective.Classification.PLAIN, schedule(60))));
            try (Trained trained = new Trainer(plan).train(threeClasses(300, 5), TrainingMonitor.SILENT)) {
                float[][] others = frames(200, 6);
                assertThat(trained.classifier().accuracy(others, classes(others)))
                        .as(spec.toString())
                        .isGreaterThan(0.9);
            }
        }
    }

    @Test
    void aKilledTrainingEndsWithTheSameWeights() throws IOException {
        Path checkpoint = folder.resolve("classifier.safetensors");
        ClassifierSpec spec =
                DEEP.withDropout(new ClassifierSpec.Dropout(0.1, 0.5)).withBatchNormalization();
        TrainingPlan plan = plan(
                spec,
                List.of(
                        Stage.layer("first", 0, Objective.denoising(Loss.BINARY_CROSS_ENTROPY, 0.25), schedule(2)),
                        Stage.layer("second", 1, Objective.denoising(Loss.BINARY_CROSS_ENTROPY, 0.25), schedule(2)),
                        Stage.whole(Objective.Classification.PLAIN, schedule(4))));
        Examples examples = threeClasses(90, 7);
        try (Trained whole = new Trainer(plan).train(examples, TrainingMonitor.SILENT)) {
            assertThatThrownBy(() -> new Trainer(plan)
                            .checkpointingEveryEpoch()
                            .trainResumably(examples, new KilledAfter(6), checkpoint))
                    .isInstanceOf(KilledAfter.Killed.class);
            try (Trained resumed = new Trainer(plan).trainResumably(examples, TrainingMonitor.SILENT, checkpoint)) {
                for (NamedArray array : whole.result().parameters().toArrays()) {
                    assertThat(array(resumed, array.name())).as(array.name()).containsExactly(array.values());
                }
            }
        }
    }

    /** Stops a training after some epochs. */
    private static final class KilledAfter implements TrainingMonitor {

        @SuppressWarnings("serial") // never written
        private static final class Killed extends RuntimeException {}

        private int left;

        KilledAfter(int epochs) {
            this.left = epochs;
        }

        @Override
        public void epochDone(Progress progress) {
            if (left-- == 0) {
                throw new Killed();
            }
        }
    }

    @Test
    void theObserverSeesEveryEpoch() {
        List<Integer> seen = new ArrayList<>();
        TrainingPlan plan = plan(DEEP, List.of(Stage.whole(Objective.Classification.PLAIN, schedule(3))));

        try (Trained _ = new Trainer(plan)
                .observedBy((_, epochs, network) -> {
                    seen.add(epochs);
                    assertThat(network.classifier().orElseThrow().probabilities(frames(2, 1)))
                            .hasDimensions(2, 3);
                })
                .train(threeClasses(30, 8), TrainingMonitor.SILENT)) {
            assertThat(seen).containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void whatDoesNotSuitIsRefusedWithAReason() {
        Stage classification = Stage.whole(Objective.Classification.PLAIN, schedule(1));
        assertThatThrownBy(() -> plan(DEEP, List.of(Stage.whole(Objective.of(Loss.SQUARED_ERROR), schedule(1)))))
                .hasMessageContaining("is a classifier");
        assertThatThrownBy(() ->
                        new TrainingPlan(DenseSpec.sigmoid(6, 2), Initialization.GLOROT, List.of(classification), 1))
                .hasMessageContaining("has no classes");
        TrainingPlan plan = plan(DEEP, List.of(classification));
        assertThatThrownBy(() -> new Trainer(plan)
                        .train(Examples.classified(frames(2, 1), new int[] {0, 3}), TrainingMonitor.SILENT))
                .hasMessageContaining("has the classes 0 to 2, was given 3");
        assertThatThrownBy(() -> Classifier.of(DEEP, List.of())).hasMessageContaining("needs hidden.0.weight");
    }

    private static TrainingPlan plan(ClassifierSpec spec, List<Stage> stages) {
        return new TrainingPlan(spec, Initialization.GLOROT_SIGMOID, stages, 1);
    }

    private static Schedule schedule(int epochs) {
        return Schedule.epochs(epochs, 20, LearningRate.constant(0.01));
    }

    /** Frames whose greatest pair of cells gives the class. */
    private static Examples threeClasses(int count, long seed) {
        float[][] frames = frames(count, seed);
        return Examples.classified(frames, classes(frames));
    }

    private static float[][] frames(int count, long seed) {
        RandomGenerator random = RandomSource.of(seed).generator();
        float[][] frames = new float[count][6];
        for (float[] frame : frames) {
            int bright = random.nextInt(3);
            for (int cell = 0; cell < frame.length; cell++) {
                frame[cell] = (cell / 2 == bright ? 0.6f : 0) + 0.4f * random.nextFloat();
            }
        }
        return frames;
    }

    private static int[] classes(float[][] frames) {
        return Arrays.stream(frames)
                .mapToInt(frame -> {
                    int best = 0;
                    for (int pair = 1; pair < 3; pair++) {
                        boolean brighter =
                                frame[2 * pair] + frame[2 * pair + 1] > frame[2 * best] + frame[2 * best + 1];
                        best = brighter ? pair : best;
                    }
                    return best;
                })
                .toArray();
    }
}
