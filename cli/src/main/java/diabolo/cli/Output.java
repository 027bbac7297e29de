package diabolo.cli;

import diabolo.latent.Recipe;
import diabolo.operation.Operation;
import diabolo.output.ContactSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** Writes what a model makes, each under its name, and prints where. */
sealed interface Output permits PieceOutput, ImageOutput {

    /**
     * Makes sure, before anything is made, that nothing is overwritten unasked.
     *
     * @throws IOException if a file of one of these names is there
     */
    void requireFree(Collection<String> names) throws IOException;

    /**
     * Does an operation, prints its remarks, and writes what it made.
     *
     * @throws IOException if a file would be overwritten unasked; then nothing is written
     */
    void make(Operation operation) throws IOException;

    /** Writes what a recipe makes. */
    void write(String name, Recipe recipe) throws IOException;

    /** Writes the page that shows all pieces of a folder. */
    static void writeContactSheet(Path folder, Verb verb) throws IOException {
        ContactSheet.write(folder)
                .ifPresent(page -> verb.messages().println("All of them to see and hear: %s".formatted(page)));
    }
}
