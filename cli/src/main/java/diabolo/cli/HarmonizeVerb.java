package diabolo.cli;

import diabolo.accompaniment.AccompanimentPattern;
import diabolo.accompaniment.Patterns;
import diabolo.chorale.ChoraleHarmony;
import diabolo.chorale.ChoraleModel;
import diabolo.evaluation.chorale.Voice;
import diabolo.harmony.HarmonizedMelody;
import diabolo.note.EditDistance;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.Plural;
import diabolo.operation.Decoding;
import diabolo.operation.FileSources;
import diabolo.operation.Harmonize;
import diabolo.operation.Operation;
import diabolo.operation.Sources;
import diabolo.search.Harmonizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Finds an accompaniment for a melody: by a search of a latent space, chords by a hidden Markov model and a pattern that plays them, or three
 * voices by masking and sampling.
 */
@Command(
        name = "harmonize",
        description = "Adds voices or an accompaniment to a melody, which is kept note for note.",
        footer = {
            "%nExamples:",
            "  diabolo harmonize ode.mid --seed 3",
            "  diabolo harmonize ode.mid --style lead-sheet --pattern bossa",
            "  diabolo harmonize ode.mid --style deephear --starts 16"
        })
final class HarmonizeVerb extends OperationVerb {

    /** What kind of accompaniment. */
    enum Style {
        DEEPHEAR,
        LEAD_SHEET,
        CHORALE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The options of each style that not all have. */
    private static final Map<Style, List<String>> OPTIONS = Map.of(
            Style.DEEPHEAR, List.of("--model", "--updates", "--starts", "--threshold", "--print-operation"),
            Style.LEAD_SHEET, List.of("--pattern", "--key", "--temperature"),
            Style.CHORALE, List.of("--keep", "--key", "--temperature"));

    /** Of these none tells a style. */
    private static final List<String> OF_SEVERAL = List.of("--key", "--temperature");

    /** A voice that may be kept. */
    enum KeptVoice {
        ALTO(Voice.ALTO),
        TENOR(Voice.TENOR),
        BASS(Voice.BASS);

        private final Voice voice;

        KeptVoice(Voice voice) {
            this.voice = voice;
        }

        Voice voice() {
            return voice;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST_NEAR = 3;

    @Parameters(paramLabel = "MELODY", description = "MIDI, MusicXML or ABC; of several voices the highest.")
    private Path melody = Path.of("");

    @Option(
            names = "--style",
            paramLabel = "deephear|lead-sheet|chorale",
            description =
                    "chorale adds three voices; lead-sheet finds chord symbols and plays them; deephear searches a piano-roll model (chorale, or the one that has the options given).")
    private Optional<Style> style = Optional.empty();

    @Option(names = "--updates", paramLabel = "N", description = "Gradient steps (${DEFAULT-VALUE}).")
    private int updates = Harmonizer.Settings.DEFAULT.updates();

    @Option(names = "--starts", paramLabel = "N", description = "Random codes to start from (${DEFAULT-VALUE}).")
    private int starts = Harmonizer.Settings.DEFAULT.starts();

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "Notes of the accompaniment sound above this probability (${DEFAULT-VALUE}).")
    private double threshold = Harmonize.DECODING.threshold();

    @Option(names = "--seed", paramLabel = "S", description = "Random seed (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--pattern",
            paramLabel = "NAME",
            description =
                    "With lead-sheet: block, arpeggio, alberti, stride, waltz, bossa or swing; default: by meter and tempo.")
    private Optional<String> pattern = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "With lead-sheet or chorale: \"G major\"; default: the signature's, else estimated.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "With lead-sheet: 0 takes the likeliest chords, 1 samples (0). With chorale: 1 samples, less takes what is likelier (0.8).")
    private Optional<Double> temperature = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "VOICES",
            split = ",",
            description = "With chorale: voices of the piece to keep beside its melody, such as bass or alto,bass.")
    private List<KeptVoice> keep = List.of();

    @Mixin
    private BarsOption bars = new BarsOption();

    @Override
    Operation operation(Sources files) throws IOException {
        return new Harmonize(bars.of(files, this).music(melody), search(), new Decoding(seed, 0, threshold));
    }

