package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterpolationTest {

    private static final Offset<Float> ROUNDING = within(1e-6f);
    private static final float[] EAST = {2, 0};
    private static final float[] NORTH = {0, 2};

    @ParameterizedTest
    @EnumSource
    void theEndsAreTheCodes(Interpolation interpolation) {
        assertThat(interpolation.between(EAST, NORTH, 0)).containsExactly(EAST, ROUNDING);
        assertThat(interpolation.between(EAST, NORTH, 1)).containsExactly(NORTH, ROUNDING);
    }

    @ParameterizedTest
    @EnumSource
    void thePathBackHasTheSamePoints(Interpolation interpolation) {
        assertThat(interpolation.between(EAST, NORTH, 0.3))
                .containsExactly(interpolation.between(NORTH, EAST, 0.7), ROUNDING);
    }

    @ParameterizedTest
    @EnumSource
    void interpolatingBetweenEqualCodesGivesThatCode(Interpolation interpolation) {
        assertThat(interpolation.between(EAST, EAST, 0.4)).containsExactly(EAST, ROUNDING);
    }

    @Test
    void theMiddleOfTheLineIsTheMeanAndThatOfTheArcHasTheSameNorm() {
        float onTheArc = (float) Math.sqrt(2);

        assertThat(Interpolation.LINEAR.between(EAST, NORTH, 0.5)).containsExactly(1, 1);
        assertThat(Interpolation.SPHERICAL.between(EAST, NORTH, 0.5))
                .containsExactly(new float[] {onTheArc, onTheArc}, ROUNDING);
    }

    @Test
    void parallelCodesAreJoinedByTheLine() {
        assertThat(Interpolation.SPHERICAL.between(EAST, new float[] {6, 0}, 0.25))
                .containsExactly(new float[] {3, 0}, ROUNDING);
    }

    @Test
    void oppositeCodesHaveNoArcAndAreJoinedByTheLine() {
        assertThat(Interpolation.SPHERICAL.between(EAST, new float[] {-2, 0}, 0.25))
                .containsExactly(new float[] {1, 0}, ROUNDING);
    }

    @Test
    void theOriginHasNoDirectionAndIsJoinedByTheLine() {
        assertThat(Interpolation.SPHERICAL.between(EAST, new float[2], 0.5))
                .containsExactly(new float[] {1, 0}, ROUNDING);
    }

    @Test
    void codesOfDifferentSizesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpolation.LINEAR.between(EAST, new float[3], 0.5))
                .withMessageContaining("2 and 3 dimensions");
    }
}
