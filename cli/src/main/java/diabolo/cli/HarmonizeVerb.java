package diabolo.cli;

import diabolo.operation.Decoding;
import diabolo.operation.Harmonize;
import diabolo.operation.Operation;
import diabolo.operation.Sources;
import diabolo.search.Harmonizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds an accompaniment for a melody. */
@Command(
        name = "harmonize",
        description = "Finds an accompaniment for a melody, which is kept note for note.",
        footer = {"%nExample:", "  diabolo harmonize ode.mid --starts 16"})
final class HarmonizeVerb extends OperationVerb {

    @Parameters(
            paramLabel = "MELODY",
            description = "A melody as MIDI, MusicXML or ABC; of several voices, the highest.")
    private Path melody = Path.of("");

    @Option(names = "--updates", paramLabel = "N", description = "Steps of the search (${DEFAULT-VALUE}).")
    private int updates = Harmonizer.Settings.DEFAULT.updates();

    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "How often to search, each time from another beginning; the best is kept (${DEFAULT-VALUE}).")
    private int starts = Harmonizer.Settings.DEFAULT.starts();

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "How likely a note of the accompaniment must be to sound, 0 to 1 (${DEFAULT-VALUE}).")
    private double threshold = Harmonize.DECODING.threshold();

    @Option(names = "--seed", paramLabel = "S", description = "The seed of the starts (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private BarsOption bars = new BarsOption();

    @Override
    Operation operation(Sources files) throws IOException {
        return new Harmonize(bars.of(files).music(melody), search(), new Decoding(seed, 0, threshold));
    }

    private Harmonizer.Settings search() {
        return new Harmonizer.Settings(updates, starts);
    }

    @Override
    void requireSettings() {
        search();
    }

    @Override
    void requireFree(PieceOutput pieces) throws IOException {
        pieces.requireFree(List.of(Harmonize.name(melody.toString())));
    }
}
