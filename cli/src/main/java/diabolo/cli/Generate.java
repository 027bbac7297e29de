package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.latent.SamplingSettings;
import diabolo.representation.TokenRepresentation;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes new music from random codes. */
@Command(
        name = "generate",
        description = "Makes new music: MIDI, sound, picture, and how it came to be.",
        footer = {"%nExample:", "  diabolo generate --count 5 --seed 7 --prior normal --out rags"})
final class Generate extends Verb {

    private static final int MOST_RANDOM_SEED = 100_000;

    @Option(names = "--model", paramLabel = "M", description = "A model's name or folder (${DEFAULT-VALUE}).")
    private String model = ModelFolders.DEFAULT;

    @Option(names = "--count", paramLabel = "N", description = "How many pieces (${DEFAULT-VALUE}).")
    private int count = 1;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The seed: the same one gives the same pieces; else a new one.")
    private @Nullable Long seed;

    @Option(
            names = "--prior",
            paramLabel = "P",
            description = "How the random numbers that a piece is made from are drawn: " + Prior.NAMES
                    + " (bits for dense models, normal for recurrent ones).")
    private @Nullable String prior;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "0: the likely notes sound. Above: chance decides, at 1 as the model believes, beyond it wilder (0 for dense models, 0.5 for recurrent ones).")
    private @Nullable Double temperature;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "Of piano rolls at temperature 0, how likely a note must be to sound, 0 to 1 (0.5).")
    private @Nullable Double threshold;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        requireBetween("--count", count, 1, 100_000);
        long chosenSeed = seed == null ? new SecureRandom().nextInt(MOST_RANDOM_SEED) : seed;
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(model))) {
            if (threshold != null && space.representation() instanceof TokenRepresentation tokens) {
                throw wrongUsage(
                        "--threshold is for models of piano rolls, and %s writes tokens of %s; --temperature is for all"
                                .formatted(space.description().name(), tokens.name()));
            }
            SamplingSettings own = SamplingSettings.of(space.description().spec());
            SamplingSettings settings = new SamplingSettings(
                    prior == null ? own.prior() : Prior.parse(prior),
                    chosenSeed,
                    threshold == null ? own.threshold() : threshold,
                    temperature == null ? own.temperature() : temperature);
            PieceOutput pieces =
                    output.open(Path.of("pieces", space.description().name() + "-seed-" + chosenSeed), results());
            pieces.requireFree(
                    IntStream.range(0, count).mapToObj(Generate::name).toList());
            for (int i = 0; i < count; i++) {
                pieces.write(name(i), space.generate(settings, i));
            }
            messages()
                    .println(
                            "Beside each lies its sound (.wav), its picture (.png) and how it came to be (.json). Seed "
                                    + chosenSeed + " gives the same again.");
        }
        return DONE;
    }

    private static String name(int number) {
        return "piece-%04d".formatted(number + 1);
    }
}
