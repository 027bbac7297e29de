/**
 * Metrics on frames: reconstruction and originality.
 *
 * <pre>{@code
 * PianoRoll roll = PianoRoll.DEEPHEAR;
 * List<Cells> windows = List.of(new Cells(new float[roll.cells()]));
 * double wrong = WrongCells.mean(roll, windows, windows); // 0
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.evaluation.WrongCells}, {@link diabolo.evaluation.NoteMetrics}, {@link
 * diabolo.evaluation.Originality}.
 */
@NullMarked
package diabolo.evaluation;

import org.jspecify.annotations.NullMarked;
