/**
 * What an experiment found, written for people and for programs: the chapters that reports share.
 *
 * <pre>{@code
 * List<Chapter> chapters = List.of(new RollReconstruction(), new LearningCurves("epoch", "window", Axis.LINEAR));
 * }</pre>
 *
 * <p>A chapter reads the {@link diabolo.report.Findings} of an experiment, measures what it shows, and adds its metrics, tables,
 * pictures and pieces to a {@link diabolo.report.page.Report}. Knows no experiment; every metric stands in {@code docs/metrics.md}.
 * Read first: {@link diabolo.report.page.Report}, {@link diabolo.report.Chapter}, {@link diabolo.report.Findings}.
 */
@NullMarked
package diabolo.report;

import org.jspecify.annotations.NullMarked;
