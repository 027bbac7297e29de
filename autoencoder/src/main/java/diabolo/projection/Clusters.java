package diabolo.projection;

/**
 * Points in clusters, as {@link KMeans} finds them.
 *
 * <pre>{@code
 * Clusters clusters = new KMeans(3).of(points, RandomSource.of(7), progress -> {});
 * float[] centre = clusters.centres()[clusters.assignment()[0]]; // of the cluster of point 0
 * }</pre>
 *
 * @param centres [clusters][dimensions]
 * @param assignment for each point the index of its centre, which is the nearest
 * @param inertia the sum of the squared distances of the points from their centres
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Clusters(float[][] centres, int[] assignment, double inertia) {

    /** Every point to its nearest centre; of equally near ones the first. */
    static Clusters around(float[][] centres, SquaredDistances points) {
        int[] assignment = new int[points.size()];
        double[] nearest = points.from(centres[0]);
        for (int centre = 1; centre < centres.length; centre++) {
            double[] distances = points.from(centres[centre]);
            for (int point = 0; point < nearest.length; point++) {
                if (distances[point] < nearest[point]) {
                    nearest[point] = distances[point];
                    assignment[point] = centre;
                }
            }
        }
        double inertia = 0;
        for (double distance : nearest) {
            inertia += distance;
        }
        return new Clusters(centres, assignment, inertia);
    }

    /** The mean of each cluster's points; an empty cluster gets the point that is farthest from its centre, another one each. */
    float[][] means(float[][] points) {
        int dimensions = points[0].length;
        double[][] sums = new double[centres.length][dimensions];
        int[] counts = new int[centres.length];
        for (int point = 0; point < points.length; point++) {
            counts[assignment[point]]++;
            double[] sum = sums[assignment[point]];
            for (int dimension = 0; dimension < dimensions; dimension++) {
                sum[dimension] += points[point][dimension];
            }
        }
        float[][] means = new float[centres.length][dimensions];
        boolean[] taken = new boolean[points.length];
        for (int cluster = 0; cluster < means.length; cluster++) {
            if (counts[cluster] == 0) {
                means[cluster] = points[farthest(points, taken)].clone();
                continue;
            }
            for (int dimension = 0; dimension < dimensions; dimension++) {
                means[cluster][dimension] = (float) (sums[cluster][dimension] / counts[cluster]);
            }
        }
        return means;
    }

    private int farthest(float[][] points, boolean[] taken) {
        int farthest = 0;
        double most = -1;
        for (int point = 0; point < points.length; point++) {
            double distance = 0;
            float[] centre = centres[assignment[point]];
            for (int dimension = 0; dimension < centre.length; dimension++) {
                double difference = points[point][dimension] - centre[dimension];
                distance += difference * difference;
            }
            if (!taken[point] && distance > most) {
                farthest = point;
                most = distance;
            }
        }
        taken[farthest] = true;
        return farthest;
    }
}
