package diabolo.cli;

import diabolo.operation.Constrain;
import diabolo.operation.Operation;
import diabolo.search.ConstrainedSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** New pieces that are as wanted. */
@Command(
        name = "constrain",
        description = "Looks for new pieces that are as you want them: in a key, so dense, with notes that you give.",
        footer = {
            "%nExample:",
            "  diabolo constrain --model melody-2bar --key \"G major\" --density 0.3 --count 3",
            "%nNot every wish has a code; how well each is met is said, and --correct puts it right."
        })
final class ConstrainVerb extends LatentVerb {

    @Option(names = "--notes", paramLabel = "FILE", description = "Music whose notes shall sound where they stand.")
    private Optional<Path> notes = Optional.empty();

    @Option(names = "--without", paramLabel = "FILE", description = "Music whose notes shall not sound.")
    private Optional<Path> without = Optional.empty();

    @Option(names = "--key", paramLabel = "KEY", description = "A key to stay in: \"G major\", \"F# minor\", Bbm.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--density",
            paramLabel = "X",
            description = "Onsets a step, above 0, of the highest line or of drums: 0.25 is a note every four steps.")
    private Optional<Double> density = Optional.empty();

    @Option(
            names = "--melody",
            paramLabel = "FILE",
            description = "A melody to be harmonized by a model of piano rolls: it sounds, and nothing covers it.")
    private Optional<Path> melody = Optional.empty();

    @Option(names = "--count", paramLabel = "N", description = "How many pieces, 1 to 1000 (${DEFAULT-VALUE}).")
    private int count = 1;

    @Option(names = "--draws", paramLabel = "N", description = "Codes tried in each round (${DEFAULT-VALUE}).")
    private int draws = ConstrainedSearch.Settings.DEFAULT.draws();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of search around the best (${DEFAULT-VALUE}).")
    private int rounds = ConstrainedSearch.Settings.DEFAULT.rounds();

    @Option(
            names = "--updates",
            paramLabel = "N",
            description = "Steps down the gradient, of dense models (${DEFAULT-VALUE}).")
    private int updates = ConstrainedSearch.Settings.DEFAULT.updates();

    @Option(
            names = "--correct",
            description =
                    "Put right what the codes miss of notes, key and melody: the notes that you give sound in any case.")
    private boolean correct;

    @Override
    Operation operation(GivenFiles files) throws IOException {
        Constrain.Constraints constraints =
                new Constrain.Constraints(files.music(notes), files.music(without), files.music(melody), key, density);
        ConstrainedSearch.Settings search = new ConstrainedSearch.Settings(draws, rounds, updates);
        return new Constrain(constraints, count, correct ? search.corrected() : search, decoding());
    }
}
