package diabolo.abc;

import diabolo.note.Key;
import diabolo.note.Pitch;
import java.util.HashSet;
import java.util.Set;

/**
 * Spells pitches in a key, with the accidentals that they need.
 *
 * <p>An accidental is repeated and taken back in every octave, and also in the next bar, so that the tune reads the same
 * however far a program lets an accidental reach. Belongs to one voice.
 */
final class AbcSpelling {

    private static final String[] WITH_SHARPS = {"C", "^C", "D", "^D", "E", "F", "^F", "G", "^G", "A", "^A", "B"};
    private static final String[] WITH_FLATS = {"C", "_D", "D", "_E", "E", "F", "_G", "G", "_A", "A", "_B", "B"};

    private AbcKey key = AbcKey.NONE;
    private String[] names = WITH_SHARPS;
    private Set<Character> alteredBefore = new HashSet<>();
    private Set<Character> alteredInBar = new HashSet<>();

    void enterBar(Key newKey) {
        key = AbcKey.parse(AbcPage.key(newKey)).orElse(AbcKey.NONE);
        names = newKey.fifths() < 0 ? WITH_FLATS : WITH_SHARPS;
        alteredBefore = alteredInBar;
        alteredInBar = new HashSet<>();
    }

    String spell(Pitch pitch) {
        String name = names[pitch.pitchClass()];
        char letter = name.charAt(name.length() - 1);
        int alteration = name.length() == 1 ? 0 : AbcAccidentals.semitones(name.substring(0, 1));
        boolean isAltered = alteration != key.alterationOf(letter);
        boolean isInDoubt = alteredBefore.contains(letter) || alteredInBar.contains(letter);
        if (isAltered) {
            alteredInBar.add(letter);
        }
        String sign = isAltered || isInDoubt ? (alteration == 0 ? "=" : name.substring(0, 1)) : "";
        return sign + inOctave(letter, pitch.midi() / 12 - 5);
    }

    private static String inOctave(char letter, int octave) {
        return octave > 0 ? Character.toLowerCase(letter) + "'".repeat(octave - 1) : letter + ",".repeat(-octave);
    }
}
