/**
 * Written music before it sounds: bars, voices, ties, repeats and jumps, as {@link diabolo.musicxml} and {@link diabolo.abc} read
 * them, and the player that turns them into a {@link diabolo.note.NoteSequence}.
 *
 * <pre>{@code
 * Notation page = new Notation("Rest", List.of(new Notation.NotatedPart("P1", "flute", List.of(Notation.NotatedBar.SILENT))));
 * NoteSequence played = new NotationPlayer(page, new FindingLog(Tolerance.STRICT)).play();
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.notation.Notation} (parts, bars, notes), {@link diabolo.notation.NotationPlayer} (from bars
 * to notes in time), {@code RepeatUnfolder} (the order in which bars sound).
 */
@NullMarked
package diabolo.notation;

import org.jspecify.annotations.NullMarked;
