/**
 * Training, by a plan of stages: greedy layer-wise pre-training, a curriculum of short excerpts before long ones, or the whole at
 * once. A run can be killed at any moment and resumed to the same weights.
 *
 * <p>Read these first: {@link diabolo.training.TrainingPlan}, {@link diabolo.training.Trainer}, {@link diabolo.training.Objective}.
 */
@NullMarked
package diabolo.training;

import org.jspecify.annotations.NullMarked;
