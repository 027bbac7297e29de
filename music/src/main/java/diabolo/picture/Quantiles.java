package diabolo.picture;

import java.util.List;

/** The five numbers of a box, and the ends of its whiskers. Immutable. */
record Quantiles(double low, double lowerQuartile, double median, double upperQuartile, double high) {

    /** The farthest that a whisker reaches, in heights of the box (Tukey 1977). */
    private static final double WHISKER = 1.5;

    /**
     * Of values in order, one or more; whiskers reach to the farthest value within one and a half heights of the box.
     */
    static Quantiles of(List<Double> sorted) {
        double lower = at(sorted, 0.25);
        double upper = at(sorted, 0.75);
        double reach = WHISKER * (upper - lower);
        double low = sorted.stream()
                .filter(value -> value >= lower - reach)
                .findFirst()
                .orElse(lower);
        double high = sorted.reversed().stream()
                .filter(value -> value <= upper + reach)
                .findFirst()
                .orElse(upper);
        return new Quantiles(low, lower, at(sorted, 0.5), upper, high);
    }

    /** Linearly between the two nearest values, as most programs do. */
    private static double at(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
