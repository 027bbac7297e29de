package diabolo.projection;

/** How near points are to each other, as probabilities: the p of t-SNE (van der Maaten and Hinton 2008, section 2). */
final class Affinities {

    private static final int BISECTIONS = 100;

    /** Of an entropy, in nats. */
    private static final double TOLERANCE = 1e-6;

    private Affinities() {}

    /** The symmetric affinities, which sum to 1 (van der Maaten and Hinton 2008, section 3.1). */
    static SparseRows joint(NearestNeighbours neighbours, double perplexity) {
        int size = neighbours.indices().length;
        double[][] conditional = new double[size][];
        for (int point = 0; point < size; point++) {
            conditional[point] = conditional(neighbours.distances()[point], perplexity);
        }
        return SparseRows.of(neighbours.indices(), conditional)
                .symmetric((there, back) -> (there + back) / (2.0 * size));
    }

    /**
     * The probabilities of the neighbours of a point: normal around it, as wide as the perplexity asks for, to be found by bisection of
     * the precision. Where no width gives the perplexity, as among equal distances, the nearest there is.
     *
     * @param distances rising
     */
    static double[] conditional(double[] distances, double perplexity) {
        double[] squared = new double[distances.length];
        double mean = 0;
        for (int i = 0; i < squared.length; i++) {
            // Less the least, which changes no probability, and keeps the largest term at 1.
            squared[i] = distances[i] * distances[i] - distances[0] * distances[0];
            mean += squared[i] / squared.length;
        }
        double[] probabilities = new double[squared.length];
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double precision = mean > 0 ? 1 / mean : 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double excess = entropy(squared, precision, probabilities) - Math.log(perplexity);
            if (Math.abs(excess) < TOLERANCE) {
                break;
            }
            if (excess > 0) {
                low = precision;
                precision = high == Double.POSITIVE_INFINITY ? 2 * precision : (low + high) / 2;
            } else {
                high = precision;
                precision = (low + high) / 2;
            }
        }
        return probabilities;
    }

    /** In nats, of the probabilities that it writes. */
    private static double entropy(double[] squared, double precision, double[] probabilities) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < squared.length; i++) {
            probabilities[i] = Math.exp(-precision * squared[i]);
            sum += probabilities[i];
            weighted += probabilities[i] * squared[i];
        }
        for (int i = 0; i < squared.length; i++) {
            probabilities[i] /= sum;
        }
        return Math.log(sum) + precision * weighted / sum;
    }
}
