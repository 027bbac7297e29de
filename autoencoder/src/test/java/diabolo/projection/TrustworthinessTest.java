package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustworthinessTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void bothMeasuresAreThoseOfScikitLearn(int neighbours) {
        float[][] points = Golden.blobs();
        float[][] plane = Golden.floats("blobs-plane.txt");

        assertThat(Trustworthiness.of(points, plane, neighbours, _ -> {}))
                .isEqualTo(Golden.number("pca-trustworthiness-" + neighbours), within(1e-6));
        assertThat(Trustworthiness.continuity(points, plane, neighbours, _ -> {}))
                .isEqualTo(Golden.number("pca-continuity-" + neighbours), within(1e-6));
    }

    @Test
    void pointsAsTheyAreArePerfect() {
        float[][] points = RandomPoints.normal(60, 2, 1);

        assertThat(Trustworthiness.of(points, points, 10, _ -> {})).isEqualTo(1);
        assertThat(Trustworthiness.continuity(points, points, 10, _ -> {})).isEqualTo(1);
    }

    @Test
    void chanceIsAboutAHalf() {
        float[][] points = RandomPoints.normal(400, 5, 1);
        float[][] plane = RandomPoints.normal(400, 2, 2);

        assertThat(Trustworthiness.of(points, plane, 10, _ -> {})).isEqualTo(0.5, within(0.03));
    }

    @Test
    void halfOfThePointsAsNeighboursAreRefused() {
        float[][] points = RandomPoints.normal(10, 2, 1);

        assertThatThrownBy(() -> Trustworthiness.of(points, points, 5, _ -> {}))
                .hasMessage(
                        "5 neighbours of 10 points were asked for; choose at least 1 and fewer than half of the points");
    }
}
