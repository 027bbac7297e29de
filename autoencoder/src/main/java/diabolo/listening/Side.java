package diabolo.listening;

import java.util.Locale;
import java.util.Optional;

/** Which of the two pieces of a pair. */
public enum Side {
    LEFT,
    RIGHT;

    /** As pages and files call it: {@code left}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Side> of(String word) {
        for (Side side : values()) {
            if (side.word().equals(word)) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }
}
