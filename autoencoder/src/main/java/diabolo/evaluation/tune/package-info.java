/**
 * Sets of melodies measured as music, beside a set of real ones: what notes, rhythms and forms they have, and how much of both sets'
 * distributions is shared.
 *
 * <pre>{@code
 * List<Tune> made = Tune.of(RhythmGrid.SIXTEENTHS.quantize(MidiReader.read(Path.of("made.mid")))).excerpts(16);
 * List<Tune> real = Tune.of(RhythmGrid.SIXTEENTHS.quantize(MidiReader.read(Path.of("real.mid")))).excerpts(16);
 * double repeated = TuneFigures.of(made).repeatedNotes(); // 0.25, where real ones have 0.22
 * double shared = TuneHistograms.of(made).intervals().overlap(TuneHistograms.of(real).intervals());
 * }</pre>
 *
 * <p>Read this first: {@link diabolo.evaluation.tune.Tune}.
 */
@NullMarked
package diabolo.evaluation.tune;

import org.jspecify.annotations.NullMarked;
