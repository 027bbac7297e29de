/**
 * The basis of every network: libtorch with its settings, owned native memory, seeded randomness, and weights as SafeTensors. The
 * interface to the representations is plain arrays.
 *
 * <p>Read these first: {@link diabolo.tensor.TensorScope}, {@link diabolo.tensor.RandomSource}, {@link
 * diabolo.tensor.SafeTensors}.
 */
@NullMarked
package diabolo.tensor;

import org.jspecify.annotations.NullMarked;
