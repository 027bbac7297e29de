package diabolo.cli;

import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Trained models. */
@Command(
        name = "model",
        description = "Shows the models that there are, and imports others.",
        subcommands = {ModelVerb.ListAll.class, ModelVerb.Show.class, ModelImport.class})
final class ModelVerb extends Verb {

    @Override
    public Integer call() {
        throw wrongUsage("Name what to do: list, show or import");
    }

    /** The names of all. */
    @Command(name = "list", description = "Shows models and what they are of.")
    static final class ListAll extends Verb {

        @Parameters(
                paramLabel = "DIR",
                arity = "0..1",
                description =
                        "A folder of models, such as that of an experiment's run; else those that come with Diabolo.")
        private Optional<Path> folder = Optional.empty();

        @Override
        public Integer call() throws IOException {
            for (Path model : folder.isPresent() ? ModelFolders.in(folder.get()) : ModelFolders.all()) {
                show(model);
            }
            return DONE;
        }

        /** A folder that is no model does not hide the others. */
        private void show(Path model) {
            try {
                String format = ModelFolder.describe(model).format().title();
                results().println(model.getFileName() + "\t" + format);
            } catch (IOException broken) {
                messages().println(broken.getMessage());
            }
        }
    }

    /** One in detail. */
    @Command(name = "show", description = "Says what a model is and where it comes from.")
    static final class Show extends Verb {

        @Parameters(
                paramLabel = "M",
                defaultValue = ModelFolders.DEFAULT,
                description = "A model's name or folder (${DEFAULT-VALUE}).")
        private String model = ModelFolders.DEFAULT;

        @Override
        public Integer call() throws IOException {
            ModelFolder folder = ModelFolder.load(ModelFolders.find(model));
            ModelDescription description = folder.description();
            results()
                    .printf(
                            "%s: a network %s, of %s%n",
                            description.name(),
                            description.spec().shape(),
                            description.format().title());
            results()
                    .printf(
                            "learned from %s, remembers %s and %s%n",
                            description.corpus(),
                            Plural.of(folder.trainingExamples().codes().length, "window"),
                            Plural.of(folder.trainingExamples().ngrams().size(), "5-note n-gram"));
            ModelImport.sayWhatIsMissing(description, results());
            for (Map.Entry<String, String> entry : new TreeMap<>(description.provenance()).entrySet()) {
                results().printf("  %-18s %s%n", entry.getKey(), entry.getValue());
            }
            results().println("  hash               " + folder.hash());
            return DONE;
        }
    }
}
