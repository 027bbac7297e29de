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
        description = "Encodes a piece and decodes it again: what the model makes of it.",
        footer = {"%nExample:", "  diabolo reconstruct rag.mid"})
final class ReconstructVerb extends LatentVerb {

    @Parameters(paramLabel = "FILE", description = "A piece as MIDI, MusicXML or ABC.")
    private Path piece = Path.of("");

    @Override
    Operation operation(GivenFiles files) throws IOException {
        return new Reconstruct(files.source(piece), decoding());
    }
}
