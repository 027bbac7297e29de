package diabolo.report;

import diabolo.model.RecurrentSpec;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import java.util.ArrayList;
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
                Accuracies::of);
    }

    @Override
    public void write(Findings findings, Report report) {
        report.section("Compared with published figures");
        report.text(words);
        report.table(KeyFigure.table(figures.apply(findings), report.metrics()));
    }

    /** What Roberts et al. (2018, table 1) report of networks like ours: shares of tokens that are right, on held-out music. */
    private static final class Accuracies {

        private static final int LONG_BARS = 16;

        private Accuracies() {}

        /**
         * Of a line.
         *
         * @param line what it is called among several; empty where it is alone
         */
        private record Accuracy(String line, String teacherForced, String sampled) {}

        /** Two figures for each line of each network; none where nothing comparable was published. */
        static List<KeyFigure> of(Findings findings) {
            List<KeyFigure> figures = new ArrayList<>();
            for (TrainedVariant variant : findings.variants()) {
                for (Accuracy published : published(findings.music().tokens(), variant)) {
                    String line = published.line();
                    String words = line.isEmpty() ? variant.words() : variant.words() + ", " + line;
                    String prefix = variant.prefix() + (line.isEmpty() ? "" : line + ".");
                    figures.add(KeyFigure.of(
                                    words + ", teacher-forced", prefix + "teacherForced.accuracy", MetricFormat.SHARE)
                            .asReported(published.teacherForced()));
                    figures.add(KeyFigure.of(words + ", sampled", prefix + "sampled.accuracy", MetricFormat.SHARE)
                            .asReported(published.sampled()));
                }
            }
            return figures;
        }

        private static List<Accuracy> published(TokenRepresentation representation, TrainedVariant variant) {
            boolean isFlat =
                    switch (variant.recurrent().spec().decoder()) {
                        case RecurrentSpec.Flat _ -> true;
                        case RecurrentSpec.Hierarchical _ -> false;
                    };
            boolean isLong = representation.bars() >= LONG_BARS;
            return switch (representation) {
                case Melody _
                when isLong ->
                    List.of(isFlat ? new Accuracy("", "88.3 %", "62.0 %") : new Accuracy("", "91.9 %", "81.2 %"));
                case Melody _ -> List.of(new Accuracy("", "98.6 %", "95.1 %"));
                case Drums _
                when isLong ->
                    List.of(isFlat ? new Accuracy("", "88.4 %", "54.9 %") : new Accuracy("", "92.8 %", "87.9 %"));
                case Drums _ -> List.of(new Accuracy("", "97.9 %", "91.7 %"));
                case Trio _ -> isFlat ? flatTrio() : hierarchicalTrio();
            };
        }

        private static List<Accuracy> hierarchicalTrio() {
            return List.of(
                    new Accuracy("melody", "84.8 %", "75.3 %"),
                    new Accuracy("bass", "88.0 %", "77.3 %"),
                    new Accuracy("drums", "91.2 %", "86.3 %"));
        }

        private static List<Accuracy> flatTrio() {
            return List.of(
                    new Accuracy("melody", "79.6 %", "57.9 %"),
                    new Accuracy("bass", "82.9 %", "56.5 %"),
                    new Accuracy("drums", "90.3 %", "64.1 %"));
        }
    }
}
