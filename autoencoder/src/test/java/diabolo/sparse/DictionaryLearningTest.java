package diabolo.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryLearningTest {

    private static final int DIMENSIONS = 16;
    private static final int ELEMENTS = 24;
    private static final DictionaryLearning LEARNING =
            new DictionaryLearning(ELEMENTS, new SparseCoding(0.1, 50), 100, 500, 0.3);

    @TempDir
    private Path folder;

    private static Dictionary hidden() {
        RandomGenerator random = RandomSource.of(5).generator();
        float[][] elements = new float[ELEMENTS][DIMENSIONS];
        for (float[] element : elements) {
            for (int i = 0; i < DIMENSIONS; i++) {
                element[i] = (float) random.nextGaussian();
            }
            float length = (float) Math.sqrt(Dictionary.squares(element));
            for (int i = 0; i < DIMENSIONS; i++) {
                element[i] /= length;
            }
        }
        return new Dictionary(elements);
    }

    /** Sums of two elements each. */
    private static float[][] examples() {
        RandomGenerator random = RandomSource.of(6).generator();
        float[][] codes = new float[3_000][ELEMENTS];
        for (float[] code : codes) {
            code[random.nextInt(ELEMENTS)] += (float) random.nextDouble(1, 2);
            code[random.nextInt(ELEMENTS)] -= (float) random.nextDouble(1, 2);
        }
        return hidden().decode(codes);
    }

    @Test
    void theElementsThatExamplesWereMadeOfAreFound() {
        Dictionary learned = LEARNING.learn(examples(), RandomSource.of(1), _ -> {});

        long found = 0;
        for (float[] element : hidden().elements()) {
            double nearest = 0;
            for (float[] candidate : learned.elements()) {
                double cosine = 0;
                for (int i = 0; i < DIMENSIONS; i++) {
                    cosine += element[i] * candidate[i];
                }
                nearest = Math.max(nearest, Math.abs(cosine));
            }
            found += nearest > 0.98 ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(ELEMENTS - 2);
    }

    @Test
    void interruptedLearningEndsWithTheSameElements() throws IOException {
        DictionaryLearning few = new DictionaryLearning(ELEMENTS, new SparseCoding(0.1, 20), 50, 30, 0.3);
        Path file = folder.resolve("dictionary.safetensors");
        float[][] examples = examples();
        Dictionary whole = few.learn(examples, RandomSource.of(1), _ -> {});

        Dictionary kept = few.learnResumably(examples, RandomSource.of(1), _ -> {}, file);
        Dictionary resumed = few.learnResumably(
                examples,
                RandomSource.of(1),
                share -> {
                    if (share < 1) {
                        throw new CancellationException("it has learned before");
                    }
                },
                file);

        assertThat(kept.elements()).isDeepEqualTo(whole.elements());
        assertThat(resumed.elements()).isDeepEqualTo(whole.elements());
        assertThatThrownBy(() -> few.learnResumably(examples, RandomSource.of(2), _ -> {}, file))
                .hasMessageContaining("other settings or other examples");
    }
}
