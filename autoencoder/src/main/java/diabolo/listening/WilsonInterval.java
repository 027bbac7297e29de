package diabolo.listening;

import static diabolo.note.Checks.requireBetween;

/**
 * Where a share lies, with a confidence of 95 %, of which so many trials out of some were counted: the score interval of E. B. Wilson
 * (1927), which holds for few trials and for shares near 0 and 1 too.
 *
 * <pre>{@code
 * WilsonInterval.of(8, 10); // 0.490 to 0.943
 * }</pre>
 */
public record WilsonInterval(double low, double high) {

    /** The quantile of the standard normal distribution at 97.5 %. */
    private static final double Z = 1.959963984540054;

    /** Of trials that are independent of each other; of none, all shares are possible. */
    public static WilsonInterval of(int successes, int trials) {
        requireBetween("successes", successes, 0, trials);
        if (trials == 0) {
            return new WilsonInterval(0, 1);
        }
        double share = (double) successes / trials;
        double squared = Z * Z / trials;
        double center = (share + squared / 2) / (1 + squared);
        double half = Z / (1 + squared) * Math.sqrt(share * (1 - share) / trials + squared / (4 * trials));
        return new WilsonInterval(Math.max(0, center - half), Math.min(1, center + half));
    }

    public boolean contains(double share) {
        return low <= share && share <= high;
    }
}
