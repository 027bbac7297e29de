package diabolo.projection;

/** The forces between points of the plane that push them apart in t-SNE, exact or approximated. */
sealed interface Repulsion permits ExactRepulsion, BarnesHutRepulsion {

    /**
     * Writes for each point i the sum over the others j of w² (y_i − y_j), where w = 1 / (1 + |y_i − y_j|²).
     *
     * @param plane [x, y, x, y, ...]
     * @param forces of the same form, overwritten
     * @return the sum of w over all pairs, each counted in both orders
     */
    double write(double[] plane, double[] forces);
}
