package diabolo.corpus;

import static java.util.Objects.requireNonNull;

/**
 * A file that gave no example.
 *
 * <p>Immutable.
 *
 * @param kind of the reason, for counting
 * @param reason what was found, what is needed, and where possible the way out
 * @param refusedWindows where it was cut, but all its windows were refused: how many, by reason
 */
public record Refusal(String file, FileRefusal kind, String reason, RefusedWindows refusedWindows) {

    public Refusal {
        requireNonNull(file, "file");
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
        requireNonNull(refusedWindows, "refusedWindows");
    }

    /** A file that was not cut. */
    public Refusal(String file, FileRefusal kind, String reason) {
        this(file, kind, reason, RefusedWindows.NONE);
    }
}
