package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {

    @Test
    void neighboursAreThoseOfScikitLearn() {
        NearestNeighbours found = NearestNeighbours.of(Golden.blobs(), 6, _ -> {});

        double[][] indices = Golden.doubles("blobs-neighbours.txt");
        double[][] distances = Golden.doubles("blobs-distances.txt");
        for (int point = 0; point < indices.length; point++) {
            assertThat(IntStream.of(found.indices()[point]).asDoubleStream()).containsExactly(boxed(indices[point]));
            assertThat(found.distances()[point]).containsExactly(distances[point], within(1e-7));
        }
    }

    @Test
    void neighboursAreTheFirstOfAllByDistanceThenIndex() {
        float[][] points = new float[700][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new float[] {i % 13, i % 7}; // many in one place
        }

        NearestNeighbours found = NearestNeighbours.of(points, 80, _ -> {});

        for (int query : new int[] {0, 311, 699}) {
            assertThat(found.indices()[query])
                    .containsExactly(IntStream.range(0, points.length)
                            .filter(i -> i != query)
                            .boxed()
                            .sorted(Comparator.comparingDouble(i -> RandomPoints.distance(points[query], points[i])))
                            .limit(80)
                            .mapToInt(i -> i)
                            .toArray());
        }
    }

    @Test
    void queryThatIsAPointHasItselfNearest() {
        float[][] points = RandomPoints.normal(300, 5, 1);

        NearestNeighbours found = NearestNeighbours.between(points, points, 1, _ -> {});

        for (int point = 0; point < points.length; point++) {
            assertThat(found.indices()[point]).containsExactly(point);
            assertThat(found.distances()[point]).containsExactly(0);
        }
    }

    @Test
    void classifierSaysWhatThatOfScikitLearnSays() {
        float[][] blobs = Golden.blobs();
        int[] labels = Golden.integers("blobs-two-labels.txt");
        int[] even = IntStream.range(0, 75).map(i -> 2 * i).toArray();
        int[] odd = IntStream.range(0, 75).map(i -> 2 * i + 1).toArray();
        NearestNeighbourClassifier classifier =
                new NearestNeighbourClassifier(RandomPoints.reordered(blobs, even), chosen(labels, even), 7);

        assertThat(classifier.classify(RandomPoints.reordered(blobs, odd)))
                .containsExactly(Golden.integers("blobs-classified.txt"));
        assertThat(classifier.accuracy(RandomPoints.reordered(blobs, odd), chosen(labels, odd)))
                .isEqualTo(Golden.number("classifier-accuracy-7"), within(1e-9));
    }

    @Test
    void equalVotesGoToTheNearest() {
        float[][] points = {{0}, {1}, {2}, {3}};
        NearestNeighbourClassifier classifier = new NearestNeighbourClassifier(points, new int[] {5, 9, 9, 5}, 4);

        assertThat(classifier.classify(new float[][] {{-1}, {1.2f}})).containsExactly(5, 9);
    }

    @Test
    void clustersClassifyThemselves() {
        float[][] points = RandomPoints.clustered(90, 8, 3, 5);
        int[] labels = IntStream.range(0, 90).map(i -> i % 3).toArray();

        assertThat(new NearestNeighbourClassifier(points, labels, 3).leaveOneOutAccuracy())
                .isEqualTo(1);
    }

    @Test
    void interruptedThreadEndsTheSearch() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> NearestNeighbours.of(RandomPoints.normal(300, 2, 1), 3, _ -> {}))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void asManyNeighboursAsPointsAreRefused() {
        assertThatThrownBy(() -> NearestNeighbours.of(RandomPoints.normal(5, 2, 1), 5, _ -> {}))
                .hasMessage("neighbours must be between 1 and 4, was 5; choose one in that range");
    }

    private static Double[] boxed(double[] row) {
        Double[] boxed = new Double[row.length];
        for (int i = 0; i < row.length; i++) {
            boxed[i] = row[i];
        }
        return boxed;
    }

    private static int[] chosen(int[] labels, int[] indices) {
        return IntStream.of(indices).map(i -> labels[i]).toArray();
    }
}
