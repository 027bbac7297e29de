package diabolo.report;

import java.util.List;
import java.util.function.Function;

/**
 * Metrics and published figures in one table. Follows the chapters that measure them.
 *
 * @param words where the figures come from, and what makes them differ
 * @param figures of the networks that there are
 */
public record PublishedComparison(String words, Function<Findings, List<KeyFigure>> figures) implements Chapter {

    /** Given figures, the same for any networks. */
    public static PublishedComparison of(String words, List<KeyFigure> figures) {
        return new PublishedComparison(words, _ -> figures);
    }

    /** The accuracies of MusicVAE's authors. */
    public static PublishedComparison ofMusicVae() {
        return new PublishedComparison(
                "Reported by Roberts et al. (2018, table 1) on held-out music, for networks trained on millions of windows: teacher-forced, and sampled from the decoder's own output.",
                PublishedAccuracies::of);
    }

    @Override
    public void write(Findings findings, Report report) {
        report.section("Compared with published figures");
        report.text(words);
        report.table(KeyFigure.table(figures.apply(findings), report.metrics()));
    }
}
