package diabolo.experiment;

import static diabolo.note.Checks.require;

import diabolo.model.ConvolutionalSpec;
import diabolo.model.DenseSpec;
import diabolo.model.FrameFormat;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.model.RecurrentSpec;
import diabolo.model.diffusion.KnownCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Training that starts from a trained model, for music of one's own of which there is too little to start from nothing: few updates at a
 * low learning rate, and of all weights on the way those that are best on held-out pieces.
 *
 * <pre>{@code
 * Optional<FineTuning> start = FineTuning.byDefault(spec, data);
 * new TrainingJob(spec, data, run, start).train("main", progress);
 * }</pre>
 *
 * @param known what it knows of its codes
 */
public record FineTuning(ModelFolder model, KnownCodes known) {

    /** A model without what is known of its codes. */
    FineTuning(ModelFolder model) {
        this(model, KnownCodes.NOTHING);
    }

    /** Fewer examples give no usable network from random weights: the shipped melody models had 9,000 and more. */
    public static final int FEW_EXAMPLES = 5_000;

    static final int PATIENCE_EPOCHS = 15;

    private static final int UPDATES = 1_000;
    private static final double SLOWER = 5; // than from random weights

    /**
     * Starts from a model.
     *
     * @throws IllegalArgumentException if it is of another network or another kind of data than the experiment
     */
    public static FineTuning from(Path folder, ExperimentSpec spec) throws IOException {
        ModelFolder model = ModelFolder.load(folder);
        ModelDescription description = model.description();
        require(
                fits(description, spec),
                "%s has a network %s for %s, and %s trains one %s for %s; choose the experiment that the model came from"
                        .formatted(
                                description.name(),
                                description.spec().shape(),
                                description.format().title(),
                                spec.name(),
                                spec.model().shape(),
                                spec.format().frameFormat().title()));
        require(
                description.missing().isEmpty(),
                "%s has no encoder, which training needs; choose a model that was trained here"
                        .formatted(description.name()));
        return new FineTuning(model, KnownCodes.in(folder));
    }

    /** The shipped model of the experiment's name where it fits and examples are few; empty where training starts from nothing. */
    public static Optional<FineTuning> byDefault(ExperimentSpec spec, ExperimentData data) throws IOException {
        boolean isFew = data.trainingFrames().size() < FEW_EXAMPLES;
        if (!isFew || !ModelFolders.names().contains(spec.name())) {
            return Optional.empty();
        }
        Path folder = ModelFolders.find(spec.name());
        ModelFolder model = ModelFolder.load(folder);
        return fits(model.description(), spec)
                ? Optional.of(new FineTuning(model, KnownCodes.in(folder)))
                : Optional.empty();
    }

    /** A recurrent network does not depend on the length of a window, so that its bars may be longer or of another meter. */
    private static boolean fits(ModelDescription model, ExperimentSpec spec) {
        FrameFormat wanted = spec.format().frameFormat();
        return switch (spec.model()) {
            case DenseSpec _, ConvolutionalSpec _ ->
                model.spec().equals(spec.model()) && model.format().equals(wanted);
            case RecurrentSpec recurrent ->
                sameShapes(model.spec().shapes(), recurrent.shapes())
                        && model.format().title().equals(wanted.title());
        };
    }

    private static boolean sameShapes(Map<String, long[]> some, Map<String, long[]> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream()
                        .allMatch(shape -> Arrays.equals(shape.getValue(), others.get(shape.getKey())));
    }

    /** The settings of an experiment for going on from its model: the whole network, short and slow. */
    public static ExperimentSpec settings(ExperimentSpec spec) {
        Training training = spec.training();
        return spec.withPretraining(Pretraining.NONE)
                .withTraining(training.forUpdates(UPDATES, training.learningRate() / SLOWER));
    }

    /** That of the model. */
    public String name() {
        return model.description().name();
    }
}
