package diabolo.cli;

import diabolo.latent.Harmonization;
import diabolo.latent.Harmonizer;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds an accompaniment for a melody. */
@Command(
        name = "harmonize",
        description = "Finds an accompaniment for a melody, which is kept note for note.",
        footer = {"%nExample:", "  diabolo harmonize ode.mid --starts 16"})
final class Harmonize extends Verb {

    @Parameters(
            paramLabel = "MELODY",
            description = "A melody as MIDI, MusicXML or ABC; of several voices, the highest.")
    private Path melody = Path.of("");

    @Option(names = "--model", paramLabel = "M", description = "A model's name or folder (${DEFAULT-VALUE}).")
    private String model = ModelFolders.DEFAULT;

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
    private double threshold = Harmonizer.Settings.DEFAULT.threshold();

    @Option(names = "--seed", paramLabel = "S", description = "The seed of the starts (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private BarsOption bars = new BarsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        PieceOutput pieces = output.open(Path.of("pieces"), results());
        String name = nameWithoutEnding() + "-harmonized";
        pieces.requireFree(List.of(name));
        Harmonizer.Settings settings =
                new Harmonizer.Settings(updates, starts, Harmonizer.Settings.DEFAULT.learningRate(), threshold, seed);
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(model))) {
            GivenPiece piece = bars.read(space, melody, messages());
            Harmonization found;
            try (SearchProgress progress = new SearchProgress(messages())) {
                found = new Harmonizer(space, settings).harmonize(piece.music(), progress);
            }
            Recipe made = LatentVerb.detailed(found.piece().provenance().recipe(), "melody", melody);
            Recipe recipe = bars.range()
                    .map(range -> LatentVerb.detailed(made, "bars", range))
                    .orElse(made);
            pieces.write(name, space.render(recipe));
            notMelody(found).ifPresent(messages()::println);
            piece.seams(space, found.windows()).ifPresent(messages()::println);
            messages()
                    .printf(
                            Locale.ROOT,
                            "%.0f %% of the melody came from the model by itself; %s of %d steps, searched in %d ms.%n",
                            100 * found.melodyRecall(),
                            Plural.of(found.windows(), "window"),
                            space.description().representation().steps(),
                            found.millis());
        }
        return DONE;
    }

    /** What of the piece was not taken as melody, if there is such. */
    private Optional<String> notMelody(Harmonization found) {
        return found.leftOutNotes() + found.shortenedNotes() == 0
                ? Optional.empty()
                : Optional.of(
                        "The melody is the highest line of %s: %s left out, %d shortened where a higher one begins."
                                .formatted(melody, Plural.of(found.leftOutNotes(), "note"), found.shortenedNotes()));
    }

    private String nameWithoutEnding() {
        String name = String.valueOf(melody.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
