package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PointProductsTest {

    private static final int NEIGHBOURS = 7;

    @Test
    void neighboursAreThoseByDifferences() {
        assertSameAsByDifferences(RandomPoints.normal(2_100, 40, 1));
    }

    @Test
    void neighboursFarFromTheOriginAreExactToo() {
        float[][] points = RandomPoints.normal(500, 40, 2);
        for (float[] point : points) {
            for (int dimension = 0; dimension < point.length; dimension++) {
                point[dimension] = 30_000 + point[dimension] / 50;
            }
        }
        assertSameAsByDifferences(points);
    }

    @Test
    void neighboursAreExactWhereProductsAreTooLargeOrTooSmallForFloats() {
        for (float scale : new float[] {1e25f, 1e-25f}) {
            float[][] points = RandomPoints.normal(100, 40, 3);
            for (float[] point : points) {
                for (int dimension = 0; dimension < point.length; dimension++) {
                    point[dimension] *= scale;
                }
            }
            assertSameAsByDifferences(points);
        }
    }

    @Test
    void pointsInOnePlaceComeInTheOrderOfTheirIndices() {
        float[][] points = new float[90][];
        Arrays.setAll(points, point -> RandomPoints.normal(10, 40, 4)[point % 10]);
        assertSameAsByDifferences(points);
    }

    private static void assertSameAsByDifferences(float[][] points) {
        float[][] queries = Arrays.copyOf(points, Math.min(points.length, PointProducts.QUERIES));
        SquaredDistances differences = new SquaredDistances(points);
        int[][] expectedIndices = new int[queries.length][NEIGHBOURS];
        double[][] expected = new double[queries.length][NEIGHBOURS];
        for (int query = 0; query < queries.length; query++) {
            new Nearest(query, expectedIndices[query], expected[query]).offerAll(differences.from(queries[query]));
        }

        int[][] indices = new int[queries.length][NEIGHBOURS];
        double[][] squared = new double[queries.length][NEIGHBOURS];
        Nearest[] nearest = new Nearest[queries.length];
        Arrays.setAll(nearest, query -> new Nearest(query, indices[query], squared[query]));
        try (PointProducts products = new PointProducts(points)) {
            products.offerTo(queries, nearest);
        }

        assertThat(indices).isDeepEqualTo(expectedIndices);
        for (int query = 0; query < queries.length; query++) {
            for (int i = 0; i < NEIGHBOURS; i++) {
                assertThat(squared[query][i]).isEqualTo(expected[query][i], within(1e-12 * expected[query][i]));
            }
        }
    }
}
