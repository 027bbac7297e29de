package diabolo.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LstmEquationsTest {

    @Test
    void theHyperbolicTangentIsAsNearAsPromised() {
        for (float x = -12; x < 12; x += 0.001f) {
            double exact = Math.tanh(x);

            assertThat((double) LstmEquations.tanh(x)).isCloseTo(exact, within(4e-7 * Math.abs(exact)));
        }
    }

    @Test
    void theSigmoidIsAsNearAsPromised() {
        for (float x = -24; x < 24; x += 0.001f) {
            float[] values = {x};
            LstmEquations.sigmoid(values);

            assertThat((double) values[0]).isCloseTo(1 / (1 + Math.exp(-x)), within(3e-7));
        }
    }

    @Test
    void functionsOfNoNumberAreNone() {
        assertThat(LstmEquations.tanh(Float.NaN)).isNaN();
        assertThat(LstmEquations.tanh(Float.POSITIVE_INFINITY)).isCloseTo(1, within(4e-7f));
    }
}
