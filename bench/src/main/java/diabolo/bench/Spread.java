package diabolo.bench;

import java.util.List;
import java.util.Locale;

/** The median of some rounds, and the least and the greatest. */
record Spread(double median, double least, double greatest) {

    static Spread of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** {@code 1.40 (1.26 to 1.60)}, to three digits. */
    @Override
    public String toString() {
        return "%s (%s to %s)".formatted(digits(median), digits(least), digits(greatest));
    }

    /** Three digits, whole from 100 on. */
    static String digits(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        int fraction = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + fraction + "f", value);
    }
}
