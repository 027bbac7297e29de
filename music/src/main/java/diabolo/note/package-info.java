/**
 * Music in free time: notes, parts and whole pieces, before any grid. Every reader ends here and every writer starts here.
 * A number with a musical unit is a type of its own, so that a pitch cannot be passed as a velocity.
 *
 * <pre>{@code
 * Note c = new Note(Pitch.of(60), Velocity.of(90), Beat.ZERO, Beat.of(1));
 * Part melody = new Part("melody", Instrument.PIANO, List.of(c));
 * NoteSequence piece = NoteSequence.of("One note", new Tempo(120), Meter.FOUR_FOUR, List.of(melody));
 * System.out.println(piece); // "One note", 4/4, 1 part, 1 note, 1 beat
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.note.NoteSequence}, {@link diabolo.note.Note}, {@link diabolo.note.Beat}.
 */
@NullMarked
package diabolo.note;

import org.jspecify.annotations.NullMarked;
