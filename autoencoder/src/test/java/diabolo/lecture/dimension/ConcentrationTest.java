package diabolo.lecture.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.RandomSource;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

    private static final RandomSource RANDOM = RandomSource.of(3);

    @Test
    void figuresOfFewDistancesAreThoseByHand() {
        Concentration few = Concentration.of(new double[] {1, 2, 3});

        assertThat(few.contrast()).isEqualTo(2);
        assertThat(few.relativeSpread()).isEqualTo(Math.sqrt(2.0 / 3) / 2, within(1e-12));
        assertThat(few.nearest()).isEqualTo(0.5);
    }

    /** Median contrast and mean spread of 400 runs (60 of 1,000 dimensions) of 1,000 points in NumPy 1.24, default_rng(0). */
    @Test
    void randomPointsConcentrateAsInAnotherProgram() {
        assertGolden(RandomPoints.UNIFORM, 10, 0.17953, 2.719);
        assertGolden(RandomPoints.NORMAL, 10, 0.19788, 3.0119);
        assertGolden(RandomPoints.UNIFORM, 100, 0.05488, 0.4315);
        assertGolden(RandomPoints.NORMAL, 100, 0.06144, 0.4866);
        assertGolden(RandomPoints.UNIFORM, 1_000, 0.01733, 0.1162);
        assertGolden(RandomPoints.NORMAL, 1_000, 0.01932, 0.1326);
    }

    private static void assertGolden(RandomPoints kind, int dimensions, double spread, double contrast) {
        Concentration here = kind.concentration(1_000, dimensions, 20, RANDOM);

        assertThat(here.relativeSpread()).isCloseTo(spread, Percentage.withPercentage(8));
        assertThat(here.contrast()).isCloseTo(contrast, Percentage.withPercentage(15));
    }

    @Test
    void closedFormsAreThoseOfUniformAndNormalCoordinates() {
        assertThat(Moments.UNIFORM.relativeSpread(1)).isEqualTo(3 / Math.sqrt(30), within(1e-12));
        assertThat(Moments.NORMAL.relativeSpread(1)).isEqualTo(Math.sqrt(6) / 4, within(1e-12));
        assertThat(Moments.UNIFORM.relativeSpread(100)).isEqualTo(0.0548, within(5e-5));
    }

    @Test
    void closedFormOfGivenColumnsIsThatOfTheirDistribution() {
        float[][] points = RandomPoints.UNIFORM.points(4_000, 30, RANDOM.generator());

        assertThat(Moments.relativeSpread(points))
                .isCloseTo(Moments.UNIFORM.relativeSpread(30), Percentage.withPercentage(1));
    }

    /** E[maximum of 1,000 normal numbers] = 3.2414: the same extremes of distances give this contrast. */
    @Test
    void contrastOfManyDimensionsFollowsFromTheSpread() {
        assertThat(Concentration.contrastOfNormalDistances(Moments.UNIFORM.relativeSpread(1_000)))
                .isCloseTo(0.1162, Percentage.withPercentage(5));
        assertThat(Concentration.contrastOfNormalDistances(0.5)).isInfinite();
    }

    @Test
    void shuffledColumnsKeepTheirNumbersAndLoseTheirRows() {
        float[][] points = new float[200][3];
        for (int i = 0; i < points.length; i++) {
            points[i] = new float[] {i, i, i};
        }

        float[][] shuffled = ShuffledColumns.of(points, RANDOM);

        for (int column = 0; column < 3; column++) {
            int here = column;
            assertThat(Arrays.stream(shuffled).map(row -> row[here]).sorted())
                    .containsExactlyElementsOf(
                            Arrays.stream(points).map(row -> row[here]).toList());
        }
        assertThat(Arrays.stream(shuffled).filter(row -> row[0] == row[1])).hasSizeLessThan(20);
    }

    /** With n points none of which is near a query with probability (1 - p)^n; p is 2ε in the middle and ε at the edge. */
    @Test
    void coverGrowsAboutFivefoldWithEachDimension() {
        CubeCover cover = new CubeCover(0.1, 600);

        int two = cover.pointsNeeded(2, RANDOM);
        int four = cover.pointsNeeded(4, RANDOM);

        assertThat(cover.expected(2)).isEqualTo(Math.log(2) / 0.04, within(1e-9));
        assertThat(two).isBetween(14, 28);
        assertThat(Math.sqrt((double) four / two)).isBetween(4.5, 6.5);
    }

    @Test
    void noiseDimensionsHideTheOneThatDecides() {
        NoiseDimensions task = new NoiseDimensions(500, 3);

        assertThat(task.error(1, RANDOM)).isLessThan(0.02);
        assertThat(task.error(300, RANDOM)).isBetween(0.3, 0.5);
    }
}
