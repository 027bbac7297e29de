package diabolo.cli;

import diabolo.output.ImageFiles;
import diabolo.output.LeadSheetFiles;
import diabolo.output.PieceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where pieces go: shared by all verbs that make some. */
final class OutputOptions {

    static final Path FOLDER = Path.of("pieces");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write to; default: pieces, or a folder in it.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--overwrite", description = "Replace files of the same names.")
    private boolean overwrite;

    @Mixin
    private SoundOption sound = new SoundOption();

    /**
     * The place for what a model makes.
     *
     * @param otherwise the folder without --out
     * @throws IOException if nothing can be written there: better said before the work than after it
     */
    Output open(OpenModel model, Path otherwise, Verb verb) throws IOException {
        Path folder = out.orElse(otherwise);
        return switch (model) {
            case OpenModel.OfMusic music ->
                new PieceOutput(music.space(), PieceFiles.in(folder, sound.synthesizer()), overwrite, verb);
            case OpenModel.OfImages images -> new ImageOutput(images.space(), ImageFiles.in(folder), overwrite, verb);
        };
    }

    /**
     * The place for pieces with notation that no latent space makes.
     *
     * @param otherwise the folder without --out
     * @throws IOException if nothing can be written there
     */
    NotatedOutput openNotated(Path otherwise, Verb verb) throws IOException {
        PieceFiles pieces = PieceFiles.in(out.orElse(otherwise), sound.synthesizer());
        return new NotatedOutput(new LeadSheetFiles(pieces), overwrite, verb);
    }
}
