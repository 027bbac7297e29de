package diabolo.lecture.pretraining;

import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.image.LabelledImages;
import diabolo.model.ClassifierSpec;
import diabolo.model.Initialization;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Networks of one kind of beginning: their layers pre-trained once, greedily, and as many of the lowest as a network has fine-tuned with
 * labels.
 *
 * <pre>{@code
 * Pretrained layers = Pretrained.of(Beginning.DENOISING, length, digits, study);
 * try (Trained trained = layers.fineTuned(2)) { ... }
 * }</pre>
 */
record Pretrained(
        Beginning beginning, Length length, LabelledDigits digits, Study study, List<List<NamedArray>> layers) {

    private static final int BATCH = 100;

    /**
     * Size and length of trainings.
     *
     * @param name of their checkpoints, before that of the beginning
     * @param pace of pre-training
     * @param rate of fine-tuning
     * @param dropout in fine-tuning
     */
    record Length(
            String name,
            int hidden,
            int layers,
            int pretrainingEpochs,
            Beginning.Pace pace,
            int epochs,
            LearningRate rate,
            ClassifierSpec.Dropout dropout) {

        ClassifierSpec spec(int depth) {
            List<Integer> sizes = new ArrayList<>(List.of(784));
            sizes.addAll(Collections.nCopies(depth, hidden));
            return ClassifierSpec.sigmoid(LabelledDigits.CLASSES, sizes.toArray(Integer[]::new));
        }
    }

    /** Pre-trains them. */
    static Pretrained of(Beginning beginning, Length length, LabelledDigits digits, Study study) throws IOException {
        List<Stage> stages = beginning.stages(length.layers(), length.pretrainingEpochs(), BATCH, length.pace());
        if (stages.isEmpty()) {
            return new Pretrained(beginning, length, digits, study, List.of());
        }
        String name = length.name() + beginning.key() + "-layers";
        TrainingPlan plan = new TrainingPlan(length.spec(length.layers()), Initialization.GLOROT, stages, study.seed());
        try (Trained trained = new Trainer(plan)
                .trainResumably(
                        Examples.of(digits.training().pixels()),
                        study.progress().training(name),
                        study.folder().checkpoint(name))) {
            return new Pretrained(beginning, length, digits, study, trained.layers());
        }
    }

    /** The network of the lowest layers, fine-tuned as a whole. */
    Trained fineTuned(int depth) throws IOException {
        LabelledImages training = digits.training();
        String name = "%s%s-%d".formatted(length.name(), beginning.key(), depth);
        Stage whole =
                Stage.whole(Objective.Classification.PLAIN, Schedule.epochs(length.epochs(), BATCH, length.rate()));
        ClassifierSpec spec = length.spec(depth).withDropout(length.dropout());
        return new Trainer(new TrainingPlan(spec, Initialization.GLOROT, List.of(whole), study.seed()))
                .startingFrom(weights(depth))
                .trainResumably(
                        Examples.classified(training.pixels(), training.labels()),
                        study.progress().training(name),
                        study.folder().checkpoint(name));
    }

    /** Those of the network before fine-tuning. */
    List<NamedArray> weights(int depth) {
        ClassifierSpec spec = length.spec(depth);
        List<NamedArray> initial = spec.firstWeights(
                Initialization.GLOROT, RandomSource.of(study.seed()).derive("initial weights"));
        return layers.isEmpty() ? initial : spec.assembled(initial, layers.subList(0, depth));
    }
}
