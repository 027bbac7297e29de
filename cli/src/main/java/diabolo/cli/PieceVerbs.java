package diabolo.cli;

import diabolo.latent.Interpolation;
import diabolo.model.diffusion.SequencePrior;
import diabolo.operation.Average;
import diabolo.operation.Decode;
import diabolo.operation.Operation;
import diabolo.operation.PathThrough;
import diabolo.operation.Reconstruct;
import diabolo.operation.Refine;
import diabolo.operation.Translate;
import diabolo.operation.Vary;
import diabolo.operation.Walk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs that make pieces of others, or of codes, without a search. */
final class PieceVerbs {

    private PieceVerbs() {}

    /** Verbs on one piece. */
    abstract static class OnePiece extends LatentVerb {
        @Parameters(paramLabel = "PIECE", description = "The piece to start from.")
        Path piece = Path.of("");
    }

    /** The reconstruction of a piece. */
    @Command(
            name = "reconstruct",
            description = "Encodes a piece or picture and decodes it again.",
            footer = {
                "%nExamples:",
                "  diabolo reconstruct rag.mid",
                "  diabolo reconstruct seven.png --model runs/digits-vae"
            })
    static final class ReconstructVerb extends LatentVerb {

        @Parameters(
                paramLabel = "FILE",
                description = "A piece as MIDI, MusicXML or ABC; for a model of images: " + GivenFiles.PICTURES)
        private Path piece = Path.of("");

        @Override
        Operation operation(GivenFiles files) throws IOException {
            return new Reconstruct(files.source(piece), decoding());
        }
    }

    /** The piece in the middle of others. */
    @Command(
            name = "average",
            description = "Averages pieces: decodes the mean of their codes.",
            footer = {"%nExample:", "  diabolo average blues.mid waltz.mid tango.mid"})
    static final class AverageVerb extends LatentVerb {

        @Parameters(paramLabel = "FILE", arity = "2..*", description = "Pieces of the same number of bars.")
        private List<Path> pieces = List.of();

        @Override
        Operation operation(GivenFiles files) throws IOException {
            return new Average(files.sources(pieces), decoding());
        }
    }

    /** Moves a piece by the difference of two others. */
    @Command(
            name = "translate",
            description = "Adds the difference of two pieces' codes to a third.",
            footer = {"%nExample:", "  diabolo translate tune.mid --from plain.mid --to swing.mid"})
    static final class TranslateVerb extends OnePiece {

        @Option(names = "--from", required = true, paramLabel = "FILE", description = "Its code is subtracted.")
        private Path from = Path.of("");

        @Option(names = "--to", required = true, paramLabel = "FILE", description = "Its code is added.")
        private Path to = Path.of("");

        @Option(names = "--strength", paramLabel = "X", description = "Factor of the difference (${DEFAULT-VALUE}).")
        private double strength = 1;

        @Override
        Operation operation(GivenFiles files) throws IOException {
            return new Translate(files.source(piece), files.source(from), files.source(to), strength, decoding());
        }
    }

    /** Variations of a piece. */
    @Command(
            name = "vary",
            description = "Makes variations of a piece: decodes codes in random directions from its own.",
            footer = {"%nExample:", "  diabolo vary rag.mid --distance 0.5 --count 3"})
    static final class VaryVerb extends OnePiece {

        private static final int DIFFERENT_STEPS = 4;

        @Option(
                names = "--distance",
                paramLabel = "D",
                description = "Distance from its code (1); grows where --steps asks for it.")
        private Optional<Double> distance = Optional.empty();

        @Option(
                names = "--steps",
                paramLabel = "N",
                description = "Go so far that each differs in at least N steps (4; 0 with --distance).")
        private Optional<Integer> steps = Optional.empty();

        @Option(names = "--count", paramLabel = "N", description = "Variations, 1 to 1000 (${DEFAULT-VALUE}).")
        private int count = 5;

        @Option(
                names = "--strength",
                paramLabel = "S",
                description =
                        "Of a melody, instead: 0.05 for the nearest, to 1 for a new tune of its form, which holds together.")
        private Optional<Double> strength = Optional.empty();

