package diabolo.model.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class CodeScaleTest {

    private static final Offset<Float> NEAR = within(1e-5f);

    @Test
    void fittedToOtherCodesItKeepsItsDimensionsAndMakesThemStandard() {
        CodeScale ofTwo = new CodeScale(new int[] {2, 0}, new float[] {9, 9, 9}, new float[] {5, 5});
        float[][] codes = {{1, 4, -3}, {3, 6, 1}};

        CodeScale fitted = ofTwo.fittedTo(codes);

        assertThat(fitted.kept()).containsExactly(2, 0);
        assertThat(fitted.means()).containsExactly(new float[] {2, 5, -1}, NEAR);
        assertThat(fitted.sequence(codes)).containsExactly(new float[] {-1, -1, 1, 1}, NEAR);
    }
}
