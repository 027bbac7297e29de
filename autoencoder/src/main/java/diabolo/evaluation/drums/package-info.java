/**
 * Sets of drum patterns measured as music: backbeat, downbeats, how alike the bars of a pattern are.
 *
 * <pre>{@code
 * List<DrumPattern> made = DrumPattern.of(RhythmGrid.SIXTEENTHS.quantize(MidiReader.read(Path.of("made.mid")))).excerpts(2);
 * double backbeat = DrumFigures.of(made).backbeat(); // 0.49, where played drums have 0.59
 * }</pre>
 *
 * <p>Read this first: {@link diabolo.evaluation.drums.DrumPattern}.
 */
@NullMarked
package diabolo.evaluation.drums;

import org.jspecify.annotations.NullMarked;
