package diabolo.harmony;

import java.util.Arrays;

/**
 * The logarithms that a {@link ChordModel} adds up, made of counts by interpolated smoothing: what is known of a chord itself is mixed
 * with what is known of its quality on all roots.
 *
 * @param prior of a chord anywhere; [states]
 * @param initial of the first chord by mode; [modes][states]
 * @param last of the last chord by mode; [modes][states]
 * @param transition by mode and position; [modes][positions][from][to]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChordProbabilities(double[] prior, double[][] initial, double[][] last, double[][][][] transition) {

    /** Added to every count, so that nothing is impossible. */
    private static final double EVERYWHERE = 0.02;

    /** Slots that the position alone adds to what is known of a chord there. */
    private static final double STAY_SMOOTHING = 10;

    /** First and last chords that the other mode and all chords add. */
    private static final double END_SMOOTHING = 2;

    static ChordProbabilities of(ChordCounts counts, ChordSettings settings) {
        double[] chords = usage(counts);
        return new ChordProbabilities(
                logarithms(mixed(counts.slots()[0], chords, END_SMOOTHING)),
                ends(counts.initial(), chords),
                ends(counts.last(), chords),
                transitions(counts, settings, chords));
    }

    /** How often each chord begins, and a little for those that never do. */
    private static double[] usage(ChordCounts counts) {
        double[] usage = new double[ChordState.COUNT];
        Arrays.fill(usage, EVERYWHERE);
        for (double[] targets : counts.targets()) {
            add(usage, targets);
        }
        for (double[] initial : counts.initial()) {
            add(usage, initial);
        }
        return usage;
    }

    private static double[][] ends(double[][] counts, double[] chords) {
        double[] all = chords.clone();
        double chordTotal = total(chords);
        for (int state = 0; state < all.length; state++) {
            all[state] /= chordTotal;
        }
        for (double[] mode : counts) {
            add(all, mode);
        }
        double[][] logarithms = new double[counts.length][];
        for (int mode = 0; mode < counts.length; mode++) {
            logarithms[mode] = logarithms(mixed(counts[mode], all, END_SMOOTHING));
        }
        return logarithms;
    }

    private static double[][][][] transitions(ChordCounts counts, ChordSettings settings, double[] chords) {
        double[][][][] transitions = new double[ChordCounts.MODES][ChordCounts.POSITIONS][][];
        for (int mode = 0; mode < ChordCounts.MODES; mode++) {
            double[][] changes = changes(counts, settings, chords, mode);
            for (int position = 0; position < ChordCounts.POSITIONS; position++) {
                transitions[mode][position] = transition(counts, settings, changes, chords, position);
            }
        }
        return transitions;
    }

    /** Where a chord goes if it changes; [from][to]. */
    private static double[][] changes(ChordCounts counts, ChordSettings settings, double[] chords, int mode) {
        double[][] intervals = new double[ChordState.COUNT][ChordState.COUNT]; // as if from C: [quality * 12][to]
        for (double[][] ofMode : counts.changes()) {
            for (int from = 0; from < ChordState.COUNT; from++) {
                for (int to = 0; to < ChordState.COUNT; to++) {
                    intervals[from / 12 * 12][to / 12 * 12 + (to - from % 12 + 12) % 12] += ofMode[from][to];
                }
            }
        }
        double[][] changes = new double[ChordState.COUNT][];
        double total = total(chords);
        for (int from = 0; from < ChordState.COUNT; from++) {
            double[] expected = new double[ChordState.COUNT];
            double[] both = new double[ChordState.COUNT];
            for (int to = 0; to < ChordState.COUNT; to++) {
                double byInterval = intervals[from / 12 * 12][to / 12 * 12 + (to - from % 12 + 12) % 12] + EVERYWHERE;
                expected[to] = to == from ? 0 : byInterval * chords[to] / total;
            }
            for (double[][] ofMode : counts.changes()) {
                add(both, ofMode[from]);
            }
            double[] known = mixed(both, expected, settings.changeSmoothing());
            changes[from] = mixed(counts.changes()[mode][from], known, settings.changeSmoothing());
        }
        return changes;
    }

    private static double[][] transition(
            ChordCounts counts, ChordSettings settings, double[][] changes, double[] chords, int position) {
        double[] targets = mixed(counts.targets()[position], chords, 10);
        double[] anywhere = mixed(chords, chords, 1);
        double held = total(counts.stays()[position]) + 1;
        double left = total(counts.leaves()[position]) + 1;
        double[][] logarithms = new double[ChordState.COUNT][ChordState.COUNT];
        for (int from = 0; from < ChordState.COUNT; from++) {
            double stays = counts.stays()[position][from] + STAY_SMOOTHING * held / (held + left);
            double leaves = counts.leaves()[position][from] + STAY_SMOOTHING * left / (held + left);
            double[] weights = new double[ChordState.COUNT];
            for (int to = 0; to < ChordState.COUNT; to++) {
                weights[to] = changes[from][to] * Math.pow(targets[to] / anywhere[to], settings.targetWeight());
            }
            double total = total(weights);
            for (int to = 0; to < ChordState.COUNT; to++) {
                double share = to == from ? stays : leaves * weights[to] / total;
                logarithms[from][to] = settings.transitionWeight() * Math.log(share / (stays + leaves));
            }
        }
        return logarithms;
    }

    /** Counts and so many of a distribution, as probabilities. */
    private static double[] mixed(double[] counts, double[] distribution, double smoothing) {
        double ofDistribution = total(distribution);
        double total = total(counts) + smoothing;
        double[] mixed = new double[counts.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (counts[i] + smoothing * distribution[i] / ofDistribution) / total;
        }
        return mixed;
    }

    private static double[] logarithms(double[] probabilities) {
        return Arrays.stream(probabilities).map(Math::log).toArray();
    }

    private static double total(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static void add(double[] to, double[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
    }
}
