package diabolo.midi;

import java.io.Serial;

/**
 * The bytes of a track stop making sense at an offset. {@link TrackParser} turns it into a refusal or into a track that
 * ends there.
 */
final class BrokenEventException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final int offset;

    /** @param message what stands there and which rule it breaks */
    BrokenEventException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
