package diabolo.evaluation.drums;

import diabolo.representation.DrumClass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a set of drum patterns has, on average; to be read beside the same of played ones.
 *
 * <pre>{@code
 * DrumFigures made = DrumFigures.of(patterns);
 * made.backbeat(); // 0.49: so many second and fourth beats have a snare
 * }</pre>
 *
 * <p>Means of patterns. In 551 played grooves of the collection of Gillick et al. (2019), two bars at a time, backbeat is .57, kick on a
 * downbeat .72, likeness .55; a pattern that only repeats has likeness 1, one by chance nearly 0.
 *
 * @param patterns with a hit
 * @param backbeat share of second and fourth beats at which the snare is hit
 * @param kickOnDownbeat share of bars that begin with the kick
 * @param barLikeness hits that a bar and the next have in common, at the same step, of those of either (Jaccard); silent bars are left out
 * @param hitsPerBar two drums at once are two
 * @param onsetsPerBar two drums at once are one
 */
public record DrumFigures(
        int patterns,
        double backbeat,
        double kickOnDownbeat,
        double barLikeness,
        double hitsPerBar,
        double onsetsPerBar) {

    private static final int SECOND_BEAT = 4;
    private static final int FOURTH_BEAT = 12;

    /** Of patterns; of none, and of those of one bar for likeness, a figure is not a number. */
    public static DrumFigures of(List<DrumPattern> given) {
        List<DrumPattern> patterns =
                given.stream().filter(pattern -> pattern.hits() > 0).toList();
        return new DrumFigures(
                patterns.size(),
                mean(patterns, DrumFigures::backbeatOf),
                mean(patterns, pattern -> shareOfBars(pattern, 0, DrumClass.KICK)),
                mean(patterns, DrumFigures::likenessOf),
                mean(patterns, pattern -> (double) pattern.hits() / pattern.bars()),
                mean(patterns, DrumFigures::onsetsOf));
    }

    private static double mean(List<DrumPattern> patterns, ToDoubleFunction<DrumPattern> figure) {
        return patterns.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double backbeatOf(DrumPattern pattern) {
        return (shareOfBars(pattern, SECOND_BEAT, DrumClass.SNARE) + shareOfBars(pattern, FOURTH_BEAT, DrumClass.SNARE))
                / 2;
    }

    private static double shareOfBars(DrumPattern pattern, int step, DrumClass drum) {
        return (double) IntStream.range(0, pattern.bars())
                        .filter(bar -> pattern.isHit(bar, step, drum))
                        .count()
                / pattern.bars();
    }

    private static double likenessOf(DrumPattern pattern) {
        return IntStream.range(1, pattern.bars())
                .mapToDouble(bar -> likeness(pattern.bar(bar - 1), pattern.bar(bar)))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double likeness(Set<DrumPattern.Hit> bar, Set<DrumPattern.Hit> next) {
        Set<DrumPattern.Hit> both = new HashSet<>(bar);
        both.retainAll(next);
        return bar.isEmpty() || next.isEmpty()
                ? Double.NaN
                : (double) both.size() / (bar.size() + next.size() - both.size());
    }

    private static double onsetsOf(DrumPattern pattern) {
        return (double) pattern.steps().stream()
                        .filter(drums -> !drums.isEmpty())
                        .count()
                / pattern.bars();
    }
}
