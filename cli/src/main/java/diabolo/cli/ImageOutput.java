package diabolo.cli;

import diabolo.latent.ImageSpace;
import diabolo.operation.ImageFiles;
import diabolo.operation.NamedRecipe;
import diabolo.operation.Operation;
import diabolo.operation.Outcome;
import diabolo.operation.Remark;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes images, each under its name, and prints where: what {@link PieceOutput} is for music.
 *
 * @param overwrite whether files of the same names may be replaced
 */
record ImageOutput(ImageFiles files, boolean overwrite, PrintWriter results) {

    private static final String BESIDE = "-beside";

    /**
     * Does an operation and writes its images; of a reconstruction also the original and what came back side by side.
     *
     * @throws IOException if one of them would overwrite a file unasked; then nothing is written
     */
    void make(ImageSpace space, Operation operation) throws IOException {
        Outcome outcome = operation.on(space);
        List<String> names =
                new ArrayList<>(outcome.pieces().stream().map(NamedRecipe::name).toList());
        if (!outcome.remarks().isEmpty()) {
            names.add(names.getFirst() + BESIDE);
        }
        requireFree(names);
        for (NamedRecipe image : outcome.pieces()) {
            write(image.name(), space.render(image.recipe()));
        }
        for (Remark remark : outcome.remarks()) {
            if (remark instanceof Remark.ImageCameBack back) {
                files.writeBeside(names.getLast(), back.original(), back.reconstruction());
                printPicture(names.getLast());
            }
            results.println(RemarkSentences.of(remark));
        }
    }

    void requireFree(List<String> names) throws IOException {
        if (!overwrite) {
            for (String name : names) {
                files.requireFree(name);
            }
        }
    }

    void write(String name, ImageSpace.Rendered rendered) throws IOException {
        files.write(name, rendered);
        printPicture(name);
    }

    private void printPicture(String name) {
        results.println(files.folder().resolve(name + ".png"));
    }
}
