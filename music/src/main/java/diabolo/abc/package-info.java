/**
 * ABC, the notation of folk tunes in plain text, read into {@link diabolo.notation.Notation} and written from a
 * {@link diabolo.note.NoteSequence}.
 *
 * <pre>{@code
 * List<NoteSequence> book = AbcReader.readAll(Path.of("tunebook.abc"));
 * AbcWriter.write(book.getFirst().transpose(2), Path.of("higher.abc"));
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.abc.AbcReader}, {@code AbcTuneParser} (header and body), {@code AbcMusicLine} (from text to
 * voices), {@code AbcVoice} (a voice as it is read); for writing {@link diabolo.abc.AbcWriter}.
 */
@NullMarked
package diabolo.abc;

import org.jspecify.annotations.NullMarked;
