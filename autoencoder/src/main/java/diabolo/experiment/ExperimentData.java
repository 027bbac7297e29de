package diabolo.experiment;

import diabolo.model.CodeDistribution;
import diabolo.model.TrainableAutoencoder;
import diabolo.model.TrainingExamples;
import diabolo.representation.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Training data and held-out data of an experiment, of any kind.
 *
 * <pre>{@code
 * ExperimentData data = ExperimentData.open(folder.corpora(spec.corpora()), spec);
 * new Trainer(spec.plan()).train(Examples.of(data.trainingFrames()), TrainingMonitor.SILENT);
 * }</pre>
 */
public sealed interface ExperimentData permits TrainingData, Digits {

    /**
     * Reads the data of a spec.
     *
     * @param paths files and folders of music, or one corpus file; of images one folder
     * @throws IOException if nothing in them can be used
     */
    static ExperimentData open(List<Path> paths, ExperimentSpec spec) throws IOException {
        return switch (spec.format()) {
            case Format.Music music -> TrainingData.open(paths, spec, music);
            case Format.Images images -> Digits.read(paths.getFirst(), images);
        };
    }

    /** Changes with every number in it. */
    String fingerprint();

    List<Frames> trainingFrames();

    /** How much of what there is, as people say it. */
    String inWords();

    /** None where nothing is held out. */
    List<Frames> heldOutFrames();

    /** What a model of it keeps. */
    TrainingExamples trainingExamples(TrainableAutoencoder network);

    /** How the codes of its training examples are distributed; unknown where they are no tokens. */
    CodeDistribution codeDistribution(TrainableAutoencoder network);
}
