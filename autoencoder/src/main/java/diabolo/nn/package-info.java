/**
 * The building blocks of networks: parameters in one flat buffer, dense, convolution, LSTM and NADE layers, activations, and the optimizer.
 *
 * <pre>{@code
 * NamedArray bias = new NamedArray("bias", new long[] {16}, new float[16]);
 * try (Parameters parameters = Parameters.of(List.of(bias));
 *         Adam adam = Adam.over(parameters)) {
 *     parameters.gradients().zero_(); // then loss.backward()
 *     adam.update(1e-3);
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.nn.Parameters}, {@link diabolo.nn.DenseLayer}, {@link diabolo.nn.Adam}.
 */
@NullMarked
package diabolo.nn;

import org.jspecify.annotations.NullMarked;
