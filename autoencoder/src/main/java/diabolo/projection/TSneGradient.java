package diabolo.projection;

import java.util.stream.IntStream;

/**
 * The loss of t-SNE and its gradient: van der Maaten and Hinton 2008, equation 5, in the form of van der Maaten 2014, equation 8.
 *
 * @param affinities symmetric, with the sum 1
 */
record TSneGradient(SparseRows affinities, Repulsion repulsion) {

    /**
     * Writes the gradient of the loss.
     *
     * @param exaggeration the factor of the attraction, 1 for the true gradient
     * @param gradient [x, y, x, y, ...] like the plane, overwritten
     */
    void write(double[] plane, double exaggeration, double[] gradient) {
        double sum = repulsion.write(plane, gradient);
        IntStream.range(0, affinities.rows())
                .parallel()
                .forEach(point -> addAttraction(point, plane, exaggeration, sum, gradient));
    }

    /** The Kullback-Leibler divergence of the plane from the affinities, in nats. */
    double divergence(double[] plane) {
        double sum = repulsion.write(plane, new double[plane.length]);
        double divergence = 0;
        for (int point = 0; point < affinities.rows(); point++) {
            for (int i = affinities.start()[point]; i < affinities.start()[point + 1]; i++) {
                double p = affinities.values()[i];
                double q = weight(plane, 2 * point, 2 * affinities.columns()[i]) / sum;
                divergence += p > 0 ? p * Math.log(p / q) : 0;
            }
        }
        return divergence;
    }

    private void addAttraction(int point, double[] plane, double exaggeration, double sum, double[] gradient) {
        int at = 2 * point;
        double towardsX = 0;
        double towardsY = 0;
        for (int i = affinities.start()[point]; i < affinities.start()[point + 1]; i++) {
            int other = 2 * affinities.columns()[i];
            double force = affinities.values()[i] * weight(plane, at, other);
            towardsX += force * (plane[at] - plane[other]);
            towardsY += force * (plane[at + 1] - plane[other + 1]);
        }
        gradient[at] = 4 * (exaggeration * towardsX - gradient[at] / sum);
        gradient[at + 1] = 4 * (exaggeration * towardsY - gradient[at + 1] / sum);
    }

    private static double weight(double[] plane, int at, int other) {
        double awayX = plane[at] - plane[other];
        double awayY = plane[at + 1] - plane[other + 1];
        return 1 / (1 + awayX * awayX + awayY * awayY);
    }
}
