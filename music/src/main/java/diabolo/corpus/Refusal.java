package diabolo.corpus;

import static java.util.Objects.requireNonNull;

/**
 * A file that gave no example.
 *
 * <p>Immutable.
 *
 * @param reason what was found, what is needed, and where possible the way out
 */
public record Refusal(String file, String reason) {

    public Refusal {
        requireNonNull(file, "file");
        requireNonNull(reason, "reason");
    }
}
