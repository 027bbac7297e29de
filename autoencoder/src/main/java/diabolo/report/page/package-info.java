/**
 * The page of a report: a builder of sections, tables, pictures and sound, written as one HTML file and as JSON. Knows no chapter.
 *
 * <p>Read first: {@link diabolo.report.page.Report}.
 */
@NullMarked
package diabolo.report.page;

import org.jspecify.annotations.NullMarked;
