/**
 * Music notation files: MusicXML in, plain or compressed. A reader here turns what is written on a page (bars, voices, ties,
 * repeats, transposing instruments) into what sounds, a {@link diabolo.note.NoteSequence}.
 *
 * <p>Read these first: {@link diabolo.notation.MusicXmlReader}, {@code NotationParser} (from XML to bars),
 * {@code NotationPlayer} (from bars to notes in time).
 */
@NullMarked
package diabolo.notation;

import org.jspecify.annotations.NullMarked;
