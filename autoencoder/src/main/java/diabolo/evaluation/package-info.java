/**
 * Metrics on frames: reconstruction and originality.
 *
 * <p>Read these first: {@link diabolo.evaluation.WrongCells}, {@link diabolo.evaluation.NoteMetrics}, {@link
 * diabolo.evaluation.Originality}.
 */
@NullMarked
package diabolo.evaluation;

import org.jspecify.annotations.NullMarked;
