package diabolo.experiment;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.training.Clipping;
import diabolo.training.EarlyStopping;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
import diabolo.training.Schedule;
import diabolo.training.ScheduledSampling;
import java.util.ArrayList;
import java.util.List;

/**
 * How the whole network is trained: the {@code training} of an experiment's YAML.
 *
 * @param epochs passes over all examples
 * @param updates instead of epochs, whatever the number of examples; 0 for epochs
 * @param learningRate the first; it falls to {@code lastLearningRate} along half a cosine
 * @param clipNorm gradients longer than this are shortened to it, and not used at all above 10,000 times as much; 0 for no clipping
 * @param patienceEpochs 0 for no early stopping
 * @param codeNoise see {@link Objective.LowerBound}
 * @param scheduledSampling of recurrent decoders: slowness in updates, 0 for teacher forcing
 * @param transposition of pitched lines, semitones up or down at the most
 * @param curriculum of shorter excerpts before the whole windows
 */
public record Training(
        int epochs,
        int updates,
        int batchSize,
        double learningRate,
        double lastLearningRate,
        OptimizerSpec optimizer,
        double clipNorm,
        int patienceEpochs,
        Loss loss,
        double codeNoise,
        Regularization regularization,
        double scheduledSampling,
        int transposition,
        List<Lesson> curriculum) {

    private static final double LEAST_IMPROVEMENT = 0.005;
    private static final double HOPELESS = 10_000; // as in MusicVAE's code

    /**
     * See {@link Regularizer}; a weight of 0 leaves one out.
     *
     * @param beta the final weight of the KL term; with betaRate and freeBits of a Gaussian bottleneck
     * @param sparseTarget the mean activation that code units are to have
     */
    public record Regularization(
            double beta,
            double betaRate,
            double freeBits,
            double sparseTarget,
            double sparseWeight,
            double weightDecay) {

        /** The divergence as it is. */
        public static final Regularization LOWER_BOUND = new Regularization(1, 0, 0, 0.05, 0, 0);

        /** Another KL term. */
        public Regularization with(double otherBeta, double otherRate, double otherFreeBits) {
            return new Regularization(otherBeta, otherRate, otherFreeBits, sparseTarget, sparseWeight, weightDecay);
        }

        /** Of excerpts of so many steps of examples of so many: the same share of the divergence is free. */
        List<Regularizer> regularizers(int steps, int wholeSteps) {
            List<Regularizer> regularizers = new ArrayList<>();
            regularizers.add(new Regularizer.KullbackLeibler(beta, betaRate, freeBits).ofShare(steps, wholeSteps));
            if (sparseWeight > 0) {
                regularizers.add(new Regularizer.SparseActivity(sparseTarget, sparseWeight));
            }
            if (weightDecay > 0) {
                regularizers.add(new Regularizer.WeightDecay(weightDecay));
            }
            return regularizers;
        }
    }

    /**
     * Epochs on excerpts of some bars of all windows, chosen anew every time (Bengio et al. 2009).
     *
     * @param bars in a row, 1 to 64
     * @param epochs 1 to 1,000,000
     * @param batchSize excerpts an update, 1 to 65,536
     */
    public record Lesson(int bars, int epochs, int batchSize) {
        public Lesson {
            requireBetween("bars of a lesson", bars, 1, 64);
            requireBetween("epochs of a lesson", epochs, 1, 1_000_000);
            requireBetween("batchSize of a lesson", batchSize, 1, 65_536);
        }

        String title() {
            return bars == 1 ? "lesson of a bar" : "lesson of %d bars".formatted(bars);
        }
    }

    public Training {
        requireBetween("updates", updates, 0, 100_000_000);
        require(clipNorm >= 0, "clipNorm must not be negative, was " + clipNorm);
        require(patienceEpochs >= 0, "patienceEpochs must not be negative, was " + patienceEpochs);
        curriculum = List.copyOf(curriculum);
    }

    /** So many epochs, in place of updates if the length is in these. */
    public Training withEpochs(int other) {
        return with(other, 0, learningRate, regularization, curriculum);
    }

    public Training withLearningRate(double other) {
        return with(epochs, updates, other, regularization, curriculum);
    }

    public Training with(Regularization other) {
        return with(epochs, updates, learningRate, other, curriculum);
    }

    public Training withCurriculum(List<Lesson> other) {
        return with(epochs, updates, learningRate, regularization, other);
    }

    private Training with(
            int newEpochs, int newUpdates, double newRate, Regularization newRegularization, List<Lesson> lessons) {
        return new Training(
                newEpochs,
                newUpdates,
                batchSize,
                newRate,
                lastLearningRate,
                optimizer,
                clipNorm,
                patienceEpochs,
                loss,
                codeNoise,
                newRegularization,
                scheduledSampling,
                transposition,
                lessons);
    }

    /** For few examples that are to be learned in a minute: no curriculum, and no example in another key. */
    Training quick(int newEpochs, int newBatchSize, double newRate) {
        return new Training(
                newEpochs,
                0,
                newBatchSize,
                newRate,
                Math.min(lastLearningRate, newRate),
                optimizer,
                clipNorm,
                patienceEpochs,
                loss,
                codeNoise,
                regularization,
                scheduledSampling,
                0,
                List.of());
    }

    /** So many updates of the whole at another learning rate, with the KL term at its final weight. */
    Training forUpdates(int count, double rate) {
        return new Training(
                epochs,
                count,
                batchSize,
                rate,
                Math.min(lastLearningRate, rate),
                optimizer,
                clipNorm,
                0,
                loss,
                codeNoise,
                regularization.with(regularization.beta(), 0, regularization.freeBits()),
                0,
                transposition,
                List.of());
    }

    /** An epoch of each lesson and at most so many of the whole, to see that all of it works. */
    Training quick(int most) {
        return withEpochs(Math.min(most, epochs))
                .withCurriculum(curriculum.stream()
                        .map(lesson -> new Lesson(lesson.bars(), 1, lesson.batchSize()))
                        .toList());
    }

    /** What is made small on excerpts of so many steps of examples of so many. */
    Objective.LowerBound objective(int steps, int wholeSteps) {
        return new Objective.LowerBound(
                loss,
                regularization.regularizers(steps, wholeSteps),
                codeNoise,
                new ScheduledSampling(scheduledSampling));
    }

    /** Of the whole. */
    Schedule schedule() {
        Schedule.Length length = updates > 0 ? new Schedule.Updates(updates) : new Schedule.Epochs(epochs);
        return schedule(length, batchSize, LearningRate.cosine(learningRate, lastLearningRate))
                .with(patienceEpochs == 0 ? EarlyStopping.NEVER : new EarlyStopping(patienceEpochs, LEAST_IMPROVEMENT));
    }

    /** Of a lesson, at the first rate throughout. */
    Schedule schedule(Lesson lesson) {
        return schedule(new Schedule.Epochs(lesson.epochs()), lesson.batchSize(), LearningRate.constant(learningRate));
    }

    private Schedule schedule(Schedule.Length length, int batch, LearningRate rate) {
        Clipping clipping = clipNorm == 0 ? Clipping.NONE : new Clipping(clipNorm, HOPELESS * clipNorm);
        return new Schedule(length, batch, rate, EarlyStopping.NEVER, optimizer, clipping);
    }
}
