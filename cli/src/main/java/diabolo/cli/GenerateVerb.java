package diabolo.cli;

import diabolo.latent.Prior;
import diabolo.model.FrameFormat;
import diabolo.model.ModelDescription;
import diabolo.operation.Generate;
import diabolo.operation.Operation;
import diabolo.operation.Sources;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes new music from random codes. */
@Command(
        name = "generate",
        description = "Makes new music: MIDI, sound, picture, and how it came to be; with a model of images, pictures.",
        footer = {"%nExample:", "  diabolo generate --count 5 --seed 7 --prior normal --out rags"})
final class GenerateVerb extends OperationVerb {

    private static final int MOST_RANDOM_SEED = 100_000;

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
    private Optional<String> prior = Optional.empty();

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "0: the likely notes sound. Above: chance decides, at 1 as the model believes, beyond it wilder (0 for dense models, 0.5 for recurrent ones).")
    private Optional<Double> temperature = Optional.empty();

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "Of piano rolls at temperature 0, how likely a note must be to sound, 0 to 1 (0.5).")
    private Optional<Double> threshold = Optional.empty();

    @Override
    Operation operation(Sources files) {
        return generate();
    }

    private Generate generate() {
        return new Generate(count, chosenSeed(), prior.map(Prior::parse), temperature, threshold);
    }

    @Override
    void requireSettings() {
        generate();
    }

    private long chosenSeed() {
        if (seed == null) {
            seed = (long) new SecureRandom().nextInt(MOST_RANDOM_SEED);
        }
        return seed;
    }

    @Override
    Path folder(ModelDescription model) {
        return Path.of("pieces", model.name() + "-seed-" + chosenSeed());
    }

    @Override
    void afterwards(FrameFormat format) {
        String beside =
                switch (format) {
                    case FrameFormat.Music _ ->
                        "Beside each lies its sound (.wav), its picture (.png) and how it came to be (.json).";
                    case FrameFormat.Image _, FrameFormat.Vector _ ->
                        "Beside each lie its code and how it came to be (.json).";
                };
        messages().println("%s Seed %d gives the same again.".formatted(beside, chosenSeed()));
    }
}
