package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.nn.Loss;
import java.util.List;

/**
 * The training objective of a stage.
 *
 * <pre>{@code
 * Objective.of(Loss.BINARY_CROSS_ENTROPY);                                             // copy the input
 * new Objective.LowerBound(Loss.CROSS_ENTROPY, List.of(new Regularizer.KullbackLeibler(0.2, 0, 48)), 0, ScheduledSampling.NEVER);
 * new Objective.ContrastiveDivergence(1);                                              // a Boltzmann machine, by CD-1
 * }</pre>
 */
public sealed interface Objective {

    /** The reconstruction alone. */
    static LowerBound of(Loss loss, Regularizer... regularizers) {
        return new LowerBound(loss, List.of(regularizers), 0, ScheduledSampling.NEVER);
    }

    /**
     * The reconstruction loss plus regularizers. With the divergence of a Gaussian bottleneck among them it is the negative evidence
     * lower bound (Kingma and Welling 2014, equation 10, one sample per example).
     *
     * @param codeNoise the standard deviation of Gaussian noise on the inputs of the code's activation, 0 for none; large noise
     *     makes sigmoid codes nearly binary (Salakhutdinov and Hinton 2009, semantic hashing, section 3)
     * @param scheduledSampling of recurrent decoders
     */
    record LowerBound(Loss loss, List<Regularizer> regularizers, double codeNoise, ScheduledSampling scheduledSampling)
            implements Objective {
        public LowerBound {
            requireNonNull(loss, "loss");
            requireNonNull(scheduledSampling, "scheduledSampling");
            regularizers = List.copyOf(regularizers);
            require(codeNoise >= 0, "codeNoise must not be negative, was " + codeNoise);
        }

        public LowerBound withCodeNoise(double other) {
            return new LowerBound(loss, regularizers, other, scheduledSampling);
        }
    }

    /**
     * For restricted Boltzmann machines, see {@link BoltzmannMachine}: of a single layer, sigmoid and tied.
     *
     * @param k Gibbs steps per update, 1 to 100
     */
    record ContrastiveDivergence(int k) implements Objective {
        public ContrastiveDivergence {
            requireBetween("k", k, 1, 100);
        }
    }
}
