package diabolo.corpus;

import static java.util.Objects.requireNonNull;

/**
 * A file that gave no example.
 *
 * <p>Immutable.
 *
 * @param reason what was found, what is needed, and where possible the way out
 * @param refusedWindows where it was cut, but all its windows were refused: how many, by reason
 */
public record Refusal(String file, String reason, RefusedWindows refusedWindows) {

    public Refusal {
        requireNonNull(file, "file");
        requireNonNull(reason, "reason");
        requireNonNull(refusedWindows, "refusedWindows");
    }

    /** A file that was not cut. */
    public Refusal(String file, String reason) {
        this(file, reason, RefusedWindows.NONE);
    }
}
