/**
 * Chords for a melody: a hidden Markov model that is learned from lead sheets, the likeliest chords and others at random,
 * and how well they agree with those that are written. An accompaniment for them is made by {@link diabolo.accompaniment.LeadSheet}.
 *
 * <pre>{@code
 * Note c = new Note(Pitch.of(72), Velocity.of(90), Beat.ZERO, Beat.of(4));
 * Part line = new Part("melody", Instrument.PIANO, List.of(c));
 * NoteSequence melody = NoteSequence.of("One note", new Tempo(120), Meter.FOUR_FOUR, List.of(line));
 * MelodyChords chords = ChordModel.included().of(melody, Key.C_MAJOR);
 * List<At<ChordSymbol>> likeliest = chords.likeliest();
 * NoteSequence song = LeadSheet.of(melody, likeliest, Patterns.ARPEGGIO);
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.harmony.ChordModel}, {@link diabolo.harmony.MelodyChords}, {@link
 * diabolo.harmony.ChordAgreement}.
 */
@NullMarked
package diabolo.harmony;

import org.jspecify.annotations.NullMarked;
