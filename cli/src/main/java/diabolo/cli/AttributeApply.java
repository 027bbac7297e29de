package diabolo.cli;

import diabolo.operation.Attribute;
import diabolo.operation.MoveAlong;
import diabolo.operation.Operation;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a piece along an attribute. */
@Command(
        name = "apply",
        description = "Moves a piece along an attribute, and shows what else moved.",
        footer = {"%nExample:", "  diabolo attribute apply note-density tune.mid --model melody-2bar --strength 3"})
final class AttributeApply extends LatentVerb {

    @Parameters(index = "0", paramLabel = "ATTRIBUTE", description = "One that the model has by name, or its file.")
    private String attribute = "";

    @Parameters(index = "1", paramLabel = "PIECE", description = "The piece to move.")
    private Path piece = Path.of("");

    @Option(
            names = "--strength",
            paramLabel = "X",
            description =
                    "How far: 1 is as far as examples with it lie from those without, or, if isolated, a quarter of their "
                            + "deviation; below 0 the other way (${DEFAULT-VALUE}).")
    private double strength = 1;

    @Override
    Operation operation(GivenFiles files) throws IOException {
        Attribute along = files.attribute(attribute); // before the piece is read
        return new MoveAlong(files.source(piece), along, strength, decoding());
    }
}
