package diabolo.note;

import static java.util.Objects.requireNonNull;

/**
 * Something that holds from a position on: a tempo, a meter, a key.
 *
 * <pre>{@code
 * new At<>(Beat.of(16), new Tempo(96));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param start in quarter notes since the beginning, not negative
 * @param <T> what holds
 */
public record At<T>(Beat start, T value) {

    public At {
        Checks.require(!start.isNegative(), () -> "start must not be negative, was " + start);
        requireNonNull(value, "value");
    }
}
