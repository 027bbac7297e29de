/**
 * Images as input of networks, the usual benchmark of autoencoders. The counterpart of the representations of music.
 *
 * <pre>{@code
 * GreyImages digits = IdxReader.read(Path.of("train-images-idx3-ubyte.gz"));
 * GreyImage seven = PngReader.read(Path.of("seven.png"), 28, 28);
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.image.GreyImage}, {@link diabolo.image.GreyImages}, {@link diabolo.image.IdxReader},
 * {@link diabolo.image.PngReader}, {@link diabolo.image.ImageSheet}.
 */
@NullMarked
package diabolo.image;

import org.jspecify.annotations.NullMarked;
