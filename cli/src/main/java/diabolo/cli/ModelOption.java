package diabolo.cli;

import diabolo.model.ModelFolders;
import diabolo.note.NoteSequence;
import diabolo.operation.CodeFile;
import diabolo.operation.FileSources;
import diabolo.operation.ModelChoice;
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

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "A model's name or folder; default: the included one that fits the music, else "
                    + ModelFolders.DEFAULT + ".")
    private Optional<String> name = Optional.empty();

    /** As it was given. */
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
     * @param suits whether the model in a folder can do what is asked for
     */
    Path folderFor(List<Path> files, Selection selection, Predicate<Path> suits, Verb verb) throws IOException {
        if (name.isPresent() || files.isEmpty()) {
            return folder();
        }
        List<NoteSequence> pieces = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                return folder(); // the verb says what is wrong
            }
            if (CodeFile.isOne(file)) {
                return ModelFolders.find(
                        CodeFile.modelOf(file).filter(ModelOption::isIncluded).orElse(ModelFolders.DEFAULT));
            }
            try {
                NoteSequence piece = FileSources.readMusic(file, (_, _) -> {});
                pieces.add(selection.barLines().map(lines -> lines.over(piece)).orElse(piece));
            } catch (IOException unreadable) {
                return folder();
            }
        }
        Optional<ModelChoice> choice =
                ModelChoice.of(pieces, ModelFolders.all().stream().filter(suits).toList());
        choice.ifPresent(chosen -> verb.messages()
                .println("Model: %s (%s). --model names another."
                        .formatted(chosen.model().getFileName(), chosen.reason())));
        return choice.isPresent() ? choice.get().model() : folder();
    }

    private static boolean isIncluded(String model) {
        try {
            return ModelFolders.names().contains(model);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
