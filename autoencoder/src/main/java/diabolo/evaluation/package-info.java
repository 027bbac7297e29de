/**
 * Measures, on frames: how well windows come back, and how original what comes out is.
 *
 * <p>Read these first: {@link diabolo.evaluation.WrongCells}, {@link diabolo.evaluation.NoteMetrics}, {@link
 * diabolo.evaluation.Originality}.
 */
@NullMarked
package diabolo.evaluation;

import org.jspecify.annotations.NullMarked;
