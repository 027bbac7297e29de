/**
 * Sets of excerpts for two hands measured as music, such as ragtime: the pulse of the left hand, short notes, density, leaps of the
 * highest line.
 *
 * <pre>{@code
 * List<PianoExcerpt> made = PianoExcerpt.of(RhythmGrid.SIXTEENTHS.quantize(MidiReader.read(Path.of("made.mid"))), 64);
 * double pulse = PianoFigures.of(made).leftHandPulse(); // 0.53, where rags have 0.88
 * }</pre>
 *
 * <p>Read this first: {@link diabolo.evaluation.piano.PianoExcerpt}.
 */
@NullMarked
package diabolo.evaluation.piano;

import org.jspecify.annotations.NullMarked;
