package diabolo.abc;

import java.util.HashMap;
import java.util.Map;

/**
 * What the notes of a bar are altered by: the key signature, and accidentals until the next bar line.
 *
 * <p>Belongs to one voice.
 */
final class AbcAccidentals {

    /**
     * How far an accidental reaches within its bar. ABC 2.1 says every octave unless told otherwise, but only for files that
     * call themselves {@code %abc-2.1}; printed music, and what older files were made for, means the same octave.
     */
    enum Reach {
        NOTE,
        OCTAVE,
        ALL_OCTAVES
    }

    private static final int ANY_OCTAVE = Integer.MIN_VALUE;

    private record Degree(char letter, int octave) {}

    private final Map<Degree, Integer> inBar = new HashMap<>();
    private final Reach reach;
    private AbcKey key = AbcKey.NONE;

    AbcAccidentals(Reach reach) {
        this.reach = reach;
    }

    /** Of a sign such as {@code ^} or {@code __}. */
    static int semitones(String sign) {
        return switch (sign.charAt(0)) {
            case '^' -> sign.length();
            case '_' -> -sign.length();
            default -> 0;
        };
    }

    /** A pitch as it is written, as MIDI counts: C is 60. */
    static int midi(char letter, int octave, int alteration) {
        return 60 + 12 * octave + "C D EF G A B".indexOf(letter) + alteration;
    }

    void setKey(AbcKey newKey) {
        key = newKey;
        inBar.clear();
    }

    void leaveBar() {
        inBar.clear();
    }

    void write(char letter, int octave, int semitones) {
        if (reach != Reach.NOTE) {
            inBar.put(degree(letter, octave), semitones);
        }
    }

    int at(char letter, int octave) {
        return inBar.getOrDefault(degree(letter, octave), key.alterationOf(letter));
    }

    private Degree degree(char letter, int octave) {
        return new Degree(letter, reach == Reach.ALL_OCTAVES ? ANY_OCTAVE : octave);
    }
}
