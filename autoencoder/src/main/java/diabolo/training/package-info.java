/**
 * How a network learns: stage by stage as a plan says, be it layer after layer on the internal states of those below (greedy
 * layer-wise pre-training), short excerpts before long ones, or all of it at once. A run can be killed at any moment and resumed to
 * the same weights.
 *
 * <p>Read these first: {@link diabolo.training.TrainingPlan}, {@link diabolo.training.Trainer}, {@link diabolo.training.Objective}.
 */
@NullMarked
package diabolo.training;

import org.jspecify.annotations.NullMarked;
