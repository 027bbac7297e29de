package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ObjectnessTest {

    @Test
    void clearImagesOfAllClassesHaveAsManyAsThereAreClasses() {
        assertThat(Objectness.of(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}))
                .isCloseTo(3, within(1e-9));
    }

    @Test
    void imagesThatAreClassifiedAlikeHaveOne() {
        assertThat(Objectness.of(new float[][] {{0.7f, 0.3f}, {0.7f, 0.3f}})).isCloseTo(1, within(1e-9));
        assertThat(Objectness.of(new float[][] {{1, 0}, {1, 0}, {1, 0}})).isCloseTo(1, within(1e-9));
    }

    /** exp(0.9 ln (0.9 / 0.5) + 0.1 ln (0.1 / 0.5)), by hand. */
    @Test
    void unsureImagesHaveLess() {
        assertThat(Objectness.of(new float[][] {{0.9f, 0.1f}, {0.1f, 0.9f}})).isCloseTo(1.44493, within(1e-5));
        assertThat(Objectness.confidence(new float[][] {{0.9f, 0.1f}, {0.3f, 0.7f}}))
                .isCloseTo(0.8, within(1e-6));
    }
}
