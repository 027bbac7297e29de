/**
 * Whole experiments: what is trained on what, the lecture's systems by name, and the folder that a run leaves.
 *
 * <p>An experiment lists the networks that it trains and the chapters of its report, which are in {@code diabolo.report}. Read these
 * first: {@link diabolo.experiment.Experiment}, {@link diabolo.experiment.AutoBachExperiment}, {@link
 * diabolo.experiment.ExperimentSpec}.
 */
@NullMarked
package diabolo.experiment;

import org.jspecify.annotations.NullMarked;