        @Override
        boolean suits(Path folder) {
            return strength.isEmpty() || SequencePrior.isIn(folder);
        }

        @Override
        List<String> preferredForMelodies() {
            return strength.isPresent() ? ModelOption.OF_TUNES : List.of();
        }

        @Override
        Operation operation(GivenFiles files) throws IOException {
            if (strength.isPresent() && (distance.isPresent() || steps.isPresent())) {
                throw wrongUsage("--strength takes the place of --distance and --steps; leave them out");
            }
            int different = steps.orElse(distance.isPresent() ? 0 : DIFFERENT_STEPS);
            return new Vary(files.source(piece), distance.orElse(1.0), different, count, strength, decoding());
        }
    }

    /** A random walk from a piece. */
    @Command(
            name = "walk",
            description = "Makes a random walk in the latent space, starting at a piece.",
            footer = {"%nExample:", "  diabolo walk rag.mid --distance 0.5 --count 8 --seed 3"})
    static final class WalkVerb extends OnePiece {

        @Option(names = "--distance", paramLabel = "D", description = "Distance of one step (${DEFAULT-VALUE}).")
        private double distance = 1;

        @Option(names = "--count", paramLabel = "N", description = "Points, including the piece (${DEFAULT-VALUE}).")
        private int count = 8;

        @Override
        Operation operation(GivenFiles files) throws IOException {
            return new Walk(files.source(piece), distance, count, decoding());
        }
    }

    /** An interpolation path through several pieces. */
    @Command(
            name = "path",
            description = "Interpolates through pieces in their order.",
            footer = {"%nExample:", "  diabolo path blues.mid waltz.mid blues.mid --count 5"})
    static final class PathThroughVerb extends LatentVerb {

        @Parameters(paramLabel = "FILE", arity = "2..*", description = "Pieces of the same number of bars.")
        private List<Path> pieces = List.of();

        @Option(names = "--count", paramLabel = "N", description = "Points per pair, both included (${DEFAULT-VALUE}).")
        private int count = 5;

        @Option(names = "--linear", description = "Along straight lines between the codes, not arcs.")
        private boolean linear;

        @Override
        Operation operation(GivenFiles files) throws IOException {
            return new PathThrough(
                    files.sources(pieces), count, linear ? Interpolation.LINEAR : Interpolation.SPHERICAL, decoding());
        }
    }

    /** Encodes and decodes a piece until nothing changes. */
    @Command(
            name = "refine",
            description = "Encodes and decodes a piece repeatedly, until nothing changes.",
            footer = {"%nExample:", "  diabolo refine rag.mid --iterations 50"})
    static final class RefineVerb extends OnePiece {

        @Option(names = "--iterations", paramLabel = "N", description = "Most rounds, 1 to 10000 (${DEFAULT-VALUE}).")
        private int iterations = 100;

        @Override
        Operation operation(GivenFiles files) throws IOException {
            return new Refine(files.music(piece), iterations, decoding());
        }
    }

    /** The music of given codes. */
    @Command(
            name = "decode",
            description = "Decodes codes to pieces, or to pictures if the model is of images.",
            footer = {"%nExample:", "  diabolo decode --latent codes.json"})
    static final class DecodeVerb extends LatentVerb {

        @Option(
                names = "--latent",
                required = true,
                paramLabel = "JSON",
                description =
                        "An array of vectors, each a piece; what `diabolo encode --json` printed; or the JSON beside a piece.")
        private Path latent = Path.of("");

        @Option(names = "--greedy", description = "The likeliest notes: temperature 0.")
        private boolean greedy;

        @Override
        List<Path> givenFiles() {
            return List.of(latent);
        }

        @Override
        Operation operation(GivenFiles files) throws IOException {
            double temperature = decoding().temperature();
            if (greedy && temperature != 0) {
                throw wrongUsage("--greedy is temperature 0, was %s; leave one of them out".formatted(temperature));
            }
            return new Decode(files.codes(latent), decoding());
        }
    }
}
