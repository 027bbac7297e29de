package diabolo.experiment;

import diabolo.corpus.LastWindow;
import diabolo.model.DenseAutoencoder;
import diabolo.report.Effort;
import diabolo.tensor.RandomSource;
import diabolo.training.Examples;
import diabolo.training.Excerpts;
import diabolo.training.Scope;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.util.List;

/**
 * The networks that the DeepHear experiment compares, all with the same fine-tuning.
 *
 * @param effort how long they are trained
 */
record DeepHearTrainings(ExperimentSpec spec, TrainingData data, RunFolder run, Effort effort) {

    /** Windows and units of a quick run: so few, that a network can learn them in seconds. */
    static final int QUICK_WINDOWS = 96;

    static final int QUICK_UNITS = 256;
    private static final int QUICK_STAGE_EPOCHS = 60;
    private static final int QUICK_EPOCHS = 150;

    /** Pre-training by autoencoders as it compares with the Boltzmann machines of the spec. */
    private static final Pretraining BY_AUTOENCODERS = new Pretraining(Pretraining.By.AUTOENCODERS, 100, 64, 1e-3, 1);

    /** Without pre-training this rate gives a lower loss than the spec's. */
    private static final double RATE_WITHOUT = 1e-3;

    /** A bottleneck of 256 units, compared with DeepHear's 16. */
    private static final List<Integer> WIDE = List.of(1024, 256);

    /** Sun's comparison: 64 random bits to 256 to 1024 units to the window. */
    private static final int LABEL_BITS = 64;

    /** Cut as DeepHear's author cut his nine files: the last window left out, and no piece held out. */
    static ExperimentSpec asTheAuthorDid(ExperimentSpec spec) {
        ExperimentSpec all = spec.withNothingHeldOut();
        return switch (all.format()) {
            case Format.PianoRoll roll -> all.withFormat(roll.with(LastWindow.LEFT_OUT));
            case Format.Lines _, Format.Images _ -> all;
        };
    }

    Trained byBoltzmannMachines(ExperimentProgress progress) throws IOException {
        return train("rbm", spec, progress);
    }

    Trained byAutoencoders(ExperimentProgress progress) throws IOException {
        return train("cascade", spec.withPretraining(BY_AUTOENCODERS), progress);
    }

    Trained withoutPretraining(ExperimentProgress progress) throws IOException {
        ExperimentSpec slower = spec.withTraining(spec.training().withLearningRate(RATE_WITHOUT));
        return train("noPretraining", slower.withPretraining(Pretraining.NONE), progress);
    }

    Trained withWideBottleneck(ExperimentProgress progress) throws IOException {
        return train("wide", spec.withHiddenSizes(WIDE), progress);
    }

    /** The decoder trained from random labels, and the labels. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record FromLabels(DenseAutoencoder network, float[][] labels) implements AutoCloseable {
        @Override
        public void close() {
            network.close();
        }
    }

    FromLabels fromLabels(ExperimentProgress progress) throws IOException {
        float[][] frames = TrainingData.numbers(data.training());
        RandomSource random = RandomSource.of(spec.seed()).derive("labels");
        float[][] labels = Examples.randomBits(frames.length, LABEL_BITS, random);
        ExperimentSpec labelled = shortened(spec.withHiddenSizes(List.of(1024, 256, LABEL_BITS)));
        Training training = labelled.training();
        TrainingPlan plan = new TrainingPlan(
                labelled.model(),
                spec.network().initialization(),
                List.of(new Stage(
                        "decoder from labels",
                        Scope.DECODER,
                        training.objective(1, 1),
                        training.schedule(),
                        Excerpts.WHOLE)),
                random.seed());
        Trained trained = new Trainer(plan)
                .trainResumably(
                        Examples.labelled(labels, frames),
                        progress.training("from random labels"),
                        run.checkpoint("labels"));
        return new FromLabels(trained.dense(), labels);
    }

    private Trained train(String name, ExperimentSpec variant, ExperimentProgress progress) throws IOException {
        return new TrainingJob(shortened(variant), data, run).train(name, progress);
    }

    /** What a quick run trains. */
    ExperimentSpec shortened(ExperimentSpec whole) {
        return effort == Effort.FULL
                ? whole
                : whole.withLayersOfAtMost(QUICK_UNITS)
                        .withPretraining(whole.pretraining().quick(QUICK_STAGE_EPOCHS))
                        .withEpochs(QUICK_EPOCHS);
    }
}
