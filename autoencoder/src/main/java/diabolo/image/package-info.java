/**
 * Images as the arrays that networks take: what the literature measures autoencoders on, beside music. It stands before the
 * models, where the representations of music stand.
 *
 * <p>Read these first: {@link diabolo.image.GreyImage}, {@link diabolo.image.GreyImages}, {@link diabolo.image.IdxReader},
 * {@link diabolo.image.PngReader}, {@link diabolo.image.ImageSheet}.
 */
@NullMarked
package diabolo.image;

import org.jspecify.annotations.NullMarked;
