package diabolo.note;

import static java.util.Objects.requireNonNull;

/**
 * Something a reader noticed in a file: where, what the rule is, and what helps.
 *
 * <pre>{@code
 * new Finding(Finding.Kind.REPAIRED, "byte 22", "track 1 ends after 120 of 400 bytes; the rest is missing", "save it again");
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param location where in the file, in the file's own terms: {@code "byte 22"}, {@code "bar 3 of part P1"}
 * @param message what was found and which rule speaks of it
 * @param remedy what was done about it, or what the user can do
 */
public record Finding(Kind kind, String location, String message, String remedy) {

    /** How grave it is. */
    public enum Kind {
        /** The file was refused because of it. */
        REFUSED,
        /** Lenient reading mended it. */
        REPAIRED,
        /** Something that we do not represent was left out; the file is sound. */
        DROPPED,
        /** Worth knowing; nothing was lost. */
        NOTED;

        /** Whether the file should be mended. */
        public boolean isProblem() {
            return this == REFUSED || this == REPAIRED;
        }
    }

    public Finding {
        requireNonNull(kind, "kind");
        requireNonNull(location, "location");
        requireNonNull(message, "message");
        requireNonNull(remedy, "remedy");
    }

    /** One sentence: {@code byte 22: track 1 ends too early; save the file again}. */
    public String sentence() {
        return location + ": " + message + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
