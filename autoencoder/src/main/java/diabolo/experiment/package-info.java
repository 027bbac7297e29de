/**
 * Whole experiments: what is trained on what, the lecture's systems by name, and the folder that a run leaves.
 *
 * <pre>{@code
 * TrainingResult mine = ModelTraining.of("melody-2bar")
 *         .from(Path.of("models/melody-2bar"))
 *         .on(Path.of("my-tunes"))
 *         .run(Path.of("runs/mine"), progress -> System.out.println(progress.loss()));
 * }</pre>
 *
 * <p>An experiment lists the networks that it trains and the chapters of its report, which are in {@code diabolo.report}. Read these
 * first: {@link diabolo.experiment.Experiment}, {@link diabolo.experiment.AutoBachExperiment}, {@link
 * diabolo.experiment.ExperimentSpec}.
 */
@NullMarked
package diabolo.experiment;

import org.jspecify.annotations.NullMarked;
