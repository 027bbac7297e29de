package diabolo.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metric in words, with the published value: a line of the table that opens a report.
 *
 * <pre>{@code
 * KeyFigure.of("mean similarity to the most similar training window", "originality.meanSimilarity", MetricFormat.SHARE)
 *         .asReported("59.6 %");
 * }</pre>
 *
 * @param metric its name in {@code report.json}
 * @param published empty where nothing comparable was published
 */
public record KeyFigure(String words, String metric, MetricFormat format, String published) {

    public static KeyFigure of(String words, String metric, MetricFormat format) {
        return new KeyFigure(words, metric, format, "");
    }

    /** The same with a published value. */
    public KeyFigure asReported(String value) {
        return new KeyFigure(words, metric, format, value);
    }

    /** Those figures that were measured or published, as a table; the last column only where something was published. */
    public static List<List<String>> table(List<KeyFigure> figures, Map<String, Double> metrics) {
        boolean anyPublished =
                figures.stream().anyMatch(figure -> !figure.published().isEmpty());
        List<List<String>> rows = new ArrayList<>();
        rows.add(anyPublished ? List.of("figure", "here", "as reported") : List.of("figure", "here"));
        for (KeyFigure figure : figures) {
            Optional<String> value =
                    Optional.ofNullable(metrics.get(figure.metric())).map(figure.format()::of);
            if (anyPublished && (value.isPresent() || !figure.published().isEmpty())) {
                rows.add(List.of(figure.words(), value.orElse("not measured"), figure.published()));
            } else if (value.isPresent()) {
                rows.add(List.of(figure.words(), value.get()));
            }
        }
        return rows;
    }
}
