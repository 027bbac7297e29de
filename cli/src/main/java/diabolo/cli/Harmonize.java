package diabolo.cli;

import diabolo.latent.Harmonization;
import diabolo.latent.Harmonizer;
import diabolo.latent.LatentSpace;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    @Parameters(paramLabel = "MELODY", description = "A melody as MIDI or MusicXML; of chords, the highest notes.")
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
        PieceOutput pieces = output.open(Path.of("music"), results());
        String name = nameWithoutEnding() + "-harmonized";
        pieces.requireFree(List.of(name));
        Harmonizer.Settings settings =
                new Harmonizer.Settings(updates, starts, Harmonizer.Settings.DEFAULT.learningRate(), threshold, seed);
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(model))) {
            NoteSequence piece = bars.read(space, melody, messages()).music();
            Harmonization found;
            try (SearchProgress progress = new SearchProgress(messages())) {
                found = new Harmonizer(space, settings).harmonize(piece, progress);
            }
            pieces.files().write(name, found.music(), provenance(space, settings, found));
            results().println(pieces.files().folder().resolve(name + ".mid"));
            messages()
                    .printf(
                            Locale.ROOT,
                            "%.0f %% of the melody came from the model by itself; %d windows of %d steps, searched in %d ms.%s%n",
                            100 * found.melodyRecall(),
                            found.windows(),
                            space.description().representation().steps(),
                            found.millis(),
                            found.windows() > 1 ? " Nothing ties one window to the next." : "");
        }
        return DONE;
    }

    private Map<String, Object> provenance(LatentSpace space, Harmonizer.Settings settings, Harmonization found) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("operation", "harmonize");
        provenance.put("melody", melody.toString());
        bars.range().ifPresent(range -> provenance.put("bars", range.toString()));
        provenance.put("model", space.description().name());
        provenance.put("modelHash", space.hash());
        provenance.put("settings", settings);
        provenance.put("codes", found.codes());
        provenance.put("melodyRecall", found.melodyRecall());
        return provenance;
    }

    private String nameWithoutEnding() {
        String name = String.valueOf(melody.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
