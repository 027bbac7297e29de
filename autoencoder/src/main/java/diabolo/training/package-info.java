/**
 * Training, by a plan of stages: greedy layer-wise pre-training, a curriculum of short excerpts before long ones, or the whole at
 * once. A run can be killed at any moment and resumed to the same weights.
 *
 * <pre>{@code
 * Schedule schedule = Schedule.epochs(100, 64, LearningRate.constant(1e-3));
 * Stage whole = Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY), schedule);
 * TrainingPlan plan = new TrainingPlan(DenseSpec.sigmoid(784, 20), Initialization.GLOROT, List.of(whole), 1);
 * try (Trained trained = new Trainer(plan).train(Examples.of(new float[64][784]), TrainingMonitor.SILENT)) {
 *     float[][] codes = trained.network().encode(List.of(new Cells(new float[784])));
 * }
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.training.TrainingPlan}, {@link diabolo.training.Trainer}, {@link diabolo.training.Objective}.
 */
@NullMarked
package diabolo.training;

import org.jspecify.annotations.NullMarked;
