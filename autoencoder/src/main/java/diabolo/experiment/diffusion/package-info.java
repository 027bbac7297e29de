/**
 * What is learned on the codes of a trained model, which stays as it is: a prior of whole tunes, and faders.
 *
 * <pre>{@code
 * LinesInC lines = LinesInC.of(corpus, split.training());
 * Optional<SequencePrior> prior = new PriorTraining(lines, network).train(...);
 * Faders faders = new FaderTraining(lines, network).train(...);
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.experiment.diffusion.PriorTraining}, {@link diabolo.experiment.diffusion.FaderTraining}.
 */
@NullMarked
package diabolo.experiment.diffusion;

import org.jspecify.annotations.NullMarked;
