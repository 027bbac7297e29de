/**
 * A trained model as a latent space: encoding and decoding of music or images, recipes of pieces and their rendering, and priors
 * of new codes.
 *
 * <p>Read these first: {@link diabolo.latent.LatentSpace}, {@link diabolo.latent.ImageSpace}, {@link diabolo.latent.CodeOperations},
 * {@link diabolo.latent.Recipe}.
 */
@NullMarked
package diabolo.latent;

import org.jspecify.annotations.NullMarked;
