package diabolo.evaluation;

import static diabolo.note.Checks.require;

/**
 * The normal distribution with mean 0 and deviation 1: its cumulative distribution and its quantiles.
 *
 * <pre>{@code
 * StandardNormal.quantile(0.5);   // 0
 * StandardNormal.quantile(0.975); // 1.959964
 * }</pre>
 *
 * <p>By quantiles a grid that is even on the unit square becomes one that is even in probability (Kingma and Welling 2014,
 * appendix A).
 */
public final class StandardNormal {

    /** Beyond it the distribution holds less than a double can tell from nothing. */
    private static final double FAR = 8.3;

    private StandardNormal() {}

    /** The share below a number, 0 to 1, by the series of Marsaglia (2004, "Evaluating the normal distribution"). */
    public static double below(double x) {
        if (Math.abs(x) > FAR) {
            return x < 0 ? 0 : 1;
        }
        double term = x;
        double sum = x;
        for (int k = 3; sum + term != sum; k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /**
     * The quantile of a share, to about ten digits.
     *
     * @param share above 0 and below 1
     */
    public static double quantile(double share) {
        require(share > 0 && share < 1, "share must be above 0 and below 1, was " + share);
        double low = -FAR;
        double high = FAR;
        while (high - low > 1e-11) {
            double middle = (low + high) / 2;
            if (below(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
