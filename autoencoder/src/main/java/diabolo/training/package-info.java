/**
 * How a network learns: small stages one after the other, each on the internal states of the one before (pre-training in
 * cascade), then all of it at once (fine-tuning). A run can be killed at any moment and resumed to the same weights.
 *
 * <p>Read these first: {@link diabolo.training.CascadePlan}, {@link diabolo.training.Cascade}, {@link
 * diabolo.training.RestrictedBoltzmannMachine}.
 */
@NullMarked
package diabolo.training;

import org.jspecify.annotations.NullMarked;
