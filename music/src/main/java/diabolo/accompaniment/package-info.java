/**
 * Accompaniments from chord symbols: patterns as data, voice leading, a bass. Pure functions: the same melody, chords and pattern
 * always give the same notes.
 *
 * <pre>{@code
 * Note c = new Note(Pitch.of(72), Velocity.of(90), Beat.ZERO, Beat.of(4));
 * Part line = new Part("melody", Instrument.PIANO, List.of(c));
 * NoteSequence melody = NoteSequence.of("One note", new Tempo(120), Meter.FOUR_FOUR, List.of(line));
 * List<At<ChordSymbol>> chords = List.of(new At<>(Beat.ZERO, ChordSymbol.parse("Am7").orElseThrow()));
 * NoteSequence song = LeadSheet.of(melody, chords, Patterns.STRIDE);
 * System.out.println(song); // "One note", 4/4, 3 parts, 5 notes, 4 beats
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.accompaniment.LeadSheet}, {@link diabolo.accompaniment.AccompanimentPattern}, {@link
 * diabolo.accompaniment.Patterns}.
 */
@NullMarked
package diabolo.accompaniment;

import org.jspecify.annotations.NullMarked;
