/**
 * Four voices as music: which chords they make, how they move, and where they end.
 *
 * <pre>{@code
 * NoteSequence piece = AbcReader.read(Path.of("hymn.abc"));
 * Chorale chorale = Chorale.of("hymn.abc", piece).orElseThrow();
 * ChoraleFigures.of(List.of(chorale)).parallelsPerHundredMoves();
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.evaluation.chorale.Chorale}, {@link diabolo.evaluation.chorale.VoiceLeading},
 * {@link diabolo.evaluation.chorale.ChoraleFigures}.
 */
@NullMarked
package diabolo.evaluation.chorale;

import org.jspecify.annotations.NullMarked;
