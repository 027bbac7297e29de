package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.model.RecurrentSpec;
import diabolo.note.Plural;

/**
 * The whole training of a recurrent autoencoder.
 *
 * <pre>{@code
 * SequencePlan plan = new SequencePlan(
 *         spec, 40, 48, LearningRate.cosine(1.5e-3, 1e-5), new Regularizer(0.2, 0, 48),
 *         ScheduledSampling.NEVER, new TokenTransposition(5, List.of(0)), Curriculum.NONE, 1);
 * }</pre>
 *
 * @param epochs passes over all examples, 0 to 1,000,000; those of the curriculum come before
 * @param batchSize examples an update, 1 to 65,536
 * @param regularizer not looked at with a plain bottleneck
 */
public record SequencePlan(
        RecurrentSpec model,
        int epochs,
        int batchSize,
        LearningRate learningRate,
        Regularizer regularizer,
        ScheduledSampling scheduledSampling,
        TokenTransposition transposition,
        Curriculum curriculum,
        long seed) {

    public SequencePlan {
        requireNonNull(model, "model");
        requireBetween("epochs", epochs, 0, 1_000_000);
        requireBetween("batchSize", batchSize, 1, 65_536);
        requireNonNull(learningRate, "learningRate");
        requireNonNull(regularizer, "regularizer");
        requireNonNull(scheduledSampling, "scheduledSampling");
        for (Curriculum.Lesson lesson : curriculum.lessons()) {
            require(
                    curriculum.steps(lesson) <= model.steps(),
                    "a lesson of %s has %d steps, more than the %d of the network"
                            .formatted(Plural.of(lesson.bars(), "bar"), curriculum.steps(lesson), model.steps()));
            require(
                    model.hasWholeSegments(curriculum.steps(lesson)),
                    "a lesson of %s has %d steps, which are no whole segments of the network"
                            .formatted(Plural.of(lesson.bars(), "bar"), curriculum.steps(lesson)));
        }
        for (int line : transposition.lines()) {
            require(
                    line < model.alphabets().size(),
                    "there is no line %d to transpose in a network %s".formatted(line, model.shape()));
        }
    }
}
