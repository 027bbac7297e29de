/**
 * How melodies and the chord symbols above them agree.
 *
 * <pre>{@code
 * NoteSequence leadSheet = MusicXmlReader.read(Path.of("song.musicxml"));
 * ChordTones tones = ChordTones.of(List.of(leadSheet));
 * double onBeats = tones.onBeat(); // 0.71: so many notes on beats are tones of their chord
 * }</pre>
 *
 * <p>Read this first: {@link diabolo.evaluation.chords.ChordTones}.
 */
@NullMarked
package diabolo.evaluation.chords;

import org.jspecify.annotations.NullMarked;
