/**
 * From music on a grid to the {@link diabolo.representation.Frames} that a network reads, and back. A representation knows nothing of tensors; what
 * it cannot hold it counts, rather than lose it silently.
 *
 * <pre>{@code
 * QuantizedSequence piece = RhythmGrid.SIXTEENTHS.quantize(MidiReader.read(Path.of("blues.mid")));
 * Representation melody = Melody.of(2); // two bars of 4/4
 * Frames frames = melody.encode(piece.slice(0, melody.steps()));
 * QuantizedSequence same = melody.decode(frames);
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.representation.Representation}, {@link diabolo.representation.Frames}, {@link
 * diabolo.representation.PianoRoll}, {@link diabolo.representation.TokenRepresentation}.
 */
@NullMarked
package diabolo.representation;

import org.jspecify.annotations.NullMarked;
