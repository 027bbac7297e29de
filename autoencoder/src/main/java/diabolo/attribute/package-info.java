/**
 * Attributes of music as directions in the latent space: learned from examples, or so that each moves alone.
 *
 * <p>Read these first: {@link diabolo.attribute.AttributeVector}, {@link diabolo.attribute.AttributeLearning}.
 */
@NullMarked
package diabolo.attribute;

import org.jspecify.annotations.NullMarked;
