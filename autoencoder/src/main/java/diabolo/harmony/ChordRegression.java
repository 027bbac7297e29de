package diabolo.harmony;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The probabilities of chords given the features of a slot: multinomial logistic regression.
 *
 * <p>Filled while it learns, and not changed afterwards. Computed strictly, so that it is the same on every machine.
 *
 * @param weights [states][{@link SlotFeatures#COUNT}]; no row for chords that are too rare to be learned
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChordRegression(double[][] weights) {

    private static final double LEARNING_RATE = 0.08;

    /** An error that changes no weight. */
    private static final double NEGLIGIBLE = 1e-4;

    /** Of the weights, at every example. */
    private static final double DECAY = 2e-5;

    /** Slots in which a chord must be written to be learned. */
    private static final int FEWEST_SLOTS = 20;

    /** The logarithm of the probability of chords that are not learned. */
    private static final double RARE = -16;

    /** To which weights are rounded in the end, as they are written. */
    private static final double PRECISION = 1000;

    /**
     * Learns by stochastic gradient with a rate of its own for every weight (Duchi, Hazan and Singer, AdaGrad, JMLR 2011).
     *
     * @param features [examples][{@link SlotFeatures#COUNT}]
     * @param states the chord of each example
     */
    static ChordRegression learn(double[][] features, int[] states, int epochs, RandomGenerator random) {
        int[] slots = new int[ChordState.COUNT];
        Arrays.stream(states).forEach(state -> slots[state]++);
        ChordRegression regression = new ChordRegression(Arrays.stream(slots)
                .mapToObj(count -> new double[count < FEWEST_SLOTS ? 0 : SlotFeatures.COUNT])
                .toArray(double[][]::new));
        double[][] squares = new double[ChordState.COUNT][SlotFeatures.COUNT];
        int[] order = new int[states.length];
        Arrays.setAll(order, i -> i);
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            for (int example : order) {
                if (slots[states[example]] >= FEWEST_SLOTS) {
                    regression.update(features[example], states[example], squares);
                }
            }
        }
        return regression.rounded();
    }

    private ChordRegression rounded() {
        return new ChordRegression(Arrays.stream(weights)
                .map(row -> Arrays.stream(row)
                        .map(weight -> Math.rint(weight * PRECISION) / PRECISION)
                        .toArray())
                .toArray(double[][]::new));
    }

    private void update(double[] features, int state, double[][] squares) {
        double[] errors = logarithms(features);
        for (int other = 0; other < errors.length; other++) {
            double error = StrictMath.exp(errors[other]) - (other == state ? 1 : 0);
            if (weights[other].length > 0 && Math.abs(error) > NEGLIGIBLE) {
                double[] row = weights[other];
                double[] squared = squares[other];
                for (int feature = 0; feature < features.length; feature++) {
                    if (features[feature] != 0) {
                        double gradient = error * features[feature] + DECAY * row[feature];
                        squared[feature] += gradient * gradient;
                        row[feature] -= LEARNING_RATE * gradient / Math.sqrt(squared[feature] + 1e-8);
                    }
                }
            }
        }
    }

    /** The logarithms of the probabilities of all chords; [states]. */
    double[] logarithms(double[] features) {
        double[] sums = new double[weights.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int state = 0; state < sums.length; state++) {
            double[] row = weights[state];
            double sum = 0;
            for (int feature = 0; feature < row.length; feature++) {
                sum += row[feature] * features[feature];
            }
            sums[state] = row.length == 0 ? Double.NEGATIVE_INFINITY : sum;
            highest = Math.max(highest, sums[state]);
        }
        double total = 0;
        for (double sum : sums) {
            total += StrictMath.exp(sum - highest);
        }
        double logTotal = highest + StrictMath.log(total);
        for (int state = 0; state < sums.length; state++) {
            sums[state] = Math.max(RARE, sums[state] - logTotal);
        }
        return sums;
    }
}
