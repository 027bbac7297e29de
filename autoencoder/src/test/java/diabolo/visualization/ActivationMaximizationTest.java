package diabolo.visualization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.Classifier;
import diabolo.model.ClassifierSpec;
import diabolo.model.Initialization;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ActivationMaximizationTest {

    private static final ClassifierSpec SPEC = ClassifierSpec.sigmoid(3, 12, 5, 4);
    private static final double LENGTH = 2;

    /** Ng (2011): of the first layer the maximum is the weights, scaled. */
    @Test
    void ofTheFirstLayerItIsTheWeights() {
        List<NamedArray> weights = SPEC.firstWeights(Initialization.GLOROT_SIGMOID, RandomSource.of(3));
        float[] first = weights.getFirst().values();
        try (Classifier classifier = Classifier.of(SPEC, weights)) {
            float[] found =
                    new ActivationMaximization(classifier, LENGTH, 300).inputs(1, new int[] {2}, RandomSource.of(1))[0];
            double squares = 0;
            for (int i = 0; i < 12; i++) {
                squares += first[24 + i] * first[24 + i];
            }
            for (int i = 0; i < 12; i++) {
                assertThat((double) found[i]).isCloseTo(LENGTH * first[24 + i] / Math.sqrt(squares), within(1e-3));
            }
        }
    }

    @Test
    void noOtherInputOfThatLengthIsGreater() {
        try (Classifier classifier =
                Classifier.of(SPEC, SPEC.firstWeights(Initialization.GLOROT_SIGMOID, RandomSource.of(4)))) {
            ActivationMaximization search = new ActivationMaximization(classifier, LENGTH, 300);
            for (int layer = 1; layer <= 3; layer++) {
                float[][] found = search.inputs(layer, new int[] {0, 1}, RandomSource.of(1));
                float[][] sums = classifier.sums(layer, found);
                float[][] others = classifier.sums(layer, random(2000));
                for (int unit = 0; unit < 2; unit++) {
                    for (float[] other : others) {
                        assertThat(other[unit]).isLessThan(sums[unit][unit]);
                    }
                }
            }
            assertThatThrownBy(() -> search.inputs(4, new int[] {0}, RandomSource.of(1)))
                    .hasMessageContaining("layer");
        }
    }

    private static float[][] random(int count) {
        RandomGenerator random = RandomSource.of(9).generator();
        float[][] inputs = new float[count][12];
        for (float[] input : inputs) {
            double squares = 0;
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) random.nextGaussian();
                squares += input[i] * input[i];
            }
            for (int i = 0; i < input.length; i++) {
                input[i] *= (float) (LENGTH / Math.sqrt(squares));
            }
        }
        return inputs;
    }
}
