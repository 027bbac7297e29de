/**
 * From music on a grid to the {@link diabolo.representation.Frames} that a network reads, and back. A representation knows nothing of tensors; what
 * it cannot hold it counts, rather than lose it silently.
 *
 * <p>Read these first: {@link diabolo.representation.Representation}, {@link diabolo.representation.Frames}, {@link
 * diabolo.representation.PianoRoll}, {@link diabolo.representation.TokenRepresentation}.
 */
@NullMarked
package diabolo.representation;

import org.jspecify.annotations.NullMarked;
