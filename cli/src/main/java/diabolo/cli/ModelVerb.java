package diabolo.cli;

import diabolo.experiment.RunFolder;
import diabolo.magenta.ImportedModel;
import diabolo.model.CodeDistribution;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.note.Plural;
import diabolo.tensor.SafeTensors.Precision;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trained models. */
@Command(
        name = "model",
        description = "Lists and shows models, and imports others.",
        subcommands = ModelVerb.Import.class)
final class ModelVerb extends Verb {

    @Command(name = "list", description = "Lists models and what they are of.")
    int list(
            @Parameters(
                            paramLabel = "DIR",
                            arity = "0..1",
                            description = "A folder of models, such as that of a run; default: Diabolo's own.")
                    Optional<Path> folder)
            throws IOException {
        for (Path model : folder.isPresent() ? ModelFolders.in(folder.get()) : ModelFolders.all()) {
            try {
                String format = ModelFolder.describe(model).format().title();
                String window = ModelCard.of(model).map(ModelCard::window).orElse(format);
                results().println(model.getFileName() + "\t" + window);
            } catch (IOException broken) { // which does not hide the others
                messages().println(broken.getMessage());
            }
        }
        return DONE;
    }

    @Command(name = "show", description = "Shows a model's network and where it comes from.")
    int show(
            @Parameters(
                            paramLabel = "M",
                            defaultValue = ModelFolders.DEFAULT,
                            description = "A model's name or folder (${DEFAULT-VALUE}).")
                    String model)
            throws IOException {
        Path path = ModelFolders.find(model);
        ModelFolder folder = ModelFolder.load(path);
        ModelDescription description = folder.description();
        String shape = description.spec().shape();
        String format = description.format().title();
        results().printf("%s: a network %s, of %s%n", description.name(), shape, format);
        results()
                .printf(
                        "trained on %s; keeps %s and %s of it%s%n",
                        description.corpus(),
                        Plural.of(folder.trainingExamples().codes().length, "window"),
                        Plural.of(folder.trainingExamples().ngrams().size(), "5-note n-gram"),
                        keys(folder.trainingExamples().distribution()));
        printMissing(description, results());
        ModelCard.of(path).ifPresent(card -> printCard(card, results()));
        new TreeMap<>(description.provenance())
                .forEach((key, value) -> results().printf("  %-18s %s%n", key, value));
        results().println("  hash               " + folder.hash());
        return DONE;
    }

    private static String keys(CodeDistribution distribution) {
        return distribution.isKnown()
                ? ", and the distribution of its codes in "
                        + Plural.of(distribution.keys().size(), "key")
                : "";
    }

    private static void printCard(ModelCard card, PrintWriter results) {
        results.printf("a window holds %s%n", card.window());
        results.printf("good for %s; not for %s%n", card.goodFor(), card.notFor());
        card.figures().forEach((measure, figure) -> results.printf("%s: %s%n", measure, figure));
    }

    /** What an incomplete model cannot do, if it is one. */
    private static void printMissing(ModelDescription description, PrintWriter results) {
        if (!description.missing().isEmpty()) {
            results.printf(
                    "came without %s: it decodes%s%n",
                    String.join(", ", description.missing()),
                    description.encodes()
                            ? ", and encodes to means without deviations"
                            : ", but cannot encode or reconstruct");
        }
    }

    /** Imports a checkpoint that Magenta published. */
    @Command(
            name = "import",
            description = "Imports a MusicVAE checkpoint that Magenta published for the browser.",
            footer = {
                "%nThe folder holds manifest.json and converter.json with a float32 file per array,",
                "or weights_manifest.json and config.json with shards.",
                "%nExample:",
                "  diabolo model import mel_2bar_small --out models/melody-2bar-magenta"
            })
    static final class Import extends Verb {

        @Parameters(paramLabel = "FOLDER", description = "The folder of the checkpoint.")
        private Path folder = Path.of("");

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to make.")
        private Path out = Path.of("");

        @Option(names = "--name", paramLabel = "N", description = "The model's name; default: that of the folder.")
        private Optional<String> name = Optional.empty();

        @Option(names = "--half", description = "Store the weights in half precision.")
        private boolean half;

        @Option(names = "--overwrite", description = "Replace a model in DIR.")
        private boolean overwrite;

        @Override
        public Integer call() throws IOException {
            if (!overwrite) {
                RunFolder.requireEmpty(out);
            }
            String chosen = name.orElseGet(
                    () -> String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
            ImportedModel imported = ImportedModel.read(folder, chosen);
            imported.save(out, half ? Precision.HALF : Precision.SINGLE);
            ModelDescription description = imported.description();
            results().printf("%s: a network %s%n", out, description.spec().shape());
            printMissing(description, results());
            return DONE;
        }
    }
}
