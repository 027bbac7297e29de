package diabolo.cli;

import diabolo.operation.Decode;
import diabolo.operation.Operation;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The music of given codes. */
@Command(
        name = "decode",
        description =
                "Makes pieces, or pictures where the model is of images, of codes: vectors, or what `diabolo encode --json` printed, with its tempo, metre and key, or the JSON beside a piece.",
        footer = {"%nExample:", "  diabolo decode --latent codes.json"})
final class DecodeVerb extends LatentVerb {

    @Option(
            names = "--latent",
            required = true,
            paramLabel = "JSON",
            description = "An array of vectors, of which each is a piece; windows of one file in a row are one.")
    private Path latent = Path.of("");

    @Option(names = "--greedy", description = "The likely notes, which is temperature 0.")
    private boolean greedy;

    @Override
    Operation operation(GivenFiles files) throws IOException {
        if (greedy && temperature() != 0) {
            throw wrongUsage("--greedy is temperature 0, was %s; leave one of them out".formatted(temperature()));
        }
        return new Decode(files.codes(latent), decoding());
    }
}
