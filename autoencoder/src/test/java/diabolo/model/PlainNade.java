package diabolo.model;

/** A NADE from its definition, in loops over doubles: each set by itself, as a product of conditionals. */
public final class PlainNade {

    private PlainNade() {}

    /**
     * The log-probability of every set.
     *
     * @param biases of the hidden units, then of the bits
     * @param hidden what a bit gives to a hidden unit, bit after bit
     * @param visible what a hidden unit gives to a bit, bit after bit
     */
    public static double[] of(int bits, double[] biases, double[] hidden, double[] visible) {
        int units = biases.length - bits;
        double[] logProbabilities = new double[1 << bits];
        for (int set = 0; set < logProbabilities.length; set++) {
            double probability = 1;
            for (int bit = 0; bit < bits; bit++) {
                double odds = biases[units + bit];
                for (int unit = 0; unit < units; unit++) {
                    double sum = biases[unit];
                    for (int before = 0; before < bit; before++) {
                        sum += isIn(set, before) ? hidden[before * units + unit] : 0;
                    }
                    odds += visible[bit * units + unit] / (1 + Math.exp(-sum));
                }
                double ofOne = 1 / (1 + Math.exp(-odds));
                probability *= isIn(set, bit) ? ofOne : 1 - ofOne;
            }
            logProbabilities[set] = Math.log(probability);
        }
        return logProbabilities;
    }

    private static boolean isIn(int set, int bit) {
        return (set & (1 << bit)) != 0;
    }
}
