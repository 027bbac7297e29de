package diabolo.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metric in words, with the published value and what a trivial baseline reaches: a line of the table that opens a report.
 *
 * <pre>{@code
 * KeyFigure.of("wrong cells of a training window", "train.wrongCells", MetricFormat.ONE_DECIMAL)
 *         .asReported("about 10")
 *         .against("silence", "silent.wrongCells");
 * KeyFigure.of("accuracy", "test.accuracy", MetricFormat.SHARE).againstKnown("10 %, guessing");
 * }</pre>
 *
 * @param metric its name in {@code report.json}
 * @param published empty where nothing comparable was published
 */
public record KeyFigure(String words, String metric, MetricFormat format, String published, Baseline baseline) {

    /**
     * What reaches a figure without having learned anything.
     *
     * @param words what it is: {@code silence}; or the value itself where no metric holds it
     * @param metric measured in the same run; empty where the words say it all
     */
    public record Baseline(String words, String metric) {

        /** Where a figure has none. */
        public static final Baseline NONE = new Baseline("", "");

        private String inWords(MetricFormat format, Map<String, Double> metrics) {
            return metric.isEmpty()
                    ? words
                    : Optional.ofNullable(metrics.get(metric))
                            .map(value -> "%s, %s".formatted(format.of(value), words))
                            .orElse("");
        }
    }

    public static KeyFigure of(String words, String metric, MetricFormat format) {
        return new KeyFigure(words, metric, format, "", Baseline.NONE);
    }

    /** The same with a published value. */
    public KeyFigure asReported(String value) {
        return new KeyFigure(words, metric, format, value, baseline);
    }

    /** The same beside another metric of the run, such as that of silence or of the mean image. */
    public KeyFigure against(String baselineWords, String baselineMetric) {
        return new KeyFigure(words, metric, format, published, new Baseline(baselineWords, baselineMetric));
    }

    /** The same beside a value that needs no run, such as that of guessing. */
    public KeyFigure againstKnown(String value) {
        return new KeyFigure(words, metric, format, published, new Baseline(value, ""));
    }

    /** Those figures that were measured or published, as a table; its columns only where one has something to say. */
    public static List<List<String>> table(List<KeyFigure> figures, Map<String, Double> metrics) {
        boolean anyPublished =
                figures.stream().anyMatch(figure -> !figure.published().isEmpty());
        boolean anyBaseline = figures.stream()
                .anyMatch(figure ->
                        !figure.baseline().inWords(figure.format(), metrics).isEmpty());
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns("figure", "here", "as reported", anyPublished, "for comparison", anyBaseline));
        for (KeyFigure figure : figures) {
            Optional<String> value =
                    Optional.ofNullable(metrics.get(figure.metric())).map(figure.format()::of);
            if (value.isPresent() || !figure.published().isEmpty()) {
                rows.add(columns(
                        figure.words(),
                        value.orElse("not measured"),
                        figure.published(),
                        anyPublished,
                        figure.baseline().inWords(figure.format(), metrics),
                        anyBaseline));
            }
        }
        return rows;
    }

    private static List<String> columns(
            String words,
            String value,
            String published,
            boolean withPublished,
            String baseline,
            boolean withBaseline) {
        List<String> columns = new ArrayList<>(List.of(words, value));
        if (withPublished) {
            columns.add(published);
        }
        if (withBaseline) {
            columns.add(baseline);
        }
        return List.copyOf(columns);
    }
}
