/**
 * A trained model as a latent space: encoding and decoding of music or images, recipes of pieces and their rendering, and priors
 * of new codes.
 *
 * <pre>{@code
 * try (LatentSpace space = LatentSpace.load(Path.of("models/melody-2bar"))) {
 *     float[][] codes = space.encode(MidiReader.read(Path.of("blues.mid"))); // one for each window
 *     NoteSequence decoded = space.decode(codes);
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.latent.LatentSpace}, {@link diabolo.latent.ImageSpace}, {@link diabolo.latent.CodeOperations},
 * {@link diabolo.latent.Recipe}.
 */
@NullMarked
package diabolo.latent;

import org.jspecify.annotations.NullMarked;
