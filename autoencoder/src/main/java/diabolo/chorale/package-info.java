/**
 * Four voices for a melody: hymns read and learned from, voices sampled under a melody by masking and sampling again, and the result as music.
 *
 * <pre>{@code
 * NoteSequence melody = MidiReader.read(Path.of("ode.mid"));
 * ChoraleHarmony harmony = ChoraleHarmony.of(melody, ChoraleHarmony.Settings.DEFAULT, ChoraleModel.included());
 * MidiWriter.write(harmony.music(), Path.of("ode-chorale.mid"));
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.chorale.ChoraleHarmony}, {@link diabolo.chorale.ChoraleSampler}, {@link diabolo.chorale.HymnFolder}.
 */
@NullMarked
package diabolo.chorale;

import org.jspecify.annotations.NullMarked;
