package diabolo.cli;

import diabolo.latent.ImageSpace;
import diabolo.latent.NamedRecipe;
import diabolo.latent.Recipe;
import diabolo.operation.Operation;
import diabolo.operation.Outcome;
import diabolo.operation.Remark;
import diabolo.output.ImageFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes images.
 *
 * @param overwrite whether files of the same names may be replaced
 */
record ImageOutput(ImageSpace space, ImageFiles files, boolean overwrite, Verb verb) implements Output {

    private static final String BESIDE = "-beside";

    @Override
    public void requireFree(Collection<String> names) throws IOException {
        for (String name : overwrite ? List.<String>of() : names) {
            files.requireFree(name);
        }
    }

    /** Of a reconstruction also the original and the reconstruction side by side. */
    @Override
    public void make(Operation operation) throws IOException {
        Outcome outcome = operation.on(space);
        List<String> names =
                new ArrayList<>(outcome.pieces().stream().map(NamedRecipe::name).toList());
        if (!outcome.remarks().isEmpty()) {
            names.add(names.getFirst() + BESIDE);
        }
        requireFree(names);
        for (NamedRecipe image : outcome.pieces()) {
            write(image.name(), image.recipe());
        }
        for (Remark remark : outcome.remarks()) {
            if (remark instanceof Remark.ImageCameBack back) {
                files.writeBeside(names.getLast(), back.original(), back.reconstruction());
                printPicture(names.getLast());
            }
            verb.results().println(RemarkSentences.of(remark));
        }
        Output.writeContactSheet(files.folder(), verb);
    }

    @Override
    public void write(String name, Recipe recipe) throws IOException {
        if (overwrite) {
            files.replace(name, space.render(recipe));
        } else {
            files.write(name, space.render(recipe));
        }
        printPicture(name);
    }

    private void printPicture(String name) {
        verb.results().println(files.folder().resolve(name + ".png"));
    }
}
