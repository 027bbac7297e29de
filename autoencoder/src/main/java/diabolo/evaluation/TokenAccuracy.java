package diabolo.evaluation;

import static diabolo.note.Checks.require;

import diabolo.representation.Frames;
import diabolo.representation.Line;
import diabolo.representation.TokenRepresentation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
 * @param onsetPrecision of the onsets there are, the share that should be
 * @param onsetRecall of the onsets that should be, the share that there are
 * @param ofLines the same of each line by itself, where there are several
 */
public record TokenAccuracy(double tokens, double onsetPrecision, double onsetRecall, List<TokenAccuracy> ofLines) {

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
     * @param written as many as are wanted
     */
    public static TokenAccuracy of(
            TokenRepresentation representation, List<? extends Frames> wanted, List<? extends Frames> written) {
        require(
                wanted.size() == written.size() && !wanted.isEmpty(),
                "%d windows cannot be compared with %d".formatted(wanted.size(), written.size()));
        List<Count> lines = IntStream.range(0, representation.lines().size())
                .mapToObj(line -> Count.of(
                        representation.lines().get(line),
                        tokens(representation, line, wanted),
                        tokens(representation, line, written)))
                .toList();
        Count all = lines.stream().reduce(Count.NOTHING, Count::plus);
        return all.accuracy(
                lines.size() == 1
                        ? List.of()
                        : lines.stream().map(line -> line.accuracy(List.of())).toList());
    }

    /**
     * What was counted in one line or in several.
     *
     * @param same tokens
     * @param right onsets that are there and should be
     */
    private record Count(long tokens, long same, long right, long there, long should) {

        static final Count NOTHING = new Count(0, 0, 0, 0, 0);

        static Count of(Line line, int[] wanted, int[] written) {
            Count count = NOTHING;
            for (int step = 0; step < wanted.length; step++) {
                int want = wanted[step];
                int have = written[step];
                count = count.plus(new Count(
                        1,
                        want == have ? 1 : 0,
                        commonOnsets(line, want, have),
                        commonOnsets(line, have, have),
                        commonOnsets(line, want, want)));
            }
            return count;
        }

        Count plus(Count other) {
            return new Count(
                    tokens + other.tokens,
                    same + other.same,
                    right + other.right,
                    there + other.there,
                    should + other.should);
        }

        TokenAccuracy accuracy(List<TokenAccuracy> ofLines) {
            return new TokenAccuracy(share(same, tokens), share(right, there), share(right, should), ofLines);
        }
    }

    /** Those of a line in all windows, one after the other. */
    private static int[] tokens(TokenRepresentation representation, int line, List<? extends Frames> windows) {
        return windows.stream()
                .flatMapToInt(
                        window -> Arrays.stream(representation.require(window).lines()[line]))
                .toArray();
    }

    /** The tones or drums that begin in both of two tokens. */
    private static int commonOnsets(Line line, int a, int b) {
        return switch (line.kind()) {
            case PITCHED -> a == b && line.isOnset(a) ? 1 : 0;
            case DRUMS -> Integer.bitCount(a & b);
        };
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
