package diabolo.attribute;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.descriptor.Descriptor;
import diabolo.file.AtomicFile;
import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import diabolo.model.UniqueNames;
import diabolo.note.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The latent direction of a musical attribute: the difference of the mean codes of examples with much and with little of it
 * (Roberts et al. 2018), or one that moves it alone ({@link AttributeLearning#learnIsolated}).
 *
 * <pre>{@code
 * AttributeVector density = new AttributeLearning(space).learn(Descriptor.NOTE_DENSITY, corpus);
 * NoteSequence busier = space.decode(density.applied(space, space.encode(piece), 1));
 * density.write(Path.of("note-density.json"));
 * }</pre>
 *
 * @param name small letters, digits and hyphens
 * @param model the model's name
 * @param modelHash of the model that it was learned with; others refuse it
 * @param direction [codeSize]
 * @param learnedFrom for people
 * @param examplesWith how many had much of it
 * @param examplesWithout how many had little
 * @param deviation the standard deviation of the descriptor in the music that it was learned from, the unit of a move; 0 for an
 *     attribute that is no descriptor
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AttributeVector(
        String name,
        String model,
        String modelHash,
        float[] direction,
        String learnedFrom,
        int examplesWith,
        int examplesWithout,
        double deviation) {

    /** Multiples to try in turn until a wanted change is reached: farther ones leave the codes of music. */
    public static final List<Double> MULTIPLES =
            List.of(0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0);

    private static final long MOST_BYTES = 1 << 20;
    private static final String DEVIATION = "deviation";
    private static final JsonMapper JSON = UniqueNames.JSON;

    public AttributeVector {
        requireName(requireNonNull(name, "name"));
        requireNonNull(model, "model");
        requireNonNull(modelHash, "modelHash");
        requireNonNull(learnedFrom, "learnedFrom");
        requireBetween("deviation", deviation, 0, 1e6);
        require(direction.length > 0, "the direction needs at least one dimension, had none");
        for (float number : direction) {
            require(Float.isFinite(number), "the direction must be of finite numbers, has " + number);
        }
    }

    /**
     * Requires a valid name of an attribute, so that it can be checked before learning.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static void requireName(String name) {
        require(
                name.matches("[a-z0-9][a-z0-9-]{0,63}"),
                "an attribute is named in small letters, digits and hyphens, at most 64; was '%s'"
                        .formatted(Quoted.of(name)));
    }

    /**
     * Codes moved along it.
     *
     * @param factor of the direction; negative for the opposite one
     * @throws IllegalArgumentException if it was learned with another model
     */
    public float[][] applied(LatentSpace space, float[][] codes, double factor) {
        require(
                modelHash.equals(space.hash()),
                "the attribute %s was learned with a model %s, whose codes are not those of this %s; learn it anew with `diabolo attribute learn`"
                        .formatted(name, model, space.description().name()));
        return CodeOperations.along(codes, direction, factor);
    }

    /** The descriptor that it moves; empty for an attribute of one's own. */
    public Optional<Descriptor> descriptor() {
        return Arrays.stream(Descriptor.values())
                .filter(descriptor -> descriptor.id().equals(name))
                .findFirst();
    }

    /** Whether a piece keeps its key when moved along it, as for descriptors of rhythm and intervals. */
    public boolean staysInKey() {
        return descriptor().filter(moved -> moved != Descriptor.C_DIATONIC).isPresent();
    }

    /** The same for music in which the descriptor has this standard deviation. */
    public AttributeVector withDeviation(double other) {
        return new AttributeVector(
                name, model, modelHash, direction, learnedFrom, examplesWith, examplesWithout, other);
    }

    /** Writes it as JSON. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /**
     * Reads one.
     *
     * @throws IOException if the file holds none
     */
    public static AttributeVector read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("%s is no file; name one that `diabolo attribute learn` wrote.".formatted(file));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(
                    "%s has %d bytes, an attribute at most %d; name one that `diabolo attribute learn` wrote."
                            .formatted(file, Files.size(file), MOST_BYTES));
        }
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                if (!object.has(DEVIATION)) { // written by an older version
                    object.put(DEVIATION, 0.0);
                }
                return JSON.treeToValue(object, AttributeVector.class);
            }
        } catch (JacksonException malformed) {
            throw new IOException(foreign(file), malformed);
        }
        throw new IOException(foreign(file));
    }

    private static String foreign(Path file) {
        return file + " holds no attribute; name a file that `diabolo attribute learn` wrote.";
    }
}
