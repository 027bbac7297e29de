/**
 * What a musician does with a trained model, as data: an operation says on which music and with which settings, and makes recipes
 * of it on a {@link diabolo.latent.LatentSpace}, or of pictures on an {@link diabolo.latent.ImageSpace}. A verb of the command line
 * parses into one, a program makes one, JSON carries one.
 *
 * <p>Read these first: {@link diabolo.operation.Operation}, {@link diabolo.operation.Source}, {@link diabolo.operation.Vary},
 * {@link diabolo.operation.OperationJson}.
 */
@NullMarked
package diabolo.operation;

import org.jspecify.annotations.NullMarked;
