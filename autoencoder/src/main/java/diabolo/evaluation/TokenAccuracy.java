package diabolo.evaluation;

import static diabolo.note.Checks.require;

import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
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
     * @param wanted windows [lines][steps]
     * @param written as many
     */
    public static TokenAccuracy of(TokenRepresentation representation, List<int[][]> wanted, List<int[][]> written) {
        require(
                wanted.size() == written.size() && !wanted.isEmpty(),
                "%d windows cannot be compared with %d".formatted(wanted.size(), written.size()));
        List<Count> lines = IntStream.range(0, representation.alphabets().size())
                .mapToObj(line -> Count.of(representation, line, wanted, written))
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

        static Count of(TokenRepresentation representation, int line, List<int[][]> wanted, List<int[][]> written) {
            Count count = NOTHING;
            for (int window = 0; window < wanted.size(); window++) {
                for (int step = 0; step < representation.steps(); step++) {
                    int want = wanted.get(window)[line][step];
                    int have = written.get(window)[line][step];
                    count = count.plus(new Count(
                            1,
                            want == have ? 1 : 0,
                            commonOnsets(representation, line, want, have),
                            commonOnsets(representation, line, have, have),
                            commonOnsets(representation, line, want, want)));
                }
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
