package diabolo.cli;

import diabolo.latent.ModelChoice;
import diabolo.model.ModelFolders;
import diabolo.note.NoteSequence;
import diabolo.operation.CodeFile;
import diabolo.operation.FileSources;
import diabolo.operation.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which model: shared by the verbs that use one. */
final class ModelOption {

    /** For a melody that is taken on as tunes go: by its meter. */
    static final List<String> OF_TUNES = List.of(ModelFolders.TUNES, ModelFolders.TUNES_IN_THREE);

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "A model's name or folder; default: the included one that fits what is asked for.")
    private Optional<String> name = Optional.empty();

    /**
     * What is wanted of a model that is not named.
     *
     * @param suits whether the model in a folder can do what is asked for
     * @param preferredForMelodies included ones of which the first that fits is taken for melodies
     * @param usual the one where no file is given
     */
    record Wanted(Predicate<Path> suits, List<String> preferredForMelodies, String usual) {

        static final Wanted ANY = new Wanted(_ -> true, List.of(), ModelFolders.DEFAULT);
    }

    boolean isNamed() {
        return name.isPresent();
    }

    /** As it was given, else the default. */
    String name() {
        return name.orElse(ModelFolders.DEFAULT);
    }

    Path folder() throws IOException {
        return ModelFolders.find(name());
    }

    /**
     * The model that is named, else the one that fits given files, which is printed.
     *
     * @param files of music or codes; none where a verb starts from nothing
     * @param selection of each
     * @param wanted of the model
     */
    Path folderFor(List<Path> files, Selection selection, Wanted wanted, Verb verb) throws IOException {
        if (name.isPresent() || files.isEmpty()) {
            return ModelFolders.find(name.orElseGet(wanted::usual));
        }
        List<NoteSequence> pieces = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                return folder(); // the verb says what is wrong
            }
            if (CodeFile.isOne(file)) {
                return ofCodes(file, verb);
            }
            try {
                pieces.add(selection.of(FileSources.readMusic(file, (_, _) -> {})));
            } catch (IOException | IllegalArgumentException unfit) {
                return folder();
            }
        }
        if (pieces.stream().allMatch(piece -> piece.allNotes().findAny().isEmpty())) {
            return folder();
        }
        List<Path> able = ModelFolders.all().stream().filter(wanted.suits()).toList();
        ModelChoice choice = ModelChoice.of(pieces, able, wanted.preferredForMelodies())
                .orElseThrow(() -> new IOException(
                        "No included model can do this with music in %s; take other bars, read it in another meter with --meter, or name a model with --model."
                                .formatted(ModelChoice.metersOf(pieces))));
        print(String.valueOf(choice.model().getFileName()), choice.reason(), verb);
        return choice.model();
    }

    private static Path ofCodes(Path file, Verb verb) throws IOException {
        String model = CodeFile.modelOf(file).filter(ModelOption::isIncluded).orElse(ModelFolders.DEFAULT);
        print(model, "as for " + file, verb);
        return ModelFolders.find(model);
    }

    private static void print(String model, String reason, Verb verb) {
        verb.messages().println("Model: %s (%s). --model names another.".formatted(model, reason));
    }

    private static boolean isIncluded(String model) {
        try {
            return ModelFolders.names().contains(model);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
