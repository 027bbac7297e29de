/**
 * Images as input of networks, the usual benchmark of autoencoders. The counterpart of the representations of music.
 *
 * <p>Read these first: {@link diabolo.image.GreyImage}, {@link diabolo.image.GreyImages}, {@link diabolo.image.IdxReader},
 * {@link diabolo.image.PngReader}, {@link diabolo.image.ImageSheet}.
 */
@NullMarked
package diabolo.image;

import org.jspecify.annotations.NullMarked;
