package diabolo.experiment;

import static diabolo.note.Checks.requireBetween;

import diabolo.training.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model of one's own, from music to a folder that {@code LatentSpace.load} takes: what {@code diabolo train} does.
 *
 * <pre>{@code
 * TrainingResult mine = ModelTraining.of("melody-2bar")
 *         .from(Path.of("models/melody-2bar"))
 *         .on(Path.of("my-tunes"))
 *         .run(Path.of("runs/mine"), progress -> System.out.println(progress.loss()));
 * }</pre>
 *
 * <p>Immutable; a run holds the thread of its caller until it has ended. Nothing of it stays open.
 *
 * @param corpus music of one's own; where there is none, the experiment's is looked for in the data folder
 * @param data where the experiment's own music is; by default where {@link DataFolder#find} looks
 * @param epochs after any curriculum, instead of the experiment's
 * @param seed instead of the experiment's
 */
public record ModelTraining(
        ExperimentSpec experiment,
        Optional<Path> corpus,
        Optional<DataFolder> data,
        InitialWeights weights,
        Optional<Integer> epochs,
        Optional<Long> seed) {

    /** Where training starts. */
    public sealed interface InitialWeights {

        /** The included model of the experiment's name, for few examples of one's own; else random weights. */
        record ByDefault() implements InitialWeights {}

        record Random() implements InitialWeights {}

        /** Those of a trained model. */
        record OfModel(Path folder) implements InitialWeights {}
    }

    private static final int MOST_EPOCHS = 1_000_000;

    public ModelTraining {
        epochs.ifPresent(number -> requireBetween("epochs", number, 0, MOST_EPOCHS));
    }

    /**
     * The training of an experiment of the {@link ExperimentCatalog}, or of one in a YAML file.
     *
     * @throws IOException if there is none of that name, or the file cannot be understood
     */
    public static ModelTraining of(String nameOrFile) throws IOException {
        return of(ExperimentCatalog.find(nameOrFile));
    }

    public static ModelTraining of(ExperimentSpec experiment) {
        return new ModelTraining(
                experiment,
                Optional.empty(),
                Optional.empty(),
                new InitialWeights.ByDefault(),
                Optional.empty(),
                Optional.empty());
    }

    /** On a folder of music, a file of music, or a corpus file. */
    public ModelTraining on(Path ownMusic) {
        return new ModelTraining(experiment, Optional.of(ownMusic), data, weights, epochs, seed);
    }

    /** On the experiment's own music, which is in a data folder. */
    public ModelTraining onMusicIn(DataFolder folder) {
        return new ModelTraining(experiment, Optional.empty(), Optional.of(folder), weights, epochs, seed);
    }

    /** Starts from a trained model, of which few examples make one of one's own. */
    public ModelTraining from(Path model) {
        return with(new InitialWeights.OfModel(model));
    }

    public ModelTraining fromRandomWeights() {
        return with(new InitialWeights.Random());
    }

    private ModelTraining with(InitialWeights other) {
        return new ModelTraining(experiment, corpus, data, other, epochs, seed);
    }

    public ModelTraining withEpochs(int other) {
        return new ModelTraining(experiment, corpus, data, weights, Optional.of(other), seed);
    }

    public ModelTraining withSeed(long other) {
        return new ModelTraining(experiment, corpus, data, weights, epochs, Optional.of(other));
    }

    /**
     * Trains, and writes the model and its report.
     *
     * @param folder new or empty
     * @throws IOException if the music or the model to start from cannot be used, or the folder holds files
     * @throws IllegalArgumentException if the model to start from is of another network than the experiment
     */
    public TrainingResult run(Path folder, TrainingMonitor monitor) throws IOException {
        PreparedTraining prepared = prepare();
        return prepared.run(prepared.folder(Optional.of(folder), RunFolder.Start.FRESH), monitor);
    }

    /** Reads the music and the model to start from; nothing is written. */
    public PreparedTraining prepare() throws IOException {
        ExperimentSpec named =
                corpus.map(path -> experiment.withCorpus(nameOf(path))).orElse(experiment);
        ExperimentData examples = ExperimentData.open(paths(), named);
        Optional<FineTuning> start = start(named, examples);
        ExperimentSpec set = start.isPresent() ? FineTuning.settings(named) : named;
        ExperimentSpec longer = epochs.map(set::withEpochs).orElse(set);
        return new PreparedTraining(seed.map(longer::withSeed).orElse(longer), examples, start);
    }

    private List<Path> paths() throws IOException {
        if (corpus.isPresent()) {
            return List.of(corpus.get());
        }
        DataFolder folder = data.isPresent() ? data.get() : DataFolder.find(Optional.empty());
        return folder.corpora(experiment.corpora());
    }

    private static String nameOf(Path corpus) {
        return String.valueOf(corpus.toAbsolutePath().normalize().getFileName());
    }

    private Optional<FineTuning> start(ExperimentSpec spec, ExperimentData examples) throws IOException {
        return switch (weights) {
            case InitialWeights.OfModel(Path model) -> Optional.of(FineTuning.from(model, spec));
            case InitialWeights.Random _ -> Optional.empty();
            case InitialWeights.ByDefault _ ->
                corpus.isPresent() ? FineTuning.byDefault(spec, examples) : Optional.empty();
        };
    }
}
