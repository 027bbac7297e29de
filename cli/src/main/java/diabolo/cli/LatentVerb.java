package diabolo.cli;

import diabolo.operation.Decoding;
import diabolo.operation.Operation;
import diabolo.operation.Selection;
import diabolo.operation.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the verbs share that make pieces of others: which bars of these, and how codes are decoded. */
abstract class LatentVerb extends OperationVerb {

    @Option(names = "--seed", paramLabel = "S", description = "Random seed (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "Sampling temperature; 0 takes the likeliest notes, higher values vary more (${DEFAULT-VALUE}).")
    private double temperature;

    @Mixin
    private BarsOption bars = new BarsOption();

    /** What the arguments say, of sources that are opened once. */
    abstract Operation operation(GivenFiles files) throws IOException;

    @Override
    final Operation operation(Sources sources) throws IOException {
        GivenFiles files = bars.of(sources, this);
        Operation operation = operation(files);
        if (!selection().equals(Selection.ALL) && !files.holdMusic()) {
            throw wrongUsage("--bars and --meter need a piece of music, and none is given; leave them out");
        }
        return operation;
    }

    @Override
    final Selection selection() {
        return bars.selection(this);
    }

    /** The positional arguments that are files. */
    @Override
    List<Path> givenFiles() {
        return positionalFiles();
    }

    final Decoding decoding() {
        return Decoding.DEFAULT.withSeed(seed).withTemperature(temperature);
    }
}
