package diabolo.projection;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Unrolls a curved sheet: lays points out so that distances in the plane are, as well as they can be, those along the sheet.
 *
 * <pre>{@code
 * float[][] plane = new Isomap(10).of(codes, RandomSource.of(7), progress -> {}); // [codes][2]
 * }</pre>
 *
 * <p>Tenenbaum, de Silva and Langford, "A global geometric framework for nonlinear dimensionality reduction", 2000, table 1: each
 * point is tied to its nearest neighbours, distances along the sheet are lengths of shortest paths, and classical scaling of these
 * gives the coordinates. Not for points in several clusters, between which there is no path, nor where a few points make a short cut
 * between layers: then take fewer neighbours. Memory and time grow with the square of the number of points: 200 MB for 5,000.
 *
 * @param neighbours that each point is tied to: 1 to 1,000, and fewer than points
 */
public record Isomap(int neighbours) implements Projection {

    /** The matrix of distances between so many has 200 MB. */
    static final int MOST_POINTS = 5_000;

    public Isomap {
        requireBetween("neighbours", neighbours, 1, 1_000);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if there are more than 5,000 points, or not all are connected; see {@link #largestPart}
     */
    @Override
    public float[][] of(float[][] points, RandomSource random, DoubleConsumer progress) {
        Progress reported = new Progress(progress);
        NeighbourGraph graph = graph(points, reported.part(0, 0.1));
        requireOnePart(graph.parts());
        DMatrixRMaj products = scaled(graph, reported.part(0.1, 0.9));
        float[][] plane = plane(products, random.derive("isomap").generator(), reported);
        reported.at(1);
        return plane;
    }

    /**
     * The points that can be laid out together where the graph of neighbours falls into several parts: those of the largest.
     *
     * @return their indices, rising
     * @throws IllegalArgumentException if the points are too few or too many, not finite, or of different lengths
     */
    public int[] largestPart(float[][] points) {
        return graph(points, Progress.silent()).parts().getFirst();
    }

    private NeighbourGraph graph(float[][] points, Progress progress) {
        Points.check(points, Math.max(4, neighbours + 1));
        require(
                points.length <= MOST_POINTS,
                () -> ("Isomap takes at most %,d points, because its memory grows with their square, "
                                + "and %,d were given; give a random choice of them, or take UMAP")
                        .formatted(MOST_POINTS, points.length));
        return NeighbourGraph.of(NearestNeighbours.of(points, neighbours, progress.listener()));
    }

    private void requireOnePart(List<int[]> parts) {
        require(
                parts.size() == 1,
                () -> ("the points fall into %d parts without a path between them, the largest of %,d points, "
                                + "when each is tied to its %d nearest neighbours; take more neighbours, or the largest part alone")
                        .formatted(parts.size(), parts.getFirst().length, neighbours));
    }

    /** Scalar products from distances: -1/2 J D² J, where J subtracts the mean (Torgerson 1952). */
    private static DMatrixRMaj scaled(NeighbourGraph graph, Progress progress) {
        int size = graph.edges().rows();
        DMatrixRMaj products = new DMatrixRMaj(size, size);
        double[] means = new double[size];
        progress.rows(size, row -> {
            double[] lengths = graph.pathsFrom(row);
            double sum = 0;
            for (int column = 0; column < size; column++) {
                double squared = lengths[column] * lengths[column];
                sum += squared;
                products.data[row * size + column] = squared;
            }
            means[row] = sum / size;
        });
        double mean = 0;
        for (double of : means) {
            mean += of / size;
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int cell = row * size + column;
                products.data[cell] = -0.5 * (products.data[cell] - means[row] - means[column] + mean);
            }
        }
        return products;
    }

    private static float[][] plane(DMatrixRMaj products, RandomGenerator random, Progress progress) {
        Eigenpairs pairs =
                Eigenpairs.largest(products.numRows, vectors -> product(products, vectors), 2, random, progress);
        float[][] plane = new float[products.numRows][2];
        for (int axis = 0; axis < 2; axis++) {
            double length = Math.sqrt(Math.max(0, pairs.values()[axis]));
            for (int point = 0; point < plane.length; point++) {
                plane[point][axis] = (float) (length * pairs.vectors()[axis][point]);
            }
        }
        return plane;
    }

    /** Row by row on all cores: with so few vectors in half of the time of a general product. */
    private static DMatrixRMaj product(DMatrixRMaj matrix, DMatrixRMaj vectors) {
        List<double[]> columns = KrylovSpace.columns(vectors);
        DMatrixRMaj product = new DMatrixRMaj(matrix.numRows, vectors.numCols);
        IntStream.range(0, matrix.numRows).parallel().forEach(row -> {
            for (int column = 0; column < product.numCols; column++) {
                product.set(row, column, KrylovSpace.dot(columns.get(column), matrix.data, row * matrix.numCols));
            }
        });
        return product;
    }
}
