/**
 * The ground under every network: libtorch started with settings that suit it, native memory with an owner, seeded
 * randomness, and weights as SafeTensors. Plain arrays come in from the representations and go out to them again.
 *
 * <p>Read these first: {@link diabolo.tensor.TensorScope}, {@link diabolo.tensor.RandomSource}, {@link
 * diabolo.tensor.SafeTensors}.
 */
@NullMarked
package diabolo.tensor;

import org.jspecify.annotations.NullMarked;
