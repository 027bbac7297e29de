/**
 * What units of networks respond to: inputs that activate them most, and what in an input an activation came from.
 *
 * <pre>{@code
 * ClassifierSpec spec = ClassifierSpec.sigmoid(10, 784, 200);
 * try (Classifier classifier = Classifier.of(spec, spec.firstWeights(Initialization.GLOROT, RandomSource.of(1)))) {
 *     float[][] images = new ActivationMaximization(classifier, 9, 200).inputs(1, new int[] {0, 1}, RandomSource.of(1));
 * }
 * }</pre>
 *
 * <p>Read first: {@link diabolo.visualization.ActivationMaximization}, {@link diabolo.visualization.Deconvolution}.
 */
@NullMarked
package diabolo.visualization;

import org.jspecify.annotations.NullMarked;
