package diabolo.training;

import static java.util.Objects.requireNonNull;

/**
 * How the layers are prepared before all are trained together.
 *
 * <pre>{@code
 * new Pretraining.ByAutoencoders(stageTraining);      // the lecture's: decoders discarded, states handed on
 * new Pretraining.ByBoltzmannMachines(1, 100, 10, 0.01); // DeepHear's: CD-1, 100 epochs, batches of 10, rate 0.01
 * new Pretraining.None();
 * }</pre>
 */
public sealed interface Pretraining {

    /** Straight to the training of the whole. */
    record None() implements Pretraining {}

    /**
     * Every layer learns in a small autoencoder of its own, whose decoder serves only for that (the lecture, "Pre-Training
     * Deep Networks"; Bengio et al. 2007).
     *
     * @param stage how each of the small autoencoders is trained
     */
    record ByAutoencoders(TrainingSpec stage) implements Pretraining {
        public ByAutoencoders {
            requireNonNull(stage, "stage");
        }
    }

    /**
     * Every layer learns as a restricted Boltzmann machine by contrastive divergence (Hinton, Osindero and Teh 2006).
     *
     * @param k steps of the chain an update, 1 to 100
     * @param epochs passes over the examples for each layer
     * @param batchSize examples an update
     * @param learningRate positive
     */
    record ByBoltzmannMachines(int k, int epochs, int batchSize, double learningRate) implements Pretraining {
        public ByBoltzmannMachines {
            new RestrictedBoltzmannMachine.Settings(k, epochs, batchSize, learningRate);
        }
    }
}
