package diabolo.projection;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Points for tests of laws. */
final class RandomPoints {

    private RandomPoints() {}

    /** Normal, with deviation 1 along each of the dimensions. */
    static float[][] normal(int count, int dimensions, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        float[][] points = new float[count][dimensions];
        for (float[] point : points) {
            for (int i = 0; i < dimensions; i++) {
                point[i] = (float) random.nextGaussian();
            }
        }
        return points;
    }

    /** Clusters far apart: point i belongs to cluster i modulo clusters. */
    static float[][] clustered(int count, int dimensions, int clusters, long seed) {
        float[][] centres = normal(clusters, dimensions, seed + 1);
        float[][] points = normal(count, dimensions, seed);
        for (int point = 0; point < count; point++) {
            for (int i = 0; i < dimensions; i++) {
                points[point][i] += 6 * centres[point % clusters][i];
            }
        }
        return points;
    }

    /** Points in another order: order[i] comes to place i. */
    static float[][] reordered(float[][] points, int[] order) {
        return IntStream.of(order).mapToObj(i -> points[i]).toArray(float[][]::new);
    }

    static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (double) (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** Of the distances between pairs in one and in the other. */
    static double correlationOfDistances(float[][] a, float[][] b) {
        int pairs = 0;
        double sumA = 0;
        double sumB = 0;
        double sumAA = 0;
        double sumBB = 0;
        double sumAB = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                double x = distance(a[i], a[j]);
                double y = distance(b[i], b[j]);
                pairs++;
                sumA += x;
                sumB += y;
                sumAA += x * x;
                sumBB += y * y;
                sumAB += x * y;
            }
        }
        double covariance = sumAB / pairs - sumA / pairs * sumB / pairs;
        double varianceA = sumAA / pairs - Math.pow(sumA / pairs, 2);
        double varianceB = sumBB / pairs - Math.pow(sumB / pairs, 2);
        return covariance / Math.sqrt(varianceA * varianceB);
    }
}
