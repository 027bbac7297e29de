/**
 * Music in free time: notes, parts and whole pieces, before any grid. Every reader ends here and every writer starts here.
 * A number with a musical unit is a type of its own, so that a pitch cannot be passed as a velocity.
 *
 * <p>Read these first: {@link diabolo.note.NoteSequence}, {@link diabolo.note.Note}, {@link diabolo.note.Beat}.
 */
@NullMarked
package diabolo.note;

import org.jspecify.annotations.NullMarked;
