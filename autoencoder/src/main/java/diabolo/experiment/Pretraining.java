package diabolo.experiment;

import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;

/**
 * How the layers of a dense network are trained one by one before the whole: the {@code pretraining} of an experiment's YAML.
 *
 * @param epochs with batchSize and learningRate, of every layer
 * @param contrastiveSteps the k of CD-k, for Boltzmann machines
 */
public record Pretraining(By by, int epochs, int batchSize, double learningRate, int contrastiveSteps) {

    /** Nothing of the kind. */
    public static final Pretraining NONE = new Pretraining(By.NONE, 0, 1, 1, 1);

    /** By what the layers are trained. */
    public enum By {
        NONE,
        /** Small autoencoders (Bengio et al. 2007). */
        AUTOENCODERS,
        /** Restricted Boltzmann machines, by contrastive divergence (Hinton, Osindero and Teh 2006). */
        BOLTZMANN_MACHINES
    }

    Pretraining quick(int most) {
        return new Pretraining(by, Math.min(most, epochs), batchSize, learningRate, contrastiveSteps);
    }

    /** @param loss of the whole, which small autoencoders have too */
    Objective objective(Loss loss) {
        return by == By.BOLTZMANN_MACHINES ? new Objective.ContrastiveDivergence(contrastiveSteps) : Objective.of(loss);
    }

    Schedule schedule() {
        Schedule schedule = Schedule.epochs(epochs, batchSize, LearningRate.constant(learningRate));
        return by == By.BOLTZMANN_MACHINES ? schedule.with(OptimizerSpec.GradientDescent.PLAIN) : schedule;
    }
}
