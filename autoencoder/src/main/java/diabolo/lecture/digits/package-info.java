/**
 * Experiments on handwritten digits: autoencoders against principal components, a stacked autoencoder, variational autoencoders,
 * and sparse features, which are looked for in music too.
 *
 * <pre>{@code
 * List<Experiments.Entry> entries = DigitStudies.entries();
 * }</pre>
 *
 * <p>Read first: {@link diabolo.lecture.digits.DigitStudies}.
 */
@NullMarked
package diabolo.lecture.digits;

import org.jspecify.annotations.NullMarked;
