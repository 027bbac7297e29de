package diabolo.cli;

import diabolo.operation.Decoding;
import diabolo.operation.Operation;
import diabolo.operation.Sources;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the verbs share that make pieces of others: which bars of these, and how codes are decoded.
 *
 * <pre>{@code
 * Operation operation(GivenFiles files) throws IOException {
 *     return new Reconstruct(files.source(piece), decoding());
 * }
 * }</pre>
 */
abstract class LatentVerb extends OperationVerb {

    @Option(names = "--seed", paramLabel = "S", description = "The seed of all chance (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "0: the likely notes sound. Above: chance decides, the wilder the higher (${DEFAULT-VALUE}).")
    private double temperature;

    @Mixin
    private BarsOption bars = new BarsOption();

    /** What the arguments say, of sources that are opened once. */
    abstract Operation operation(GivenFiles files) throws IOException;

    @Override
    final Operation operation(Sources sources) throws IOException {
        GivenFiles files = bars.of(sources);
        Operation operation = operation(files);
        if (bars.range().isPresent() && !files.holdMusic()) {
            throw wrongUsage("--bars takes bars of a piece of music, and none is given; leave it out");
        }
        return operation;
    }

    final Decoding decoding() {
        return Decoding.DEFAULT.withSeed(seed).withTemperature(temperature);
    }

    final double temperature() {
        return temperature;
    }
}
