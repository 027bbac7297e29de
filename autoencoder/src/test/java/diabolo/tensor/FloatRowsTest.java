package diabolo.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FloatRowsTest {

    @Test
    void productsAreOfEveryRowWithEveryOther() {
        try (FloatRows rows = new FloatRows(2, 3);
                FloatRows others = new FloatRows(3, 3)) {
            rows.set(0, new float[] {1, 2, 3});
            rows.set(1, new float[] {0, 1, 0});
            others.set(1, new float[] {1, 1, 1});
            others.set(2, new float[] {0, 5, 2});

            assertThat(rows.products(2, others, 1, 2)).containsExactly(6, 16, 1, 5);
            assertThat(rows.products(1, others, 0, 1)).containsExactly(0);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        try (FloatRows rows = new FloatRows(2, 3)) {
            assertThatThrownBy(() -> rows.set(2, new float[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("row 2 of 3 numbers does not fit into 2 rows of 3");
            assertThatThrownBy(() -> rows.products(1, rows, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
