package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.RandomSource;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeOperationsTest {

    private static final Offset<Float> ROUNDING = within(1e-5f);
    private static final float[][] A = {{1, 2, 3}, {-1, 0, 4}};
    private static final float[][] B = {{3, -2, 0}, {5, 1, 1}};
    private static final float[][] C = {{0, 1, 0.5f}, {2, 2, 2}};
    private static final float[][] SHORT = {{1, 1, 1}};

    @ParameterizedTest
    @EnumSource
    void theEndsOfThePathAreThePieces(Interpolation interpolation) {
        List<float[][]> way = CodeOperations.interpolate(A, B, 5, interpolation);

        assertThat(way).hasSize(5);
        assertThat(way.getFirst()).isDeepEqualTo(A);
        assertThat(way.getLast()).isDeepEqualTo(B);
    }

    @ParameterizedTest
    @EnumSource
    void betweenEqualPiecesEveryPointIsThatPiece(Interpolation interpolation) {
        for (float[][] point : CodeOperations.interpolate(A, A, 4, interpolation)) {
            assertAlike(point, A);
        }
    }

    @Test
    void theMiddleOfTheLineIsTheAverage() {
        assertAlike(
                CodeOperations.interpolate(A, B, 3, Interpolation.LINEAR).get(1),
                CodeOperations.average(List.of(A, B)));
    }

    @ParameterizedTest
    @EnumSource
    void theCornersOfTheGridAreThePiecesAndItsEdgesThePathsBetweenThem(Interpolation interpolation) {
        List<List<float[][]>> grid = CodeOperations.grid(List.of(A, B, C, A), 3, interpolation);

        assertThat(grid).hasSize(3).allMatch(row -> row.size() == 3);
        assertAlike(grid.get(0).get(0), A);
        assertAlike(grid.get(0).get(2), B);
        assertAlike(grid.get(2).get(0), C);
        assertAlike(grid.get(2).get(2), A);
        assertAlike(
                grid.get(0).get(1),
                CodeOperations.interpolate(A, B, 3, interpolation).get(1));
        assertAlike(
                grid.get(1).get(0),
                CodeOperations.interpolate(A, C, 3, interpolation).get(1));
    }

    @Test
    void theAverageDoesNotDependOnTheOrderAndOfOnePieceIsThatPiece() {
        assertThat(CodeOperations.average(List.<float[][]>of(A))).isDeepEqualTo(A);
        assertAlike(CodeOperations.average(List.of(A, B, C)), CodeOperations.average(List.of(C, A, B)));
        assertAlike(
                CodeOperations.average(List.of(A, B, C)), new float[][] {{4 / 3f, 1 / 3f, 3.5f / 3}, {2, 1, 7 / 3f}});
    }

    @Test
    void translatingAPieceFromItselfGivesTheOther() {
        float[][] other = {{7, 8, 9}};

        assertAlike(CodeOperations.translate(SHORT, SHORT, other, 1), other);
        assertAlike(CodeOperations.translate(A, B, B, 1), A);
        assertAlike(CodeOperations.translate(A, B, C, 0), A);
    }

    @Test
    void translatingThereAndBackIsTheSamePiece() {
        assertAlike(CodeOperations.translate(CodeOperations.translate(A, B, C, 0.7), C, B, 0.7), A);
    }

    @Test
    void translatingMovesEveryWindowByTheDifferenceOfTheMeans() {
        float[][] moved = CodeOperations.translate(A, SHORT, B, 2);

        assertAlike(moved, new float[][] {{1 + 2 * 3, 2 + 2 * -1.5f, 3 + 2 * -0.5f}, {-1 + 2 * 3, 2 * -1.5f, 3}});
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 1, 250})
    void aNeighbourHasTheGivenDistance(double distance) {
        float[][] neighbour = CodeOperations.vary(A, distance, RandomSource.of(3));

        for (int window = 0; window < A.length; window++) {
            assertThat(distance(neighbour[window], A[window])).isCloseTo(distance, within(1e-4));
        }
    }

    @Test
    void theSameSeedGivesTheSameNeighbourAndAnotherSeedAnother() {
        float[][] first = CodeOperations.vary(A, 1, RandomSource.of(3));

        assertThat(CodeOperations.vary(A, 1, RandomSource.of(3))).isDeepEqualTo(first);
        assertThat(distance(CodeOperations.vary(A, 1, RandomSource.of(4))[0], first[0]))
                .isPositive();
        assertThat(first[0][0] - A[0][0]).isNotCloseTo(first[1][0] - A[1][0], within(1e-6f));
    }

    @Test
    void everyStepOfAWalkHasTheLengthAndALongerWalkBeginsAlike() {
        List<float[][]> walk = CodeOperations.walk(A, 0.5, 6, RandomSource.of(1));

        assertThat(walk).hasSize(6);
        assertThat(walk.getFirst()).isDeepEqualTo(A);
        for (int point = 1; point < walk.size(); point++) {
            assertThat(distance(walk.get(point)[1], walk.get(point - 1)[1])).isCloseTo(0.5, within(1e-5));
        }
        assertThat(CodeOperations.walk(A, 0.5, 3, RandomSource.of(1)).get(2)).isDeepEqualTo(walk.get(2));
    }

    @ParameterizedTest
    @EnumSource
    void aPathPassesThroughItsPiecesInOrder(Interpolation interpolation) {
        List<float[][]> path = CodeOperations.path(List.of(A, B, C), 4, interpolation);

        assertThat(path).hasSize(7);
        assertThat(path.get(0)).isDeepEqualTo(A);
        assertThat(path.get(3)).isDeepEqualTo(B);
        assertThat(path.get(6)).isDeepEqualTo(C);
    }

    @Test
    void piecesOfUnequalLengthAreRefusedWithTheirLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeOperations.average(List.of(A, SHORT)))
                .withMessage(
                        "pieces of one length are needed, these have 2 and 1 windows; cut them to the same number of bars");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeOperations.path(List.of(A, SHORT), 3, Interpolation.LINEAR))
                .withMessageContaining("2 and 1 windows");
    }

    @Test
    void numbersOutOfBoundsAreRefusedWithTheBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeOperations.vary(A, Double.NaN, RandomSource.of(1)))
                .withMessage("distance must be between 0 and 1000000, was NaN; choose one in that range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeOperations.translate(A, B, C, Double.POSITIVE_INFINITY))
                .withMessageContaining("strength must be between");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeOperations.interpolate(A, B, 1, Interpolation.LINEAR))
                .withMessage("count must be between 2 and 1000, was 1; choose one in that range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeOperations.along(A, new float[2], 1))
                .withMessageContaining("3 and 2 dimensions");
    }

    private static void assertAlike(float[][] actual, float[][] expected) {
        assertThat(actual).hasSameDimensionsAs(expected);
        for (int window = 0; window < expected.length; window++) {
            assertThat(actual[window]).containsExactly(expected[window], ROUNDING);
        }
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int unit = 0; unit < a.length; unit++) {
            squares += (a[unit] - b[unit]) * (double) (a[unit] - b[unit]);
        }
        return Math.sqrt(squares);
    }
}
