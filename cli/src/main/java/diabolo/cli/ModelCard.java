package diabolo.cli;

import static java.util.Objects.requireNonNull;

import diabolo.model.UniqueNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What a model is good for, for people: in the file {@code card.json} of its folder, which the included ones have.
 *
 * <pre>{@code
 * ModelCard.of(Path.of("models/melody-2bar")).map(ModelCard::goodFor); // reconstruct, interpolate, vary, attribute, continue
 * }</pre>
 *
 * @param window what one window holds
 * @param figures by what they measure
 */
record ModelCard(String window, String goodFor, String notFor, Map<String, String> figures) {

    private static final String FILE = "card.json";
    private static final long MOST_BYTES = 1 << 16;

    public ModelCard {
        requireNonNull(window, "window");
        requireNonNull(goodFor, "goodFor");
        requireNonNull(notFor, "notFor");
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /**
     * The card in a folder.
     *
     * @throws IOException if there is one that cannot be read
     */
    public static Optional<ModelCard> of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(foreign(file));
        }
        try {
            return Optional.of(UniqueNames.JSON.readValue(Files.readAllBytes(file), ModelCard.class));
        } catch (JacksonException | NullPointerException malformed) { // a field is missing
            throw new IOException(foreign(file), malformed);
        }
    }

    private static String foreign(Path file) {
        return "%s is no model's card; delete it, or take the model again from where it came.".formatted(file);
    }
}
