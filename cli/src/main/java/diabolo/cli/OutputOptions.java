package diabolo.cli;

import diabolo.operation.ImageFiles;
import diabolo.operation.PieceFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where pieces go: shared by all verbs that make some. */
final class OutputOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the files are written; else in the folder pieces.")
    private @Nullable Path out;

    @Option(names = "--overwrite", description = "Replace files of the same names.")
    private boolean overwrite;

    @Mixin
    private SoundOption sound = new SoundOption();

    /**
     * The place for pieces.
     *
     * @param otherwise where they go if nothing is said
     * @throws IOException if nothing can be written there: better said before the work than after it
     */
    PieceOutput open(Path otherwise, PrintWriter results) throws IOException {
        return new PieceOutput(PieceFiles.in(folder(otherwise), sound.synthesizer()), overwrite, results);
    }

    /** The place for images, likewise. */
    ImageOutput openImages(Path otherwise, PrintWriter results) throws IOException {
        return new ImageOutput(ImageFiles.in(folder(otherwise)), overwrite, results);
    }

    private Path folder(Path otherwise) {
        return out == null ? otherwise : out;
    }
}
