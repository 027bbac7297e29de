/**
 * What can be done with a trained model, on music: new pieces from drawn codes, the way from one piece to another, a piece
 * moved along an attribute, a melody harmonized by search, pieces that meet constraints.
 *
 * <p>Read these first: {@link diabolo.latent.LatentSpace}, {@link diabolo.latent.CodeOperations}, {@link diabolo.latent.Recipe},
 * {@link diabolo.latent.Harmonizer}, {@link diabolo.latent.ConstrainedSearch}.
 */
@NullMarked
package diabolo.latent;

import org.jspecify.annotations.NullMarked;
