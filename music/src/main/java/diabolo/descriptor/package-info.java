/**
 * Numbers that describe music, such as how many notes it has: what attribute vectors are learned by, and what is measured after they
 * are applied. Reads music on a grid, knows nothing of models.
 *
 * <pre>{@code
 * QuantizedSequence piece = RhythmGrid.SIXTEENTHS.quantize(MidiReader.read(Path.of("blues.mid")));
 * double density = Descriptor.NOTE_DENSITY.of(piece);
 * }</pre>
 *
 * <p>Read this first: {@link diabolo.descriptor.Descriptor}.
 */
@NullMarked
package diabolo.descriptor;

import org.jspecify.annotations.NullMarked;
