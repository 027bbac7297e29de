package diabolo.ragtime;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.evaluation.piano.PianoExcerpt;
import diabolo.evaluation.piano.PianoFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is kept of a written strain of sixteen bars: which bars come again, and how it measures as music. Made ones take both from one
 * that is drawn by chance.
 *
 * <pre>{@code
 * strain.returns(); // 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 11, 12, ...: bars 9 to 11 are bars 1 to 3 again
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param returns of each bar, from 0, the first that it is like, or itself
 * @param figures in C major or A minor
 */
public record Strain(List<Integer> returns, PianoFigures figures) {

    /** Steps of a bar that may differ in one that comes again. */
    private static final int MAY_DIFFER = 1;

    public Strain {
        returns = List.copyOf(returns);
        requireBetween("bars of a strain", returns.size(), RagTokens.BARS_PER_STRAIN, RagTokens.BARS_PER_STRAIN);
        for (int bar = 0; bar < returns.size(); bar++) {
            int first = returns.get(bar);
            require(
                    first == bar || (first >= 0 && first < bar && returns.get(first) == first),
                    "bar %d of a strain must be itself or one before it that is itself, not %d".formatted(bar, first));
        }
    }

    /** The strains of a section, from its end back. */
    static List<Strain> of(RagSection section, HandShapes shapes) {
        int[][] tokens = RagTokens.of(section, shapes);
        int from = section.steps() - section.pastTheLastBar();
        List<Strain> strains = new ArrayList<>();
        for (RagPassage strain : section.passages(RagTokens.STRAIN, RagTokens.STRAIN)) {
            from -= RagTokens.STRAIN;
            strains.add(new Strain(
                    returns(tokens, from), PianoFigures.of(PianoExcerpt.of(strain.music(), RagTokens.STRAIN))));
        }
        return strains;
    }

    private static List<Integer> returns(int[][] tokens, int from) {
        List<Integer> returns = new ArrayList<>();
        for (int bar = 0; bar < RagTokens.BARS_PER_STRAIN; bar++) {
            int mine = bar;
            returns.add(IntStream.range(0, bar)
                    .filter(other -> returns.get(other) == other && areAlike(tokens, from, mine, other))
                    .findFirst()
                    .orElse(bar));
        }
        return returns;
    }

    private static boolean areAlike(int[][] tokens, int from, int bar, int other) {
        int differing = 0;
        for (int step = 0; step < RagTokens.STEPS_PER_BAR; step++) {
            int mine = RagTokens.MARGIN + from + bar * RagTokens.STEPS_PER_BAR + step;
            int its = RagTokens.MARGIN + from + other * RagTokens.STEPS_PER_BAR + step;
            boolean isEqual = true;
            for (int line = 0; line < RagTokens.LINES; line++) {
                isEqual &= tokens[line][mine] == tokens[line][its];
            }
            differing += isEqual ? 0 : 1;
        }
        return differing <= MAY_DIFFER;
    }

    /**
     * For each step of tokens the first that it is to be like, see {@link diabolo.inpainting.GibbsSampling}: within each strain, of which
     * the last ends with the piece.
     */
    int[] same(int steps) {
        int[] same = IntStream.range(0, steps + 2 * RagTokens.MARGIN).toArray();
        for (int step = 0; step < steps; step++) {
            int place = RagTokens.place(step, steps);
            int bar = place / RagTokens.STEPS_PER_BAR;
            int first = step - (bar - returns.get(bar)) * RagTokens.STEPS_PER_BAR;
            if (first >= 0) {
                same[RagTokens.MARGIN + step] = same[RagTokens.MARGIN + first];
            }
        }
        return same;
    }
}
