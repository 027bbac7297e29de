package diabolo.notation;

import diabolo.note.Beat;
import diabolo.note.Quoted;
import diabolo.note.Tempo;
import java.util.Optional;

/**
 * Tempos as notation states them, in quarter notes a minute; those out of range are left out and said.
 *
 * <pre>{@code
 * Tempos.of("126", log);   // 126 quarter notes a minute
 * Tempos.of("fast", log);  // nothing, and a finding
 * }</pre>
 */
public final class Tempos {

    public static final double FASTEST = 10_000;

    private Tempos() {}

    /** A tempo in decimal digits. */
    public static Optional<Tempo> of(String text, FindingLog log) throws MalformedNotationException {
        return of(Numbers.decimal(text).map(Beat::toDouble), text, log);
    }

    /**
     * A tempo that is known as a number.
     *
     * @param text as it is written, for the finding
     */
    public static Optional<Tempo> of(Optional<Double> perMinute, String text, FindingLog log)
            throws MalformedNotationException {
        if (perMinute.isPresent() && perMinute.get() >= 1 && perMinute.get() <= FASTEST) {
            return Optional.of(new Tempo(perMinute.get()));
        }
        log.repair(
                "a tempo must be a number from 1 to %.0f quarter notes a minute, was '%s'"
                        .formatted(FASTEST, Quoted.of(text)),
                "the tempo was left out",
                "correct it");
        return Optional.empty();
    }
}
