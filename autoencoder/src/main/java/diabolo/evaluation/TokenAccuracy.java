package diabolo.evaluation;

import static diabolo.note.Checks.require;

import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import java.util.List;

/**
 * How far windows of tokens agree with those they should be.
 *
 * <pre>{@code
 * TokenAccuracy accuracy = TokenAccuracy.of(Melody.of(2), originals, reconstructions);
 * accuracy.tokens();  // 0.95: but always to hold would be right six times in ten
 * accuracy.onsetF1(); // 0.81: onsets at the right step and of the right pitch
 * }</pre>
 *
 * @param tokens the share of tokens that are the same, over all lines
 * @param ofLines the same for each line
 * @param onsetPrecision of the onsets there are, the share that should be
 * @param onsetRecall of the onsets that should be, the share that there are
 */
public record TokenAccuracy(double tokens, List<Double> ofLines, double onsetPrecision, double onsetRecall) {

    public TokenAccuracy {
        ofLines = List.copyOf(ofLines);
    }

    /** The harmonic mean of precision and recall; 0 where no onset is right. */
    public double onsetF1() {
        double sum = onsetPrecision + onsetRecall;
        return sum == 0 ? 0 : 2 * onsetPrecision * onsetRecall / sum;
    }

    /**
     * Compares.
     *
     * @param wanted windows [lines][steps]
     * @param written as many
     */
    public static TokenAccuracy of(TokenRepresentation representation, List<int[][]> wanted, List<int[][]> written) {
        require(
                wanted.size() == written.size() && !wanted.isEmpty(),
                "%d windows cannot be compared with %d".formatted(wanted.size(), written.size()));
        int lines = representation.alphabets().size();
        long[] same = new long[lines];
        long right = 0;
        long there = 0;
        long should = 0;
        for (int window = 0; window < wanted.size(); window++) {
            for (int line = 0; line < lines; line++) {
                for (int step = 0; step < representation.steps(); step++) {
                    int want = wanted.get(window)[line][step];
                    int have = written.get(window)[line][step];
                    same[line] += want == have ? 1 : 0;
                    right += commonOnsets(representation, line, want, have);
                    there += commonOnsets(representation, line, have, have);
                    should += commonOnsets(representation, line, want, want);
                }
            }
        }
        double each = (double) wanted.size() * representation.steps();
        List<Double> ofLines =
                java.util.Arrays.stream(same).mapToObj(count -> count / each).toList();
        double all = ofLines.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new TokenAccuracy(all, ofLines, share(right, there), share(right, should));
    }

    /** The tones or drums that begin in both of two tokens. */
    private static int commonOnsets(TokenRepresentation representation, int line, int a, int b) {
        boolean drums =
                switch (representation) {
                    case Melody _ -> false;
                    case Drums _ -> true;
                    case Trio _ -> line == representation.alphabets().size() - 1;
                };
        return drums ? Integer.bitCount(a & b) : a == b && a >= Melody.FIRST_NOTE_ON ? 1 : 0;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
