package diabolo.projection;

import static diabolo.note.Checks.requireBetween;

import diabolo.tensor.RandomSource;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;

/**
 * Finds clusters around centres: k-means.
 *
 * <pre>{@code
 * Clusters clusters = new KMeans(8).of(codes, RandomSource.of(7), progress -> {});
 * int cluster = clusters.assignment()[3]; // of code 3
 * }</pre>
 *
 * <p>Starts with k-means++ (Arthur and Vassilvitskii, "k-means++: The advantages of careful seeding", 2007, section 2.2), moves centres
 * to the means of their points and points to their nearest centres by turns (Lloyd, "Least squares quantization in PCM", 1982) until
 * that lowers the inertia no more, and gives the best of several restarts. Not for clusters that are long, nested or of very different
 * sizes.
 *
 * @param clusters 1 to the number of points
 * @param restarts 1 to 1,000
 * @param rounds at most, of each restart: 1 to 100,000
 */
public record KMeans(int clusters, int restarts, int rounds) {

    public KMeans {
        requireBetween("clusters", clusters, 1, Integer.MAX_VALUE);
        requireBetween("restarts", restarts, 1, 1_000);
        requireBetween("rounds", rounds, 1, 100_000);
    }

    /** With 10 restarts of at most 300 rounds. */
    public KMeans(int clusters) {
        this(clusters, 10, 300);
    }

    /**
     * The clusters of points.
     *
     * @param points [points][dimensions]
     * @param random for the first centres; equal seeds give equal clusters
     * @param progress is given shares from 0 to 1
     * @throws IllegalArgumentException if there are more clusters than points, or the points are not finite numbers in rows of one length
     */
    public Clusters of(float[][] points, RandomSource random, DoubleConsumer progress) {
        Points.check(points, clusters);
        SquaredDistances distances = new SquaredDistances(points);
        Progress reported = new Progress(progress);
        Clusters best = restart(points, distances, random.derive("restart", 0), reported);
        for (int restart = 1; restart < restarts; restart++) {
            reported.at((double) restart / restarts);
            Clusters other = restart(points, distances, random.derive("restart", restart), reported);
            best = other.inertia() < best.inertia() ? other : best;
        }
        reported.at(1);
        return best;
    }

    private Clusters restart(float[][] points, SquaredDistances distances, RandomSource random, Progress progress) {
        Clusters clustering = Clusters.around(seeds(points, distances, random.generator()), distances);
        for (int round = 0; round < rounds; round++) {
            progress.checkInterruption();
            Clusters moved = Clusters.around(clustering.means(points), distances);
            if (moved.inertia() >= clustering.inertia()) {
                return clustering;
            }
            clustering = moved;
        }
        return clustering;
    }

    /** Each further seed is a point sampled in proportion to its squared distance from the nearest seed. */
    private float[][] seeds(float[][] points, SquaredDistances distances, RandomGenerator random) {
        float[][] seeds = new float[clusters][];
        seeds[0] = points[random.nextInt(points.length)].clone();
        double[] nearest = distances.from(seeds[0]);
        for (int seed = 1; seed < clusters; seed++) {
            seeds[seed] = points[sample(nearest, random)].clone();
            double[] other = distances.from(seeds[seed]);
            for (int point = 0; point < nearest.length; point++) {
                nearest[point] = Math.min(nearest[point], other[point]);
            }
        }
        return seeds;
    }

    /** An index, in proportion to its weight; any where all weights are 0. */
    private static int sample(double[] weights, RandomGenerator random) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (sum == 0) {
            return random.nextInt(weights.length);
        }
        double left = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }
}
