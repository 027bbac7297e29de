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
 * Objective.denoising(Loss.BINARY_CROSS_ENTROPY, 0.25);                               // copy what is partly hidden
 * new Objective.ContrastiveDivergence(1);                                              // a Boltzmann machine, by CD-1
 * Objective.Classification.PLAIN;                                                      // a classifier
 * new Objective.Diffusion();                                                           // a denoiser of sequences
 * new Objective.Inpainting(2);                                                         // masked tokens of several lines
 * }</pre>
 */
public sealed interface Objective {

    /**
     * The reconstruction of the whole from a part.
     *
     * @param masked the share that is hidden, such as 0.25
     */
    static LowerBound denoising(Loss loss, double masked) {
        return new LowerBound(loss, List.of(), 0, ScheduledSampling.NEVER, masked);
    }

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
     * @param masked the share of cells that the encoder sees as 0, chosen anew in each update, while the whole is to be
     *     reconstructed: a denoising autoencoder (Vincent et al. 2010, section 3.3); 0 for none, below 1
     */
    record LowerBound(
            Loss loss,
            List<Regularizer> regularizers,
            double codeNoise,
            ScheduledSampling scheduledSampling,
            double masked)
            implements Objective {
        public LowerBound {
            requireNonNull(loss, "loss");
            requireNonNull(scheduledSampling, "scheduledSampling");
            regularizers = List.copyOf(regularizers);
            require(codeNoise >= 0, "codeNoise must not be negative, was " + codeNoise);
            require(
                    masked >= 0 && masked < 1,
                    "the share that is masked must be at least 0 and below 1, was " + masked);
        }

        /** The whole example is seen. */
        public LowerBound(
                Loss loss, List<Regularizer> regularizers, double codeNoise, ScheduledSampling scheduledSampling) {
            this(loss, regularizers, codeNoise, scheduledSampling, 0);
        }

        public LowerBound withCodeNoise(double other) {
            return new LowerBound(loss, regularizers, other, scheduledSampling, masked);
        }
    }

    /**
     * Classes from frames: the cross-entropy of the softmax, mean over the examples. For classifiers.
     *
     * @param weightDecay half of it times the squared weights of the softmax is added (Ng 2011, "Softmax regression"), 0 or more
     */
    record Classification(double weightDecay) implements Objective {

        /** Without weight decay. */
        public static final Classification PLAIN = new Classification(0);

        public Classification {
            require(weightDecay >= 0 && weightDecay <= 1e6, "weightDecay must be 0 to 1000000, was " + weightDecay);
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

    /**
     * Sequences from noise: the squared error of the velocity, mean over the codes that are not given (Salimans and Ho 2022, section 4).
     * Times are spread evenly over a batch. Of half of the sequences some codes are given, a beginning, all but a gap, or some by
     * chance, so that the network can fill gaps. For denoisers.
     *
     * @param numbersOfACondition how many numbers tell one condition, of which a part of the sequences is not told, each by chance; 0
     *     where all conditions are told together, to half of the sequences
     */
    record Diffusion(int numbersOfACondition) implements Objective {
        public Diffusion {
            requireBetween("numbersOfACondition", numbersOfACondition, 0, 1_024);
        }

        /** With conditions that are told together. */
        public Diffusion() {
            this(0);
        }
    }

    /**
     * Masked tokens from all others: the cross-entropy in nats, mean over the masked tokens of an example (Huang et al. 2017, section 4;
     * Uria et al. 2014 on all orders at once). Some lines are given as a whole; the others are masked as a whole, or from
     * some step on, or in blocks, none to all, so that each share is equally likely. For inpainters.
     *
     * @param blockSteps steps of a line that are masked together, 1 to 64
     * @param linesTogether so many lines are one, such as the two of a hand: of half of the examples they are masked together, and none
     *     of them is what is mostly asked about; 1 where each is for itself
     */
    record Inpainting(int blockSteps, int linesTogether) implements Objective {
        public Inpainting {
            requireBetween("blockSteps", blockSteps, 1, 64);
            requireBetween("linesTogether", linesTogether, 1, 64);
        }

        /** With lines each for itself, of which the first is mostly given: a melody. */
        public Inpainting(int blockSteps) {
            this(blockSteps, 1);
        }
    }
}
