package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.RandomSource;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsomapTest {

    private static final RandomSource RANDOM = RandomSource.of(7);

    @Test
    void planeIsThatOfScikitLearnButForSigns() {
        float[][] plane = new Isomap(8).of(Golden.roll(), RANDOM, _ -> {});

        float[][] expected = Golden.floats("roll-isomap.txt");
        for (int axis = 0; axis < 2; axis++) {
            float sign = Math.signum(plane[0][axis] * expected[0][axis]);
            for (int point = 0; point < plane.length; point++) {
                assertThat(plane[point][axis]).isEqualTo(sign * expected[point][axis], within(1e-3f));
            }
        }
    }

    @Test
    void rolledSheetIsUnrolled() {
        SplittableRandom random = new SplittableRandom(11);
        float[][] roll = new float[1000][];
        float[][] sheet = new float[1000][];
        for (int i = 0; i < roll.length; i++) {
            double angle = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
            float height = (float) (21 * random.nextDouble());
            roll[i] = new float[] {(float) (angle * Math.cos(angle)), height, (float) (angle * Math.sin(angle))};
            sheet[i] = new float[] {(float) lengthOfSpiral(angle), height};
        }

        float[][] plane = new Isomap(10).of(roll, RANDOM, _ -> {});

        assertThat(RandomPoints.correlationOfDistances(plane, sheet)).isGreaterThan(0.99);
        assertThat(RandomPoints.correlationOfDistances(new Pca().of(roll, RANDOM, _ -> {}), sheet))
                .isLessThan(0.7);
    }

    /** Of the spiral with radius = angle, from the middle. */
    private static double lengthOfSpiral(double angle) {
        double root = Math.sqrt(1 + angle * angle);
        return (angle * root + Math.log(angle + root)) / 2;
    }

    @Test
    void shortestPathsGoAroundCorners() {
        float[][] points = {{0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}};

        NeighbourGraph graph = NeighbourGraph.of(NearestNeighbours.of(points, 1, _ -> {}));

        // Each point's one nearest neighbour is the one before it, by index, but for the first.
        assertThat(graph.pathsFrom(0)).containsExactly(0, 1, 2, 3, 4);
        assertThat(graph.pathsFrom(3)).containsExactly(3, 2, 1, 0, 1);
    }

    @Test
    void shortestPathsAreThoseOfFloydAndWarshall() {
        float[][] points = RandomPoints.normal(120, 3, 4);
        NearestNeighbours neighbours = NearestNeighbours.of(points, 5, _ -> {});
        double[][] lengths = new double[120][120];
        for (int i = 0; i < 120; i++) {
            for (int j = 0; j < 120; j++) {
                lengths[i][j] = i == j ? 0 : Double.POSITIVE_INFINITY;
            }
        }
        for (int i = 0; i < 120; i++) {
            for (int j = 0; j < 5; j++) {
                lengths[i][neighbours.indices()[i][j]] = neighbours.distances()[i][j];
                lengths[neighbours.indices()[i][j]][i] = neighbours.distances()[i][j];
            }
        }
        for (int over = 0; over < 120; over++) {
            for (int i = 0; i < 120; i++) {
                for (int j = 0; j < 120; j++) {
                    lengths[i][j] = Math.min(lengths[i][j], lengths[i][over] + lengths[over][j]);
                }
            }
        }

        NeighbourGraph graph = NeighbourGraph.of(neighbours);

        for (int i = 0; i < 120; i++) {
            assertThat(graph.pathsFrom(i)).containsExactly(lengths[i], within(1e-9));
        }
    }

    @Test
    void orderOfPointsDoesNotMatter() {
        float[][] points = Golden.roll();
        int[] order = RANDOM.permutation(points.length);

        float[][] plane = new Isomap(8).of(points, RANDOM, _ -> {});
        float[][] reordered = new Isomap(8).of(RandomPoints.reordered(points, order), RANDOM, _ -> {});

        for (int i = 0; i < order.length; i++) {
            assertThat(reordered[i]).containsExactly(plane[order[i]], within(1e-3f));
        }
    }

    @Test
    void pointsInSeveralPartsAreRefusedAndTheLargestPartIsNot() {
        float[][] points = RandomPoints.normal(60, 2, 1);
        for (int i = 0; i < 20; i++) {
            points[3 * i][0] += 1000;
        }
        Isomap isomap = new Isomap(6);

        assertThatThrownBy(() -> isomap.of(points, RANDOM, _ -> {}))
                .hasMessage(
                        "the points fall into 2 parts without a path between them, the largest of 40 points, when each is "
                                + "tied to its 6 nearest neighbours; take more neighbours, or the largest part alone");
        int[] part = isomap.largestPart(points);
        assertThat(part)
                .containsExactly(IntStream.range(0, 60).filter(i -> i % 3 != 0).toArray());
        assertThat(isomap.of(RandomPoints.reordered(points, part), RANDOM, _ -> {}))
                .hasNumberOfRows(40);
    }
}
