package diabolo.projection;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.util.HashMap;
import java.util.Map;

/**
 * Classifies a point as most of its nearest neighbours are: what a distance knows of labels, and so how well a latent space separates
 * them (Cover and Hart, "Nearest neighbor pattern classification", 1967).
 *
 * <pre>{@code
 * NearestNeighbourClassifier classifier = new NearestNeighbourClassifier(codes, labels, 3);
 * int[] predicted = classifier.classify(otherCodes);
 * double accuracy = classifier.accuracy(otherCodes, otherLabels); // 0 to 1
 * }</pre>
 *
 * <p>Where labels have equally many votes, the label of the nearest of their neighbours wins. Immutable as long as nobody changes the
 * arrays.
 *
 * @param points [points][dimensions]
 * @param labels of the points, any numbers
 * @param neighbours 1 to points
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NearestNeighbourClassifier(float[][] points, int[] labels, int neighbours) {

    public NearestNeighbourClassifier {
        Points.check(points, 1);
        require(
                points.length == labels.length,
                "%d points and %d labels were given; give each point one".formatted(points.length, labels.length));
        requireBetween("neighbours", neighbours, 1, points.length);
    }

    /** The label of each query, which has as many dimensions as the points. */
    public int[] classify(float[][] queries) {
        return vote(NearestNeighbours.between(queries, points, neighbours, _ -> {}));
    }

    /** The share of queries that are classified as labelled, from 0 to 1. */
    public double accuracy(float[][] queries, int[] expected) {
        require(
                queries.length == expected.length && queries.length > 0,
                "%d queries and %d labels were given; give each query one, and at least one query"
                        .formatted(queries.length, expected.length));
        return share(classify(queries), expected);
    }

    /** The share of the points that the others classify as labelled, from 0 to 1: accuracy without a second set. */
    public double leaveOneOutAccuracy() {
        return share(vote(NearestNeighbours.of(points, neighbours, _ -> {})), labels);
    }

    private static double share(int[] predicted, int[] expected) {
        int right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += predicted[i] == expected[i] ? 1 : 0;
        }
        return (double) right / predicted.length;
    }

    private int[] vote(NearestNeighbours found) {
        int[] predicted = new int[found.indices().length];
        for (int query = 0; query < predicted.length; query++) {
            predicted[query] = majority(found.indices()[query]);
        }
        return predicted;
    }

    private int majority(int[] nearestFirst) {
        Map<Integer, Integer> votes = new HashMap<>();
        for (int neighbour : nearestFirst) {
            votes.merge(labels[neighbour], 1, Integer::sum);
        }
        int winner = labels[nearestFirst[0]];
        for (int neighbour : nearestFirst) {
            if (votes.getOrDefault(labels[neighbour], 0) > votes.getOrDefault(winner, 0)) {
                winner = labels[neighbour];
            }
        }
        return winner;
    }
}
