package diabolo.report;

import diabolo.report.page.Report;
import java.io.IOException;

/**
 * A part of a report: measures what it shows, and adds its metrics, tables, pictures and pieces.
 *
 * <pre>{@code
 * List<Chapter> chapters = List.of(new RollReconstruction(), new LearningCurves("Fine-tuning", "window", Axis.LOGARITHMIC));
 * for (Chapter chapter : chapters) {
 *     chapter.write(findings, report);
 * }
 * }</pre>
 *
 * <p>Every metric that a chapter writes has a line in {@code docs/metrics.md}.
 */
@FunctionalInterface
public interface Chapter {

    void write(Findings findings, Report report) throws IOException;
}
