package diabolo.projection;

import java.util.Arrays;

/**
 * Squared Euclidean distances from a query to many points, fast: points are kept in blocks, dimension by dimension, so that the
 * innermost loop goes over neighbours in memory and the compiler can calculate several at once. Differences are squared as they are,
 * without the cancellation of |a|² + |b|² − 2ab.
 */
final class SquaredDistances {

    private static final int BLOCK = 256;

    private final int size;

    /** [block][dimension * BLOCK + point] */
    private final float[][] blocks;

    SquaredDistances(float[][] points) {
        size = points.length;
        int dimensions = size == 0 ? 0 : points[0].length;
        blocks = new float[Math.ceilDiv(size, BLOCK)][dimensions * BLOCK];
        for (int point = 0; point < size; point++) {
            float[] block = blocks[point / BLOCK];
            for (int dimension = 0; dimension < dimensions; dimension++) {
                block[dimension * BLOCK + point % BLOCK] = points[point][dimension];
            }
        }
    }

    int size() {
        return size;
    }

    /** The squared distance of every point from the query. */
    double[] from(float[] query) {
        double[] distances = new double[size];
        double[] sums = new double[BLOCK];
        for (int block = 0; block < blocks.length; block++) {
            Arrays.fill(sums, 0);
            for (int dimension = 0; dimension < query.length; dimension++) {
                add(query[dimension], blocks[block], dimension * BLOCK, sums);
            }
            System.arraycopy(sums, 0, distances, block * BLOCK, Math.min(BLOCK, size - block * BLOCK));
        }
        return distances;
    }

    private static void add(double coordinate, float[] block, int offset, double[] sums) {
        for (int point = 0; point < BLOCK; point++) {
            double difference = coordinate - block[offset + point];
            sums[point] += difference * difference;
        }
    }
}
