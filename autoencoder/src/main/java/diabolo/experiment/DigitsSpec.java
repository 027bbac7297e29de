package diabolo.experiment;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Loss;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.TrainingPlan;
import java.util.List;

/**
 * Variational autoencoders of handwritten digits that differ in the size of their code.
 *
 * <pre>{@code
 * TrainingPlan plan = DigitsSpec.DEFAULT.plan(784, 20); // 784-500-20
 * }</pre>
 *
 * @param corpus the folder in the data folder that holds the images
 * @param codeSizes one or more, each 1 to 4,096
 * @param hiddenUnits of the one hidden layer, 1 to 65,536
 * @param epochs passes over all images, for each network
 * @param batchSize images an update
 * @param learningRate of Adam, constant
 */
record DigitsSpec(
        String name,
        String corpus,
        List<Integer> codeSizes,
        int hiddenUnits,
        int epochs,
        int batchSize,
        double learningRate,
        long seed) {

    /**
     * The network, the batches and one draw an example of Kingma and Welling (2014, section 5); two numbers for their manifold
     * (figure 4), twenty for their best bound (figure 2). They had Adagrad.
     */
    static final DigitsSpec DEFAULT =
            new DigitsSpec("vae-digits", "digits-mnist", List.of(2, 20), 500, 10, 100, 1e-3, 1);

    DigitsSpec {
        codeSizes = List.copyOf(codeSizes);
        require(!codeSizes.isEmpty(), "codeSizes must name at least one size");
        codeSizes.forEach(size -> requireBetween("code size", size, 1, 4096));
    }

    DigitsSpec withEpochs(int other) {
        return new DigitsSpec(name, corpus, codeSizes, hiddenUnits, other, batchSize, learningRate, seed);
    }

    DigitsSpec withCorpus(String other) {
        return new DigitsSpec(name, other, codeSizes, hiddenUnits, epochs, batchSize, learningRate, seed);
    }

    DigitsSpec withSeed(long other) {
        return new DigitsSpec(name, corpus, codeSizes, hiddenUnits, epochs, batchSize, learningRate, other);
    }

    TrainingPlan plan(int pixels, int codeSize) {
        Stage whole = Stage.whole(
                Objective.of(Loss.BINARY_CROSS_ENTROPY, Regularizer.EVIDENCE_LOWER_BOUND),
                Schedule.epochs(epochs, batchSize, LearningRate.constant(learningRate)));
        return new TrainingPlan(
                DenseSpec.gaussian(pixels, hiddenUnits, codeSize), Initialization.GLOROT, List.of(whole), seed);
    }
}
