package diabolo.evaluation.chorale;

import diabolo.note.Pitch;

/**
 * A voice of a choir, from high to low, with the range that amateurs sing.
 *
 * <pre>{@code
 * Voice.TENOR.lowest();    // 48, C3
 * Voice.TENOR.partName();  // "Tenor"
 * }</pre>
 *
 * <p>The ranges are those of E. Aldwell, C. Schachter, Harmony and voice leading, with a whole tone more at the ends where hymnals go.
 */
public enum Voice {
    SOPRANO(0, "Soprano", 58, 81),
    ALTO(1, "Alto", 53, 74),
    TENOR(2, "Tenor", 46, 69),
    BASS(3, "Bass", 38, 64);

    /** How many there are. */
    public static final int COUNT = 4;

    private final int line;
    private final String partName;
    private final int lowest;
    private final int highest;

    Voice(int line, String partName, int lowest, int highest) {
        this.line = line;
        this.partName = partName;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Its place among lines from high to low, 0 to 3. */
    public int line() {
        return line;
    }

    /** As parts are named: {@code "Soprano"}. */
    public String partName() {
        return partName;
    }

    /** MIDI number of its lowest note. */
    public int lowest() {
        return lowest;
    }

    /** MIDI number of its highest note. */
    public int highest() {
        return highest;
    }

    /** Whether a MIDI number is in its range. */
    public boolean reaches(int midi) {
        return midi >= lowest && midi <= highest;
    }

    /** From its lowest to its highest note: {@code "A#2 to A4"}. */
    public String range() {
        return "%s to %s".formatted(Pitch.of(lowest).name(), Pitch.of(highest).name());
    }
}
