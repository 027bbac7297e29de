package diabolo.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.TensorScope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden values of torch.optim.Adadelta(lr=0.1, rho=0.95, eps=1e-6) in PyTorch 1.13 for p0² + 3 p1² + p0 p2 + cos p2. */
class AdadeltaTest {

    private static final double RATE = 0.1;

    @Test
    void updatesAreThoseOfTorch() {
        try (Parameters parameters = start();
                Optimizer adadelta = new OptimizerSpec.Adadelta(0.95).over(parameters)) {
            run(parameters, adadelta, 1);
            assertValues(parameters, 0.9995527863502502, -1.999552845954895, 0.49955281615257263);

            run(parameters, adadelta, 9);
            assertValues(parameters, 0.9953925013542175, -1.9953877925872803, 0.4953862130641937);

            run(parameters, adadelta, 40);
            assertValues(parameters, 0.9761989712715149, -1.9760313034057617, 0.4759635627269745);
        }
    }

    @Test
    void itGoesOnFromAStateBitForBit() {
        try (Parameters parameters = start();
                Parameters resumed = start();
                Optimizer adadelta = Adadelta.over(parameters, 0.95);
                Optimizer again = Adadelta.over(resumed, 0.95)) {
            run(parameters, adadelta, 5);
            again.restore(adadelta.state());
            resumed.values().copy_(parameters.values());

            run(parameters, adadelta, 5);
            run(resumed, again, 5);

            assertThat(values(resumed)).isEqualTo(values(parameters));
        }
    }

    @Test
    void itsTextReadsBack() {
        assertThat(OptimizerSpec.parse("ADADELTA 0.95")).isEqualTo(new OptimizerSpec.Adadelta(0.95));
        assertThat(new OptimizerSpec.Adadelta(0.95).text()).isEqualTo("ADADELTA 0.95");
        assertThatThrownBy(() -> OptimizerSpec.parse("ADADELTA 1"))
                .hasMessageContaining("at least 0 and below 1, was 1.0");
        assertThatThrownBy(() -> OptimizerSpec.parse("ADADELTA")).hasMessageContaining("such as ADADELTA 0.95");
    }

    private static Parameters start() {
        return Parameters.of(List.of(new NamedArray("p", new long[] {3}, new float[] {1, -2, 0.5f})));
    }

    private static void run(Parameters parameters, Optimizer optimizer, int updates) {
        for (int update = 0; update < updates; update++) {
            float[] p = values(parameters);
            float[] gradients = {2 * p[0] + p[2], 6 * p[1], p[0] - (float) Math.sin(p[2])};
            try (TensorScope _ = TensorScope.open()) {
                parameters.gradients().copy_(FrameTensors.of(gradients, 3));
            }
            optimizer.update(RATE, 0, () -> 0);
        }
    }

    private static void assertValues(Parameters parameters, double... expected) {
        float[] values = values(parameters);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) values[i]).isCloseTo(expected[i], within(2e-6));
        }
    }

    private static float[] values(Parameters parameters) {
        return parameters.toArrays().getFirst().values();
    }
}
