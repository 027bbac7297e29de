/**
 * Musical attributes as latent directions, learned as differences of means or disentangled from each other.
 *
 * <p>Read these first: {@link diabolo.attribute.AttributeVector}, {@link diabolo.attribute.AttributeLearning}.
 */
@NullMarked
package diabolo.attribute;

import org.jspecify.annotations.NullMarked;
