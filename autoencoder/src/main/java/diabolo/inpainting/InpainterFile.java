package diabolo.inpainting;

import diabolo.model.Inpainter;
import diabolo.model.InpainterSpec;
import diabolo.model.UniqueNames;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * An {@link Inpainter} in a file of half precision, with what its tokens mean.
 *
 * <pre>{@code
 * InpainterFile file = new InpainterFile(spec, weights, Map.of());
 * file.write(Path.of("four-voices.safetensors"));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param notes what else is said, by name; {@code spec} is the network's own
 */
public record InpainterFile(InpainterSpec spec, List<NamedArray> weights, Map<String, String> notes) {

    private static final String SPEC = "spec";

    public InpainterFile {
        weights = List.copyOf(weights);
        notes = Map.copyOf(notes);
    }

    /** The network; the caller closes it. */
    public Inpainter open() {
        return Inpainter.of(spec, weights);
    }

    /** Of the weights of a network: the first half of SHA-256, in hexadecimal. */
    public static String hash(Inpainter network) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
        for (NamedArray array : network.parameters().toArrays()) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * array.values().length);
            bytes.asFloatBuffer().put(array.values());
            digest.update(bytes);
        }
        byte[] whole = digest.digest();
        return HexFormat.of().formatHex(whole, 0, whole.length / 2);
    }

    public void write(Path file) throws IOException {
        Map<String, String> metadata = new HashMap<>(notes);
        metadata.put(SPEC, UniqueNames.JSON.writeValueAsString(spec));
        SafeTensors.write(file, new SafeTensors(metadata, weights), SafeTensors.Precision.HALF);
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws IOException if it is none
     */
    public static InpainterFile read(Path file) throws IOException {
        SafeTensors content = SafeTensors.read(file);
        try {
            Map<String, String> notes = new HashMap<>(content.metadata());
            String spec = notes.remove(SPEC);
            InpainterFile read = new InpainterFile(
                    UniqueNames.JSON.readValue(spec == null ? "{}" : spec, InpainterSpec.class),
                    content.arrays(),
                    notes);
            read.open().close(); // checks the shapes
            return read;
        } catch (JacksonException | IllegalArgumentException unfit) {
            throw new IOException(
                    "%s holds no network that predicts masked tokens; train one by 'diabolo experiment run four-voices' or 'ragtime'."
                            .formatted(file),
                    unfit);
        }
    }

    /** One that is included in the library, beside a class. */
    public static InpainterFile included(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the library; install it again");
            }
            Path copy = Files.createTempFile("diabolo-", ".safetensors"); // channels read files alone
            try {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                return read(copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(name + " in the library cannot be read", unreadable);
        }
    }
}
