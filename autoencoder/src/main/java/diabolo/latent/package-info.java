/**
 * A trained model as a space of codes: music or images into codes and back, recipes of pieces and what renders them, and where
 * new codes are drawn from.
 *
 * <p>Read these first: {@link diabolo.latent.LatentSpace}, {@link diabolo.latent.ImageSpace}, {@link diabolo.latent.CodeOperations},
 * {@link diabolo.latent.Recipe}.
 */
@NullMarked
package diabolo.latent;

import org.jspecify.annotations.NullMarked;
