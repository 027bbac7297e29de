package diabolo.cli;

import diabolo.descriptor.Descriptor;
import diabolo.latent.AttributeVector;
import diabolo.latent.Heading;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a piece along an attribute. */
@Command(
        name = "apply",
        description = "Moves a piece along an attribute, and shows what else moved.",
        footer = {"%nExample:", "  diabolo attribute apply note-density tune.mid --model melody-2bar --strength 3"})
final class AttributeApply extends LatentVerb {

    @Parameters(index = "0", paramLabel = "ATTRIBUTE", description = "One that the model has by name, or its file.")
    private String attribute = "";

    @Parameters(index = "1", paramLabel = "PIECE", description = "The piece to move.")
    private Path piece = Path.of("");

    @Option(
            names = "--strength",
            paramLabel = "X",
            description =
                    "How far: 1 is as far as examples with it lie from those without, or, if isolated, a quarter of their "
                            + "deviation; below 0 the other way (${DEFAULT-VALUE}).")
    private double strength = 1;

    private boolean staysInKey;

    private final List<String> moves = new ArrayList<>();

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        AttributeVector vector = AttributeVerb.find(ModelFolders.find(model()), attribute);
        staysInKey = vector.staysInKey();
        float[][] codes = encode(space, piece);
        String name = name(piece, vector.name());
        Map<String, Recipe> before = one(name, space.recipe("attribute", codes));
        Map<String, Recipe> after = one(
                name,
                space.recipe("attribute", vector.applied(space, codes, strength))
                        .withDetails(Map.of(
                                "file", piece.toString(),
                                "attribute", attribute,
                                "learnedFrom", vector.learnedFrom(),
                                "strength", String.valueOf(strength))));
        compare(described(space, before), described(space, after));
        return after;
    }

    @Override
    Heading heading(List<Heading> given) {
        return staysInKey ? given.getFirst() : given.getFirst().withKeys(Map.of());
    }

    private static Map<Descriptor, Double> described(LatentSpace space, Map<String, Recipe> one) {
        return space.describe(space.render(one.values().iterator().next()).windows());
    }

    private void compare(Map<Descriptor, Double> before, Map<Descriptor, Double> after) {
        moves.add("%-22s %9s %9s %9s".formatted("", "before", "after", "moved"));
        before.forEach((descriptor, value) -> moves.add(String.format(
                Locale.ROOT,
                "%-22s %9.3f %9.3f %+9.3f",
                descriptor.id(),
                value,
                after.getOrDefault(descriptor, value),
                after.getOrDefault(descriptor, value) - value)));
    }

    /** Before is what the model makes of the piece without the move, by the same chance. */
    @Override
    void afterwards(LatentSpace space) {
        moves.forEach(results()::println);
    }
}
