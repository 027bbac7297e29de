package exercises;

/**
 * Exercise 11: nearest neighbours, and what becomes of them in high dimension.
 *
 * <pre>{@code
 * int digit = neighbours.classify(image, images, labels, 3);
 * double spread = neighbours.relativeSpread(query, points); // 0.06 in 100 dimensions
 * }</pre>
 *
 * <p>Distances are Euclidean. Source: Cover and Hart, "Nearest neighbor pattern classification", 1967; Beyer et al., "When is
 * 'nearest neighbor' meaningful?", 1999. Diabolo's own is {@code diabolo.projection.NearestNeighbourClassifier}.
 */
public class Neighbours {

    /**
     * The label that most of the k nearest points have. Of labels with equally many votes, the one whose nearest point is nearer.
     *
     * @param query [dimensions]
     * @param points [points][dimensions], no two equally far from the query
     * @param labels of the points: [points]
     * @param k 1 to points
     */
    public int classify(double[] query, double[][] points, int[] labels, int k) {
        throw new UnsupportedOperationException(
                "Neighbours.classify is yours to write: the label that most of the k nearest points have.");
    }

    /**
     * How much distances differ: the standard deviation of the distances from the query to the points, divided by their mean. The
     * variance is the mean squared deviation, divided by the number of points.
     *
     * @return 0 where all points are equally far
     */
    public double relativeSpread(double[] query, double[][] points) {
        throw new UnsupportedOperationException(
                "Neighbours.relativeSpread is yours to write: the standard deviation of the distances, divided by their mean.");
    }
}
