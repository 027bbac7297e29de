/**
 * Whole experiments: what is trained on what, the lecture's systems by name, the folder a run leaves, and its report.
 *
 * <p>Read these first: {@link diabolo.experiment.ExperimentSpec}, {@link diabolo.experiment.DeepHearExperiment}, {@link
 * diabolo.experiment.Report}.
 */
@NullMarked
package diabolo.experiment;

import org.jspecify.annotations.NullMarked;
