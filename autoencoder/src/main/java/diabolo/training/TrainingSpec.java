package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

/**
 * How a network is trained by gradients: for how long, in what portions, how fast, against which loss.
 *
 * <pre>{@code
 * new TrainingSpec(400, 128, LearningRate.cosine(1e-3, 1e-5), Loss.BINARY_CROSS_ENTROPY, 0, EarlyStopping.NEVER);
 * }</pre>
 *
 * @param epochs passes over all examples, 0 to 1,000,000
 * @param batchSize examples an update, 1 to 65,536
 * @param codeNoise the standard deviation of Gaussian noise added to what goes into the code's activation while training,
 *     0 for none; large noise makes sigmoid codes nearly binary (Salakhutdinov and Hinton 2009, semantic hashing, section 3)
 * @param regularizer of a network with a Gaussian bottleneck; not looked at with a plain one
 */
public record TrainingSpec(
        int epochs,
        int batchSize,
        LearningRate learningRate,
        Loss loss,
        double codeNoise,
        EarlyStopping earlyStopping,
        Regularizer regularizer) {

    /** Where the bottleneck is plain, or the divergence counts as it is. */
    public TrainingSpec(
            int epochs,
            int batchSize,
            LearningRate learningRate,
            Loss loss,
            double codeNoise,
            EarlyStopping earlyStopping) {
        this(epochs, batchSize, learningRate, loss, codeNoise, earlyStopping, Regularizer.EVIDENCE_LOWER_BOUND);
    }

    public TrainingSpec {
        requireBetween("epochs", epochs, 0, 1_000_000);
        requireBetween("batchSize", batchSize, 1, 65_536);
        require(codeNoise >= 0, "codeNoise must not be negative, was " + codeNoise);
        requireNonNull(learningRate, "learningRate");
        requireNonNull(loss, "loss");
        requireNonNull(earlyStopping, "earlyStopping");
        requireNonNull(regularizer, "regularizer");
    }

    public TrainingSpec withEpochs(int newEpochs) {
        return new TrainingSpec(newEpochs, batchSize, learningRate, loss, codeNoise, earlyStopping, regularizer);
    }
}
