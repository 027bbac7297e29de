package diabolo.training;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.nn.OptimizerSpec;

/**
 * Length, batch size, learning rate and optimizer of a stage.
 *
 * <pre>{@code
 * Schedule.epochs(300, 64, LearningRate.cosine(3e-3, 1e-5));
 * Schedule.updates(2_000, 64, LearningRate.constant(1e-3)).with(new OptimizerSpec.GradientDescent(0.9));
 * }</pre>
 *
 * @param batchSize examples per update, 1 to 65,536
 * @param learningRate over the length of the stage
 */
public record Schedule(
        Length length,
        int batchSize,
        LearningRate learningRate,
        EarlyStopping earlyStopping,
        OptimizerSpec optimizer,
        Clipping clipping) {

    /** The greatest length of a stage. */
    public sealed interface Length {

        /** In updates, given the batches of an epoch. */
        default long updates(int batches) {
            return switch (this) {
                case Epochs(int count) -> (long) count * batches;
                case Updates(int count) -> count;
            };
        }
    }

    /**
     * Passes over all examples.
     *
     * @param count 0 to 1,000,000
     */
    public record Epochs(int count) implements Length {
        public Epochs {
            requireBetween("epochs", count, 0, 1_000_000);
        }
    }

    /**
     * Updates, independent of the number of examples.
     *
     * @param count 0 to 100,000,000
     */
    public record Updates(int count) implements Length {
        public Updates {
            requireBetween("updates", count, 0, 100_000_000);
        }
    }

    public Schedule {
        requireNonNull(length, "length");
        requireBetween("batchSize", batchSize, 1, 65_536);
        requireNonNull(learningRate, "learningRate");
        requireNonNull(earlyStopping, "earlyStopping");
        requireNonNull(optimizer, "optimizer");
        requireNonNull(clipping, "clipping");
    }

    /** By Adam, to the end and without clipping. */
    public static Schedule epochs(int count, int batchSize, LearningRate learningRate) {
        return of(new Epochs(count), batchSize, learningRate);
    }

    /** By Adam, to the end and without clipping. */
    public static Schedule updates(int count, int batchSize, LearningRate learningRate) {
        return of(new Updates(count), batchSize, learningRate);
    }

    private static Schedule of(Length length, int batchSize, LearningRate learningRate) {
        return new Schedule(length, batchSize, learningRate, EarlyStopping.NEVER, OptimizerSpec.ADAM, Clipping.NONE);
    }

    public Schedule with(EarlyStopping other) {
        return new Schedule(length, batchSize, learningRate, other, optimizer, clipping);
    }

    public Schedule with(OptimizerSpec other) {
        return new Schedule(length, batchSize, learningRate, earlyStopping, other, clipping);
    }

    public Schedule with(Clipping other) {
        return new Schedule(length, batchSize, learningRate, earlyStopping, optimizer, other);
    }

    public Schedule with(Length other) {
        return new Schedule(other, batchSize, learningRate, earlyStopping, optimizer, clipping);
    }

    /** The batches of an epoch. */
    int batches(int examples) {
        return Math.ceilDiv(examples, batchSize);
    }

    /** The greatest number of epochs; the last may be incomplete. */
    int epochs(int examples) {
        int batches = batches(examples);
        return Math.toIntExact(Math.ceilDiv(length.updates(batches), batches));
    }

    /** The learning rate after some updates. */
    double rateAfter(long updates, int examples) {
        double batches = batches(examples);
        return learningRate.at(updates / batches / Math.max(1, length.updates(batches(examples)) / batches));
    }
}
