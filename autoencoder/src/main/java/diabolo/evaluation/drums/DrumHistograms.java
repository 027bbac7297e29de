package diabolo.evaluation.drums;

import diabolo.evaluation.tune.Histogram;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which drums a set of patterns has at which steps of a bar, and which bars.
 *
 * <pre>{@code
 * DrumHistograms.of(made).hits().overlap(DrumHistograms.of(played).hits()); // 0.81
 * }</pre>
 *
 * @param hits how often each drum is hit at each step of a bar
 * @param bars the different bars with three hits or more
 */
public record DrumHistograms(Histogram<DrumPattern.Hit> hits, Set<Set<DrumPattern.Hit>> bars) {

    private static final int FEWEST_HITS = 3;

    public DrumHistograms {
        bars = Set.copyOf(bars);
    }

    /** Of patterns. */
    public static DrumHistograms of(List<DrumPattern> patterns) {
        return new DrumHistograms(Histogram.of(bars(patterns).flatMap(Set::stream)), new HashSet<>(counted(patterns)));
    }

    /** The share of bars, with three hits or more, that are here exactly. */
    public double knownShare(List<DrumPattern> patterns) {
        return counted(patterns).stream()
                .mapToInt(bar -> bars.contains(bar) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static List<Set<DrumPattern.Hit>> counted(List<DrumPattern> patterns) {
        return bars(patterns).filter(bar -> bar.size() >= FEWEST_HITS).toList();
    }

    private static Stream<Set<DrumPattern.Hit>> bars(List<DrumPattern> patterns) {
        return patterns.stream()
                .flatMap(pattern -> IntStream.range(0, pattern.bars()).mapToObj(pattern::bar));
    }
}
