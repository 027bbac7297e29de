package diabolo.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class ProductsTest {

    private static final float BETWEEN_BFLOAT16 = 1 + 0x1p-9f;

    @Test
    void inBfloat16FactorsAreRoundedAndTheResultIsFloat32() {
        assertThat(product(Products.BFLOAT16)).isEqualTo(1);
        assertThat(product(Products.FLOAT32)).isCloseTo(BETWEEN_BFLOAT16 * BETWEEN_BFLOAT16, within(1e-6f));
    }

    @Test
    void afterwardsProductsAreExactAgainEvenIfTheForwardPassFailed() {
        assertThatThrownBy(() -> Products.BFLOAT16.during(() -> {
                    throw new IllegalStateException("on the way");
                }))
                .hasMessage("on the way");

        assertThat(product(Products.FLOAT32)).isGreaterThan(1);
    }

    @Test
    void gradientsComeBackInFloat32() {
        try (TensorScope _ = TensorScope.open()) {
            Tensor weight = FrameTensors.of(new float[] {1, 2, 3, 4}, 2, 2).requires_grad_(true);

            Products.BFLOAT16
                    .during(() -> torch.mm(weight, FrameTensors.of(new float[] {5, 6}, 2, 1)))
                    .sum()
                    .backward();

            assertThat(FrameTensors.toArray(weight.grad())).containsExactly(5, 6, 5, 6);
        }
    }

    private static float product(Products products) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor factor = FrameTensors.of(new float[] {BETWEEN_BFLOAT16}, 1, 1);
            return FrameTensors.toArray(products.during(() -> torch.mm(factor, factor)))[0];
        }
    }
}
