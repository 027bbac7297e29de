/**
 * The experiments on new types: random frames fed back to a sparse convolutional autoencoder until they come to rest, of digits as
 * Kazakçı, Cherti and Kégl (2016) did, and of music.
 *
 * <pre>{@code
 * List<Experiments.Entry> entries = NewTypes.ENTRIES;
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.lecture.newtypes.NewTypes}, {@link diabolo.evaluation.FixedPoints}, {@link
 * diabolo.model.ConvolutionalSpec}.
 */
@NullMarked
package diabolo.lecture.newtypes;

import org.jspecify.annotations.NullMarked;
