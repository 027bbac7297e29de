package diabolo.note;

/**
 * A MIDI pitch, 0 to 127; 60 is middle C, written {@code C4}.
 *
 * <pre>{@code
 * Pitch.of(60).transpose(7).name(); // "G4"
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param midi the MIDI note number, 0 to 127
 */
public record Pitch(int midi) implements Comparable<Pitch> {

    private static final String[] NAMES = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};

    public Pitch {
        Checks.requireBetween("pitch", midi, 0, 127);
    }

    public static Pitch of(int midi) {
        return new Pitch(midi);
    }

    /** 0 for C to 11 for B. */
    public int pitchClass() {
        return midi % 12;
    }

    /** The name with its octave, sharps for the black keys: {@code "F#3"}. */
    public String name() {
        return NAMES[pitchClass()] + (midi / 12 - 1);
    }

    /**
     * The pitch so many semitones higher, or lower where negative.
     *
     * @throws IllegalArgumentException if that leaves the MIDI range
     */
    public Pitch transpose(int semitones) {
        return new Pitch(midi + semitones);
    }

    @Override
    public int compareTo(Pitch other) {
        return Integer.compare(midi, other.midi);
    }
}