    @Override
    void requireSettings() {
        Stream.of(Style.values())
                .flatMap(other -> OPTIONS.getOrDefault(other, List.of()).stream())
                .filter(option -> !OPTIONS.getOrDefault(style(), List.of()).contains(option))
                .filter(this::isGiven)
                .findFirst()
                .ifPresent(option -> {
                    throw wrongUsage("%s is not for --style %s; leave it out, or name the other style"
                            .formatted(option, style()));
                });
        search();
    }

    /** The one that is named; else the first that alone has an option that is given, and else four voices. */
    private Style style() {
        return style.orElseGet(() -> Stream.of(Style.DEEPHEAR, Style.LEAD_SHEET)
                .filter(each -> OPTIONS.getOrDefault(each, List.of()).stream()
                        .anyMatch(option -> !OF_SEVERAL.contains(option) && isGiven(option)))
                .findFirst()
                .orElse(Style.CHORALE));
    }

    private Harmonizer.Settings search() {
        return new Harmonizer.Settings(updates, starts);
    }

    @Override
    List<String> knownNames() {
        return List.of(Harmonize.name(melody.toString()));
    }

    @Override
    boolean isMadeWithoutModel() {
        return style() != Style.DEEPHEAR;
    }

    @Override
    void makeWithoutModel(OutputOptions output) throws IOException {
        if (style() == Style.CHORALE) {
            makeChorale(output);
        } else {
            makeLeadSheet(output);
        }
    }

    private void makeChorale(OutputOptions output) throws IOException {
        Set<Voice> kept = keep.stream().map(KeptVoice::voice).collect(Collectors.toSet());
        ChoraleHarmony.Settings usual = ChoraleHarmony.Settings.DEFAULT;
        ChoraleHarmony.Settings settings = new ChoraleHarmony.Settings(
                key.map(Key::parse), kept, seed, temperature.orElse(usual.temperature()), usual.candidates());
        NotatedOutput chorales = output.openNotated(OutputOptions.FOLDER, this);
        String name = Harmonize.name(melody.toString(), "chorale");
        chorales.requireFree(name);
        NoteSequence piece = titled(bars.selection(this).of(FileSources.readMusic(melody, this::notice)));
        ChoraleHarmony harmony = ChoraleHarmony.of(piece, settings, ChoraleModel.included());
        chorales.sayLeftOut(name, piece, 1 + kept.size(), "what is kept");
        chorales.write(
                name,
                harmony.music(),
                harmony.provenance(),
                "four voices in " + harmony.chorale().key().name());
        chorales.finish();
    }

    private void makeLeadSheet(OutputOptions output) throws IOException {
        HarmonizedMelody.Settings settings =
                new HarmonizedMelody.Settings(key.map(Key::parse), accompaniment(), seed, temperature.orElse(0.0));
        NotatedOutput leadSheets = output.openNotated(OutputOptions.FOLDER, this);
        String name = Harmonize.name(melody.toString(), "lead-sheet");
        leadSheets.requireFree(name);
        NoteSequence piece = bars.selection(this).of(FileSources.readMusic(melody, this::notice));
        HarmonizedMelody harmonized = HarmonizedMelody.of(titled(piece), settings);
        String part = harmonized.music().parts().getFirst().name();
        leadSheets.sayLeftOut(name, piece, 1, "its melody" + (part.isBlank() ? "" : " (%s)".formatted(part)));
        Map<String, String> chosen = harmonized.provenance().recipe().details();
        leadSheets.write(
                name,
                harmonized.music(),
                harmonized.provenance(),
                "%s in %s, %s"
                        .formatted(
                                chosen.get("pattern"),
                                chosen.get("key"),
                                Plural.of(harmonized.provenance().chords().size(), "chord")));
        leadSheets.finish();
    }

    /** A piece without a title gets the file's name, so that messages can name it. */
    private NoteSequence titled(NoteSequence piece) {
        return piece.title().isBlank() ? piece.withTitle(String.valueOf(melody.getFileName())) : piece;
    }

    private Optional<AccompanimentPattern> accompaniment() {
        return pattern.map(name -> Patterns.named(name).orElseThrow(() -> wrongUsage(unknown(name))));
    }

    private static String unknown(String name) {
        List<String> nearest = Patterns.names().stream()
                .sorted(Comparator.comparingInt(candidate -> EditDistance.between(name, candidate)))
                .limit(MOST_NEAR)
                .toList();
        return "'%.40s' is no pattern of accompaniment; the nearest names are %s, and all are %s"
                .formatted(name, String.join(", ", nearest), String.join(", ", Patterns.names()));
    }
}
