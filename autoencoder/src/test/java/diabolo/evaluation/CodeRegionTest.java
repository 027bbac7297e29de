package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CodeRegionTest {

    private static final float[][] CODES = {{0, -1}, {2, 3}, {1, 0}};

    @Test
    void theRegionIsEachUnitsRange() {
        CodeRegion region = CodeRegion.of(CODES);

        assertThat(region.lowest()).containsExactly(0, -1);
        assertThat(region.highest()).containsExactly(2, 3);
    }

    @Test
    void theCodesItWasMadeOfLieInside() {
        assertThat(CodeRegion.of(CODES).outsideShare(CODES)).isZero();
    }

    @Test
    void numbersOutsideAreCountedOneByOne() {
        float[][] others = {{-0.1f, 0}, {2, 3.1f}, {5, 5}, {1, 1}};

        assertThat(CodeRegion.of(CODES).outsideShare(others)).isEqualTo(4.0 / 8);
    }

    @Test
    void noCodesHaveNoRegion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeRegion.of(new float[0][]))
                .withMessageContaining("at least one code");
        assertThat(CodeRegion.of(CODES).outsideShare(new float[0][])).isZero();
    }
}
