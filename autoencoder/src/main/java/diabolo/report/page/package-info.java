/**
 * The page of a report: a builder of sections, tables, pictures and sound, written as one HTML file and as JSON. Knows no chapter.
 *
 * <pre>{@code
 * Report report = new Report("rags", "My rags").opening("What a network makes of them.");
 * report.section("Reconstruction").text("A window has 5,632 cells.");
 * report.metric("train.wrongCells", 7.5);
 * report.write(Path.of("report"));
 * }</pre>
 *
 * <p>Read first: {@link diabolo.report.page.Report}.
 */
@NullMarked
package diabolo.report.page;

import org.jspecify.annotations.NullMarked;
