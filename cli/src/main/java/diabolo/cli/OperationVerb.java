package diabolo.cli;

import diabolo.model.ModelDescription;
import diabolo.model.ModelFolders;
import diabolo.operation.Operation;
import diabolo.operation.OperationJson;
import diabolo.operation.Selection;
import diabolo.operation.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the verbs share that make pieces: which model, and where the pieces go. Such a verb makes an operation of its arguments, which
 * is done here; nothing is written before all of it is known.
 */
abstract class OperationVerb extends Verb {

    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--print-operation",
            description = "Make nothing, but print the operation as JSON, which `diabolo replay` reads.")
    private boolean printed;

    private Optional<Path> chosen = Optional.empty();

    /** The folder of the model, as soon as the operation is asked for. */
    final Path chosen() {
        return chosen.orElseThrow();
    }

    /**
     * The included models of which the first that suits and fits is taken for a melody, alone or with chords; else as
     * {@link diabolo.latent.ModelChoice} has it.
     */
    List<String> preferredForMelodies() {
        return List.of();
    }

    /** The operation that the arguments ask for. */
    abstract Operation operation(Sources files) throws IOException;

    /** Refuses settings before the model is loaded. */
    void requireSettings() {}

    /** The files that a model must fit where none is named; none for a verb that starts from nothing. */
    List<Path> givenFiles() {
        return List.of();
    }

    /** The included model that is taken where none is named and no file is given. */
    String usualModel() {
        return ModelFolders.DEFAULT;
    }

    /** What is taken of them. */
    Selection selection() {
        return Selection.ALL;
    }

    /** Whether the model in a folder can do what is asked for. */
    boolean suits(Path folder) {
        return true;
    }

    /** Where the pieces go without --out. */
    Path folder(ModelDescription model) {
        return Path.of("pieces");
    }

    /** Names of pieces that are known before a search; they must be free. */
    List<String> knownNames() {
        return List.of();
    }

    /** The model that is named. */
    final Optional<String> namedModel() {
        return model.isNamed() ? Optional.of(model.name()) : Optional.empty();
    }

    /** Whether the arguments ask for something that no latent space makes. */
    boolean isMadeWithoutModel() {
        return false;
    }

    /** Makes it. */
    void makeWithoutModel(OutputOptions to) throws IOException {
        throw new IllegalStateException("only verbs that say so make something without a model");
    }

    /** Prints what follows the pieces; nothing, unless a verb has more. */
    void afterwards() {}

    @Override
    public final Integer call() throws IOException {
        requireSettings();
        if (isMadeWithoutModel()) {
            makeWithoutModel(output);
            return DONE;
        }
        Path folder = model.folderFor(
                givenFiles(),
                selection(),
                new ModelOption.Wanted(this::suits, preferredForMelodies(), usualModel()),
                this);
        chosen = Optional.of(folder);
        try (OpenModel open = OpenModel.of(folder)) {
            Operation operation = operation(open.files(this));
            if (printed) {
                results().println(OperationJson.write(operation));
                return DONE;
            }
            Output pieces = output.open(open, folder(open.model().description()), this);
            pieces.requireFree(knownNames());
            pieces.make(operation);
            afterwards();
        }
        return DONE;
    }
}
