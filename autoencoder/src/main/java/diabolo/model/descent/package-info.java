/**
 * Gradient descent on codes through a decoder whose weights stay fixed: what a decoder of cells can be asked for.
 *
 * <pre>{@code
 * DenseSpec spec = DenseSpec.sigmoid(784, 20);
 * try (DenseAutoencoder network = DenseAutoencoder.initialized(spec, Initialization.GLOROT, RandomSource.of(1))) {
 *     CodeSearch search = network.gradientSearch().orElseThrow();
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.model.descent.CodeSearch}, {@link diabolo.model.descent.CellTargets}.
 */
@NullMarked
package diabolo.model.descent;

import org.jspecify.annotations.NullMarked;
