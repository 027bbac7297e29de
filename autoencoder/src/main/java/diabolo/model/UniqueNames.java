package diabolo.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reading JSON and YAML in which each name of an object is given once: of two, the reader would silently take the last.
 *
 * <pre>{@code
 * try {
 *     return UniqueNames.JSON.readTree(bytes);
 * } catch (JacksonException malformed) {
 *     throw new IOException(UniqueNames.repeated(malformed).orElse("it is no JSON"));
 * }
 * }</pre>
 */
public final class UniqueNames {

    /** Refuses a name that is given twice. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern REPEATED = Pattern.compile("Duplicate [^\"]*\"(.*)\"", Pattern.DOTALL);

    private UniqueNames() {}

    /** Which name is given twice, if that is what a parser with strict detection of duplicates complains of. */
    public static Optional<String> repeated(JacksonException malformed) {
        Matcher message = REPEATED.matcher(String.valueOf(malformed.getOriginalMessage()));
        return message.lookingAt()
                ? Optional.of("line %d gives %s a second time; keep one of the two"
                        .formatted(malformed.getLocation().getLineNr(), message.group(1)))
                : Optional.empty();
    }
}
