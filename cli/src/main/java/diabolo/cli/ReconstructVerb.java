package diabolo.cli;

import diabolo.operation.Operation;
import diabolo.operation.Reconstruct;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a model makes of a piece. */
@Command(
        name = "reconstruct",
        description = "Encodes a piece or picture and decodes it again: what the model makes of it.",
        footer = {
            "%nExamples:",
            "  diabolo reconstruct rag.mid",
            "  diabolo reconstruct seven.png --model runs/digits-vae"
        })
final class ReconstructVerb extends LatentVerb {

    @Parameters(
            paramLabel = "FILE",
            description = "A piece as MIDI, MusicXML or ABC; for a model of images: " + GivenFiles.PICTURES)
    private Path piece = Path.of("");

    @Override
    Operation operation(GivenFiles files) throws IOException {
        return new Reconstruct(files.source(piece), decoding());
    }
}
