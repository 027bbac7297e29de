/**
 * Music on a rhythm grid: every note begins on a step and lasts whole steps. Stands between free time
 * ({@link diabolo.note.NoteSequence}) and the representations, which turn steps into plain arrays. "Not yet quantized"
 * and "quantized" are two types, not a flag.
 *
 * <pre>{@code
 * NoteSequence played = MidiReader.read(Path.of("blues.mid"));
 * Passage piece = Passage.of(RhythmGrid.SIXTEENTHS.quantize(played));
 * Passage four = piece.between(5, 8); // bars 5 to 8
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.grid.RhythmGrid}, {@link diabolo.grid.QuantizedSequence}, {@link
 * diabolo.grid.Passage}.
 */
@NullMarked
package diabolo.grid;

import org.jspecify.annotations.NullMarked;
