/**
 * What a file is worth to us, before anybody works with it: a verdict with reasons, for whatever file there is. Stands beside
 * the flow and asks the readers; it never throws and never keeps silent.
 *
 * <pre>{@code
 * Verdict verdict = FileInspection.inspect(Path.of("from-the-attic.mid"));
 * System.out.println(verdict.inWords());
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.inspection.FileInspection}, {@link diabolo.inspection.Verdict}, {@link
 * diabolo.inspection.PieceStatistics}.
 */
@NullMarked
package diabolo.inspection;

import org.jspecify.annotations.NullMarked;
