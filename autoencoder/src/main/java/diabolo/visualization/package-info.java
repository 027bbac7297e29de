/**
 * What units of networks respond to: inputs that activate them most, and what in an input an activation came from.
 *
 * <pre>{@code
 * float[][] images = new ActivationMaximization(classifier, 9, 200).inputs(2, new int[] {0, 1, 2}, RandomSource.of(1));
 * }</pre>
 *
 * <p>Read first: {@link diabolo.visualization.ActivationMaximization}, {@link diabolo.visualization.Deconvolution}.
 */
@NullMarked
package diabolo.visualization;

import org.jspecify.annotations.NullMarked;
