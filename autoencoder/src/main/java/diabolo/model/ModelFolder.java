package diabolo.model;

import diabolo.file.AtomicFile;
import diabolo.note.Quoted;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * A trained model on disk: a folder with {@code model.json}, {@code weights.safetensors} and {@code memory.safetensors}.
 *
 * <pre>{@code
 * ModelFolder.save(Path.of("models/mine"), description, network.parameters().toArrays(), trainingExamples, Precision.HALF);
 * ModelFolder model = ModelFolder.load(Path.of("models/mine"));
 * try (Autoencoder network = model.network()) { ... }
 * }</pre>
 *
 * <p>Immutable, and safe for several threads: it holds arrays, no native memory, and needs no closing. Each network that is made from
 * it belongs to the caller. The arrays are not copied and must not be changed.
 *
 * @param hash SHA-256 over the three files, in hexadecimal, for provenance
 */
public record ModelFolder(
        ModelDescription description, List<NamedArray> weights, TrainingExamples trainingExamples, String hash) {

    private static final String DESCRIPTION = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String MEMORY = "memory.safetensors";
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z ]{0,40}");
    private static final long MOST_DESCRIPTION_BYTES = 1 << 20;

    public ModelFolder {
        weights = List.copyOf(weights);
    }

    /** The network; the caller closes it. */
    public Autoencoder network() {
        return network(description.spec());
    }

    /** Its weights in a network of the same shapes, such as one for longer windows; the caller closes it. */
    public Autoencoder network(ModelSpec spec) {
        return switch (spec) {
            case DenseSpec dense -> DenseAutoencoder.of(dense, weights);
            case ConvolutionalSpec convolutional -> ConvolutionalAutoencoder.of(convolutional, weights);
            case RecurrentSpec recurrent -> RecurrentAutoencoder.of(recurrent, weights, description.missing());
        };
    }

    /**
     * Writes the folder; existing files are replaced one by one, each atomically.
     *
     * @throws IllegalArgumentException if the weights are not those of the description, and then nothing is written
     */
    public static void save(
            Path folder,
            ModelDescription description,
            List<NamedArray> weights,
            TrainingExamples trainingExamples,
            SafeTensors.Precision precision)
            throws IOException {
        List<NamedArray> inOrder = new WeightCheck(description.spec(), description.missing()).inOrder(weights);
        SafeTensors.write(folder.resolve(WEIGHTS), new SafeTensors(Map.of(), inOrder), precision);
        SafeTensors.write(folder.resolve(MEMORY), MemoryFile.of(trainingExamples), SafeTensors.Precision.SINGLE);
        AtomicFile.write(folder.resolve(DESCRIPTION), ModelJson.MAPPER.writeValueAsString(description) + "\n");
    }

    /**
     * Reads a folder.
     *
     * @throws IOException if it is no model's folder, or a file in it is missing, truncated or foreign; the message names the file
     *     and the remedy
     */
    public static ModelFolder load(Path folder) throws IOException {
        requireFile(folder, DESCRIPTION);
        requireFile(folder, WEIGHTS);
        requireFile(folder, MEMORY);
        ModelDescription description = readDescription(folder.resolve(DESCRIPTION));
        try {
            List<NamedArray> weights = new WeightCheck(description.spec(), description.missing())
                    .inOrder(SafeTensors.read(folder.resolve(WEIGHTS)).arrays());
            TrainingExamples trainingExamples =
                    MemoryFile.read(SafeTensors.read(folder.resolve(MEMORY)), description.spec());
            weights.forEach(NamedArray::requireFinite);
            return new ModelFolder(description, weights, trainingExamples, hashOf(folder));
        } catch (IllegalArgumentException foreign) {
            throw new IOException(
                    "the files in %s do not belong together: %s; take the folder again as a whole, or train again"
                            .formatted(folder, foreign.getMessage()),
                    foreign);
        }
    }

    /**
     * The description of the model in a folder, without its weights.
     *
     * @throws IOException if it is no model's folder; the message names the remedy
     */
    public static ModelDescription describe(Path folder) throws IOException {
        requireFile(folder, DESCRIPTION);
        return readDescription(folder.resolve(DESCRIPTION));
    }

    private static void requireFile(Path folder, String name) throws IOException {
        if (!Files.isRegularFile(folder.resolve(name))) {
            throw new IOException(
                    "%s is no model's folder: it has no %s; name a folder that training or `model list` gave"
                            .formatted(folder, name));
        }
    }

    private static ModelDescription readDescription(Path file) throws IOException {
        if (Files.size(file) > MOST_DESCRIPTION_BYTES) {
            throw new IOException(
                    "%s has %d bytes, a description has at most %d; take the model again from where it came"
                            .formatted(file, Files.size(file), MOST_DESCRIPTION_BYTES));
        }
        try {
            return Optional.ofNullable(ModelJson.MAPPER.readValue(Files.readAllBytes(file), ModelDescription.class))
                    .orElseThrow(() -> new IOException(
                            "%s holds no description; take it again from where it came".formatted(file)));
        } catch (JacksonException malformed) {
            throw new IOException(
                    "%s does not describe a model: %s; take it again from where it came"
                            .formatted(file, reason(malformed)),
                    malformed);
        }
    }

    /** The rule that was broken, or where, without words of the parser. */
    private static String reason(JacksonException malformed) {
        String rule = malformed.getCause() == null
                ? ""
                : String.valueOf(malformed.getCause().getMessage());
        if (malformed.getCause() instanceof IllegalArgumentException) {
            return rule;
        }
        if (malformed.getCause() instanceof NullPointerException
                && NAME.matcher(rule).matches()) {
            return "the %s is missing".formatted(rule); // named by who required it
        }
        String place = malformed.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return UniqueNames.repeated(malformed)
                .orElse(
                        place.isEmpty()
                                ? "it is no JSON of one"
                                : "%s is unknown, has no value, or has one of another kind"
                                        .formatted(Quoted.of(place)));
    }

    private static String hashOf(Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : List.of(DESCRIPTION, WEIGHTS, MEMORY)) {
                try (var in = new DigestInputStream(Files.newInputStream(folder.resolve(name)), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
