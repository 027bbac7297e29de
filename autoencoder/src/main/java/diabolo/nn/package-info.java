/**
 * The building blocks of networks: parameters in one flat buffer, dense, LSTM and NADE layers, activations, and the optimizer.
 *
 * <p>Read these first: {@link diabolo.nn.Parameters}, {@link diabolo.nn.DenseLayer}, {@link diabolo.nn.Adam}.
 */
@NullMarked
package diabolo.nn;

import org.jspecify.annotations.NullMarked;
