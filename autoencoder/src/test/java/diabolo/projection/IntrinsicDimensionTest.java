package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntrinsicDimensionTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void dimensionIsThatOfTheManifoldNotOfTheSpace(int dimension) {
        float[][] flat = RandomPoints.normal(2_000, dimension, 3);
        float[][] points = new float[flat.length][12];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < 12; j++) {
                points[i][j] = (float) Math.sin(0.3 * flat[i][j % dimension] + j); // curved
            }
        }

        assertThat(IntrinsicDimension.of(points, 15, _ -> {})).isEqualTo(dimension, within(0.1 * dimension));
    }

    @Test
    void rolledSheetHasTwoDimensions() {
        assertThat(IntrinsicDimension.of(Golden.roll(), 10, _ -> {})).isEqualTo(2, within(0.3));
    }

    @Test
    void scaleDoesNotMatter() {
        float[][] points = Golden.blobs();
        double before = IntrinsicDimension.of(points, 10, _ -> {});
        for (float[] point : points) {
            for (int i = 0; i < point.length; i++) {
                point[i] *= 1024;
            }
        }

        assertThat(IntrinsicDimension.of(points, 10, _ -> {})).isEqualTo(before, within(1e-9));
    }

    @Test
    void pointsInOnePlaceAreRefused() {
        assertThatThrownBy(() -> IntrinsicDimension.of(new float[10][2], 4, _ -> {}))
                .hasMessage("all neighbours are in the places of their points; leave out points that are given twice");
    }
}
