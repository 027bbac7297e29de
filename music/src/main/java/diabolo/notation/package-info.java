/**
 * Music notation files: MusicXML, plain or compressed, and ABC. A reader here turns what is written on a page (bars, voices, ties,
 * repeats, transposing instruments) into what sounds, a {@link diabolo.note.NoteSequence}; a writer goes the other way.
 *
 * <p>Read these first: {@link diabolo.notation.MusicXmlReader}, {@code NotationParser} (from XML to bars),
 * {@code NotationPlayer} (from bars to notes in time); for ABC {@link diabolo.notation.AbcReader}, {@code AbcMusicLine} (from
 * text to voices), {@code AbcVoice} (a voice while it grows), which ends in the same bars; for writing {@link
 * diabolo.notation.MusicXmlWriter}, {@code PartWriter} and {@link diabolo.notation.AbcWriter}.
 */
@NullMarked
package diabolo.notation;

import org.jspecify.annotations.NullMarked;
