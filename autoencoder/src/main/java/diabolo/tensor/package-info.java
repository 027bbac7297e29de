/**
 * The basis of every network: libtorch with its settings, owned native memory, seeded randomness, and weights as SafeTensors. The
 * interface to the representations is plain arrays.
 *
 * <pre>{@code
 * RandomSource random = RandomSource.of(7).derive("shuffle", 40);
 * NamedArray weights = new NamedArray("weight", new long[] {2, 2}, new float[] {1, 0, 0, 1});
 * SafeTensors file = new SafeTensors(Map.of("epoch", "12"), List.of(weights));
 * SafeTensors.write(Path.of("weights.safetensors"), file, SafeTensors.Precision.SINGLE);
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.tensor.TensorScope}, {@link diabolo.tensor.RandomSource}, {@link
 * diabolo.tensor.SafeTensors}.
 */
@NullMarked
package diabolo.tensor;

import org.jspecify.annotations.NullMarked;
