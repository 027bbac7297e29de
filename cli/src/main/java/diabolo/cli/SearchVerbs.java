package diabolo.cli;

import diabolo.model.diffusion.SequencePrior;
import diabolo.operation.Combine;
import diabolo.operation.Constrain;
import diabolo.operation.Continue;
import diabolo.operation.Fill;
import diabolo.operation.Operation;
import diabolo.search.ConstrainedSearch;
import diabolo.search.Continuation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs that search codes. */
final class SearchVerbs {

    private SearchVerbs() {}

    /** New pieces that meet constraints. */
    @Command(
            name = "constrain",
            description = "Searches for pieces that meet constraints: key, note density, given or forbidden notes.",
            footer = {
                "%nExample:",
                "  diabolo constrain --model melody-2bar --key \"G major\" --density 0.3 --count 3",
                "%nThe search prints how well each constraint is met; --correct enforces what it violates."
            })
    static final class ConstrainVerb extends LatentVerb {

        @Option(names = "--notes", paramLabel = "FILE", description = "Music whose notes must sound, at their beats.")
        private Optional<Path> notes = Optional.empty();

        @Option(names = "--without", paramLabel = "FILE", description = "Music whose notes must not sound.")
        private Optional<Path> without = Optional.empty();

        @Option(names = "--key", paramLabel = "KEY", description = "The key: \"G major\", \"F# minor\" or Bbm.")
        private Optional<String> key = Optional.empty();

        @Option(
                names = "--density",
                paramLabel = "X",
                description = "Onsets per step, above 0, of the highest line or of drums: 0.25 is one in four.")
        private Optional<Double> density = Optional.empty();

        @Option(
                names = "--melody",
                paramLabel = "FILE",
                description = "A melody to harmonize, with a piano-roll model.")
        private Optional<Path> melody = Optional.empty();

        @Option(names = "--count", paramLabel = "N", description = "Number of pieces, 1 to 1000 (${DEFAULT-VALUE}).")
        private int count = 1;

        @Option(names = "--draws", paramLabel = "N", description = "Codes tried per round (${DEFAULT-VALUE}).")
        private int draws = ConstrainedSearch.Settings.DEFAULT.draws();

        @Option(names = "--rounds", paramLabel = "N", description = "Rounds of evolutionary search (${DEFAULT-VALUE}).")
        private int rounds = ConstrainedSearch.Settings.DEFAULT.rounds();

        @Option(
                names = "--updates",
                paramLabel = "N",
                description = "Gradient steps, of dense models (${DEFAULT-VALUE}).")
        private int updates = ConstrainedSearch.Settings.DEFAULT.updates();

        @Option(names = "--correct", description = "Enforce notes, key and melody where the codes violate them.")
        private boolean correct;

        @Override
        List<Path> givenFiles() {
            return Stream.of(notes, without).flatMap(Optional::stream).toList();
        }

        @Override
        Operation operation(GivenFiles files) throws IOException {
            Constrain.Constraints constraints = new Constrain.Constraints(
                    files.music(notes), files.music(without), files.music(melody), key, density);
            ConstrainedSearch.Settings search = new ConstrainedSearch.Settings(draws, rounds, updates);
            return new Constrain(constraints, count, correct ? search.corrected() : search, decoding());
        }
    }

    /** Continues a piece. */
    @Command(
            name = "continue",
            description =
                    "Continues a piece: a melody by what follows in tunes, others by searching codes whose music begins as the piece ends.",
            footer = {"%nExample:", "  diabolo continue opening.mid --seed 3 --count 4"})
    static final class ContinueVerb extends LatentVerb {

        private static final int WINDOWS_OF_TUNES = 4;

        @Parameters(paramLabel = "PIECE", description = "The beginning, which is kept; its last notes may be extended.")
        private Path piece = Path.of("");

        @Option(
                names = "--count",
                paramLabel = "N",
                description = "Number of continuations, 1 to 1000 (${DEFAULT-VALUE}).")
        private int count = 1;

        @Option(
                names = "--windows",
                paramLabel = "N",
                description =
                        "Windows to write (1; of tunes 4); in a search the one in which the piece ends counts if 1/4 is free.")
        private Optional<Integer> windows = Optional.empty();

        @Option(names = "--tries", paramLabel = "N", description = "Of a search: codes tried per round (256).")
        private Optional<Integer> tries = Optional.empty();

        @Option(names = "--rounds", paramLabel = "N", description = "Of a search: rounds of evolution (1).")
        private Optional<Integer> rounds = Optional.empty();

        /** Unless a search is asked for. */
        @Override
        List<String> preferredForMelodies() {
            return isSearchAsked() ? List.of() : ModelOption.OF_TUNES;
        }

        private boolean isSearchAsked() {
            return tries.isPresent() || rounds.isPresent();
        }

        @Override
        Operation operation(GivenFiles files) throws IOException {
            Continuation.Settings usual = Continuation.Settings.DEFAULT;
            boolean isOfTunes = !isSearchAsked() && SequencePrior.isIn(chosen());
            int usualWindows = isOfTunes ? WINDOWS_OF_TUNES : usual.windows();
            return new Continue(
                    files.music(piece),
                    count,
                    new Continuation.Settings(
                            windows.orElse(usualWindows), tries.orElse(usual.tries()), rounds.orElse(usual.rounds())),
                    decoding());
        }
    }

    /** Writes some bars anew. */
    @Command(
            name = "fill",
            description =
                    "Writes some bars of a melody anew, so that they fit the bars that stay; the last of several takes repeats"
                            + " the bars before.",
            footer = {"%nExample:", "  diabolo fill tune.mid --bars 5-8 --count 4"})
    static final class FillVerb extends LatentVerb {

        @Parameters(paramLabel = "PIECE", description = "A melody; --bars names those that are written anew.")
        private Path piece = Path.of("");

        @Option(names = "--count", paramLabel = "N", description = "Number of takes, 1 to 1000 (${DEFAULT-VALUE}).")
        private int count = 4;

        @Override
        boolean suits(Path folder) {
            return SequencePrior.isIn(folder);
        }

        @Override
        List<String> preferredForMelodies() {
            return ModelOption.OF_TUNES;
        }

        @Override
        Operation operation(GivenFiles files) throws IOException {
            return new Fill(files.music(piece), count, decoding());
        }
    }

    /** The melody of one tune in the form of another. */
    @Command(
            name = "combine",
            description =
                    "Combines two tunes: the melody of the first comes again where the second does, and is continued if it is too short.",
            footer = {"%nExample:", "  diabolo combine tune.mid other.mid"})
    static final class CombineVerb extends LatentVerb {

        @Parameters(index = "0", paramLabel = "MELODY", description = "The tune whose melody is taken.")
        private Path melody = Path.of("");

        @Parameters(index = "1", paramLabel = "FORM", description = "The tune whose form is taken.")
        private Path form = Path.of("");

        @Override
        boolean suits(Path folder) {
            return SequencePrior.isIn(folder);
        }

        @Override
        List<String> preferredForMelodies() {
            return ModelOption.OF_TUNES;
        }

        @Override
        Operation operation(GivenFiles files) throws IOException {
            return new Combine(files.music(melody), files.music(form), decoding());
        }
    }
}
