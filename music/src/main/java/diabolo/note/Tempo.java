package diabolo.note;

/**
 * A speed in quarter notes a minute.
 *
 * <pre>{@code
 * new Tempo(120).secondsPerBeat(); // 0.5
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param beatsPerMinute quarter notes a minute, 1 to 60,000,000 (MIDI counts microseconds for a quarter note)
 */
public record Tempo(double beatsPerMinute) {

    /** What MIDI assumes where nothing is said. */
    public static final Tempo DEFAULT = new Tempo(120);

    public Tempo {
        Checks.requireBetween("beatsPerMinute", beatsPerMinute, 1, 60_000_000);
    }

    public double secondsPerBeat() {
        return 60 / beatsPerMinute;
    }
}
