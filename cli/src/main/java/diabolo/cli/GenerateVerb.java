package diabolo.cli;

import diabolo.latent.Prior;
import diabolo.latent.TuneMeter;
import diabolo.model.Inpainter;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolders;
import diabolo.note.Checks;
import diabolo.note.Key;
import diabolo.operation.Generate;
import diabolo.operation.Operation;
import diabolo.operation.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes new music from random codes. */
@Command(
        name = "generate",
        description = "Generates pieces, or pictures if the model is of images.",
        footer = {
            "%nExamples:",
            "  diabolo generate --count 5 --seed 7 --prior normal --out rags",
            "  diabolo generate --meter 3/4 --key \"D major\"",
            "  diabolo generate --model ragtime --key \"Ab major\"",
            "  diabolo generate --model four-voices --bars 16 --seed 7"
        })
final class GenerateVerb extends OperationVerb {

    private static final List<String> NOT_OF_LINES =
            List.of("--prior", "--threshold", "--form", "--meter", "--set", "--style", "--fill", "--print-operation");
    private static final int MOST_PIECES = 1_000;

    @Option(names = "--count", paramLabel = "N", description = "Number of pieces (${DEFAULT-VALUE}).")
    private int count = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Random seed, which repeats the pieces (a new one).")
    private long seed = new SplittableRandom().nextInt(100_000);

    @Option(
            names = "--prior",
            paramLabel = "P",
            description =
                    "The distribution of the codes: " + Prior.NAMES
                            + " (bits for dense models, normal for recurrent ones, gaussian for those whose training started from another model).")
    private Optional<String> prior = Optional.empty();

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "Sampling temperature; 0 takes the likeliest notes, higher values vary more"
                            + " (0 for dense models, 0.5 for recurrent ones). Of whole tunes and learned grooves the noise that they begin from, up to 2 (0.9, in 3/4 0.85, and 1); of ragtime and four-voices 0.01 to 10 (0.9 and 0.8).")
    private Optional<Double> temperature = Optional.empty();

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "Of piano rolls at temperature 0: notes sound above this probability (0.5).")
    private Optional<Double> threshold = Optional.empty();

    @Option(
            names = "--bars",
            paramLabel = "N",
            description =
                    "Bars of each piece: 8, 16 or 32 of whole tunes (16), 2, 4, 8 and so on with drums-2bar (2), 4 to 128 with ragtime and up to 64 with four-voices (16); other models' windows are strung together.")
    private Optional<Integer> bars = Optional.empty();

    @Option(
            names = "--form",
            paramLabel = "F",
            description = "The sections of a tune, such as AABA (those of a real tune).")
    private Optional<String> form = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "K",
            description = "The key of a tune or rag, such as \"G major\" (one that real tunes are in).")
    private Optional<String> key = Optional.empty();

    @Option(names = "--meter", paramLabel = "M", description = "The meter of a tune: 4/4 or 3/4 (4/4).")
    private Optional<String> meter = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "VALUES",
            description =
                    "Values to have, such as density=0.4,range=12,contour=rising; others are interval and syncopation.")
    private Optional<String> values = Optional.empty();

    @Option(
            names = "--style",
            paramLabel = "S",
            description = "The style of drums, such as funk, rock, jazz or latin (any).")
    private Optional<String> style = Optional.empty();

    @Option(names = "--fill", description = "Drums end in a fill.")
    private boolean filled;

    /** Drums where a style or a fill is asked for; else whole tunes, where nothing is asked for that other models have. */
    @Override
    String usualModel() {
        if (style.isPresent() || filled) {
            return ModelFolders.DRUMS;
        }
        return meter.map(some -> TuneMeter.parse(some).model())
                .orElse(prior.isPresent() || threshold.isPresent() ? ModelFolders.DEFAULT : ModelFolders.TUNES);
    }

    @Override
    Operation operation(Sources files) {
        return generate();
    }

    @Override
    void requireSettings() {
        Optional<LineModel> lines = lineModel();
        if (lines.isPresent()) {
            NOT_OF_LINES.stream().filter(this::isGiven).findFirst().ifPresent(option -> {
                throw wrongUsage("%s is not for --model %s; leave it out, or name another model"
                        .formatted(option, lines.get().word));
            });
        } else {
            generate();
        }
    }

    @Override
    boolean isMadeWithoutModel() {
        return lineModel().isPresent();
    }

    private Optional<LineModel> lineModel() {
        return namedModel().flatMap(LineModel::named);
    }

    @Override
    void makeWithoutModel(OutputOptions output) throws IOException {
        Checks.requireBetween("--count", count, 1, MOST_PIECES);
        LineModel model = lineModel().orElseThrow();
        NotatedOutput pieces = output.openNotated(OutputOptions.FOLDER, this);
        Checks.require(
                seed <= Long.MAX_VALUE - count,
                () -> "--seed must be at most %d for %d pieces, was %d; choose a smaller one"
                        .formatted(Long.MAX_VALUE - count, count, seed));
        for (int number = 0; number < count; number++) {
            pieces.requireFree(nameOf(model, seed + number));
        }
        try (Inpainter inpainter = model.open()) {
            for (int number = 0; number < count; number++) {
                LineModel.Piece piece = model.make(
                        new LineModel.Wanted(key.map(Key::parse), bars, seed + number, temperature, Optional.empty()),
                        inpainter);
                pieces.write(nameOf(model, seed + number), piece.music(), piece.provenance(), piece.words());
            }
        }
        pieces.finish();
        afterwards();
    }

    private static String nameOf(LineModel model, long seed) {
        return "%s-seed-%d".formatted(model.word, seed);
    }

    private Generate generate() {
        return new Generate(
                count,
                seed,
                prior.map(Prior::parse),
                temperature,
                threshold,
                bars,
                form,
                key,
                values,
                style,
                filled ? Optional.of("fill") : Optional.empty(),
                meter);
    }

    @Override
    Path folder(ModelDescription model) {
        return Path.of("pieces", model.name() + "-seed-" + seed);
    }

    @Override
    void afterwards() {
        messages().println("Beside each is its provenance (.json). Seed %d gives the same again.".formatted(seed));
    }
}
