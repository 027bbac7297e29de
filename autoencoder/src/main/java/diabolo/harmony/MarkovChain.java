package diabolo.harmony;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A hidden Markov model unrolled over a sequence of observations: the likeliest path, the posterior of every position, paths sampled.
 *
 * <pre>{@code
 * int[] likeliest = chain.viterbi();
 * double[][] posterior = chain.posterior();        // [positions][states], each row sums to 1
 * int[] path = chain.sample(random, 0.7);
 * }</pre>
 *
 * <p>See L. R. Rabiner, A tutorial on hidden Markov models, Proc. IEEE 77, 1989. All are natural logarithms, and need not be
 * normalized.
 *
 * @param initial of the first state; [states]
 * @param transitions from the state at one position to that at the next; [positions - 1][from][to], whose matrices may be shared
 * @param emissions of what is observed; [positions][states]
 * @param end of ending in a state; [states]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MarkovChain(double[] initial, double[][][] transitions, double[][] emissions, double[] end) {

    /** Whose exponential no double notices beside 1. */
    private static final double NEGLIGIBLE = -40;

    private int positions() {
        return emissions.length;
    }

    private int states() {
        return initial.length;
    }

    /** The path of the highest probability; of equal ones the first. */
    int[] viterbi() {
        int[][] before = new int[positions()][states()];
        double[] best = sum(initial, emissions[0]);
        for (int position = 1; position < positions(); position++) {
            double[] next = new double[states()];
            Arrays.fill(next, Double.NEGATIVE_INFINITY);
            for (int from = 0; from < states(); from++) {
                double[] transition = transitions[position - 1][from];
                for (int to = 0; to < next.length; to++) { // row by row, as memory lies
                    double candidate = best[from] + transition[to];
                    if (candidate > next[to]) {
                        next[to] = candidate;
                        before[position][to] = from;
                    }
                }
            }
            best = sum(next, emissions[position]);
        }
        int[] path = new int[positions()];
        path[positions() - 1] = highest(sum(best, end));
        for (int position = positions() - 1; position > 0; position--) {
            path[position - 1] = before[position][path[position]];
        }
        return path;
    }

    /** The probability of every state at every position, given all observations (forward-backward); [positions][states]. */
    double[][] posterior() {
        double[][] forward = forward(1);
        double[][] posterior = new double[positions()][];
        double[] backward = end.clone();
        for (int position = positions() - 1; position >= 0; position--) {
            posterior[position] = normalized(sum(forward[position], backward));
            if (position > 0) {
                backward = before(position, backward);
            }
        }
        return posterior;
    }

    private double[] before(int position, double[] backward) {
        double[] here = sum(backward, emissions[position]);
        double[][] transition = transitions[position - 1];
        double[] earlier = new double[states()];
        for (int from = 0; from < states(); from++) {
            earlier[from] = logSumExp(sum(here, transition[from]));
        }
        return earlier;
    }

    /**
     * A path drawn with its probability to the power of 1 / temperature, normalized: forward filtering, backward sampling.
     *
     * @param temperature 0 or more; 0 gives {@link #viterbi}, 1 draws from the model
     */
    int[] sample(RandomGenerator random, double temperature) {
        if (temperature == 0) {
            return viterbi();
        }
        double[][] forward = forward(temperature);
        int[] path = new int[positions()];
        double[] last = new double[states()];
        for (int state = 0; state < states(); state++) {
            last[state] = forward[positions() - 1][state] + end[state] / temperature;
        }
        path[positions() - 1] = draw(normalized(last), random);
        for (int position = positions() - 1; position > 0; position--) {
            double[] weights = new double[states()];
            for (int from = 0; from < states(); from++) {
                weights[from] =
                        forward[position - 1][from] + transitions[position - 1][from][path[position]] / temperature;
            }
            path[position - 1] = draw(normalized(weights), random);
        }
        return path;
    }

    /** Logarithms of the sums over all paths to a state, at a temperature; [positions][states]. */
    private double[][] forward(double temperature) {
        double[][] forward = new double[positions()][states()];
        for (int state = 0; state < states(); state++) {
            forward[0][state] = (initial[state] + emissions[0][state]) / temperature;
        }
        double[] terms = new double[states()];
        for (int position = 1; position < positions(); position++) {
            double[][] transition = transitions[position - 1];
            for (int to = 0; to < states(); to++) {
                for (int from = 0; from < states(); from++) {
                    terms[from] = forward[position - 1][from] + transition[from][to] / temperature;
                }
                forward[position][to] = logSumExp(terms) + emissions[position][to] / temperature;
            }
        }
        return forward;
    }

    private static int draw(double[] probabilities, RandomGenerator random) {
        double remaining = random.nextDouble();
        int last = 0;
        for (int state = 0; state < probabilities.length; state++) {
            if (probabilities[state] > 0) {
                last = state;
                remaining -= probabilities[state];
                if (remaining < 0) {
                    break;
                }
            }
        }
        return last;
    }

    private static double[] normalized(double[] logarithms) {
        double total = logSumExp(logarithms);
        double[] probabilities = new double[logarithms.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Math.exp(logarithms[i] - total);
        }
        return probabilities;
    }

    private static double logSumExp(double[] logarithms) {
        double highest = logarithms[highest(logarithms)];
        if (highest == Double.NEGATIVE_INFINITY) {
            return highest;
        }
        double sum = 0;
        for (double logarithm : logarithms) {
            double difference = logarithm - highest;
            sum += difference < NEGLIGIBLE ? 0 : Math.exp(difference);
        }
        return highest + Math.log(sum);
    }

    private static int highest(double[] values) {
        int highest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[highest]) {
                highest = i;
            }
        }
        return highest;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
