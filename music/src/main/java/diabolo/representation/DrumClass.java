package diabolo.representation;

import diabolo.note.Pitch;
import java.util.Optional;

/**
 * The nine drums that MusicVAE tells apart. Every drum of the General MIDI kit, and two more of a Roland TD-11, belong to one.
 *
 * <pre>{@code
 * DrumClass.of(Pitch.of(40)); // Optional[SNARE]: the electric snare
 * DrumClass.SNARE.pitch();    // 38, the acoustic one, stands for all
 * }</pre>
 */
public enum DrumClass {
    KICK("kick", 36, 1),
    SNARE("snare", 38, 2),
    CLOSED_HI_HAT("closed hi-hat", 42, 4),
    OPEN_HI_HAT("open hi-hat", 46, 8),
    LOW_TOM("low tom", 45, 16),
    MID_TOM("mid tom", 48, 32),
    HIGH_TOM("high tom", 50, 64),
    CRASH("crash", 49, 128),
    RIDE("ride", 51, 256);

    private final String label;
    private final int pitch;
    private final int bit;

    DrumClass(String label, int pitch, int bit) {
        this.label = label;
        this.pitch = pitch;
        this.bit = bit;
    }

    /** The class of a drum; empty for a pitch that is no drum. */
    public static Optional<DrumClass> of(Pitch pitch) {
        return switch (pitch.midi()) {
            case 35, 36 -> Optional.of(KICK);
            case 27, 28, 31, 32, 33, 34, 37, 38, 39, 40, 56, 65, 66, 75, 85 -> Optional.of(SNARE);
            case 22, 42, 44, 54, 68, 69, 70, 71, 73, 78, 80 -> Optional.of(CLOSED_HI_HAT);
            case 26, 46, 67, 72, 74, 79, 81 -> Optional.of(OPEN_HI_HAT);
            case 29, 41, 43, 45, 61, 64, 84 -> Optional.of(LOW_TOM);
            case 47, 48, 60, 63, 77, 86, 87 -> Optional.of(MID_TOM);
            case 30, 50, 62, 76, 83 -> Optional.of(HIGH_TOM);
            case 49, 52, 55, 57, 58 -> Optional.of(CRASH);
            case 51, 53, 59, 82 -> Optional.of(RIDE);
            default -> Optional.empty();
        };
    }

    /** As people call it: {@code closed hi-hat}. */
    public String label() {
        return label;
    }

    /** The drum that stands for its class. */
    public Pitch pitch() {
        return Pitch.of(pitch);
    }

    /** What it adds to the token of a step at which it is hit. */
    public int bit() {
        return bit;
    }
}
