package diabolo.abc;

import diabolo.note.Key;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key signature: how far each letter is altered, and the key that it stands for.
 *
 * <pre>{@code
 * AbcKey.parse("D Phrygian ^f");
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param key as written; empty for {@code none}
 * @param alterations semitones by letter, {@code 'A'} to {@code 'G'}; letters left out are natural
 */
record AbcKey(Optional<Key> key, Map<Character, Integer> alterations) {

    static final AbcKey NONE = new AbcKey(Optional.empty(), Map.of());

    private static final String LETTERS_BY_FIFTHS = "FCGDAEB";
    private static final Pattern TONIC = Pattern.compile(
            "([A-G])([#b]?)\\s*(?:((?:maj|min|ion|aeo|mix|dor|phr|lyd|loc)[a-z]*|m)(?![a-z=]))?(?=\\s|$|[\\^_=])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCIDENTAL =
            Pattern.compile("(?<=\\s|^|[a-gA-G])(\\^{1,2}|_{1,2}|=)([a-gA-G])(?=\\s|$|[\\^_=])");
    private static final Pattern MICROTONE = Pattern.compile("[\\^_](?:[0-9]|/)[0-9/]*[a-gA-G]");
    private static final Map<String, Integer> FIFTHS_FROM_MAJOR = Map.of(
            "maj", 0, "ion", 0, "mix", -1, "dor", -2, "m", -3, "min", -3, "aeo", -3, "phr", -4, "loc", -5, "lyd", 1);

    AbcKey {
        alterations = Map.copyOf(alterations);
    }

    /** What the field says of a key; empty where it names none that exists. */
    static Optional<AbcKey> parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.startsWith("none")) {
            return Optional.of(NONE.with(stripped));
        }
        if (stripped.startsWith("HP")) { // no signature is written, but pipes have no other F and C
            return Optional.of(new AbcKey(NONE.key(), Map.of('F', 1, 'C', 1)));
        }
        if (stripped.startsWith("Hp")) {
            return Optional.of(ofSignature(2, Key.Mode.MAJOR));
        }
        Matcher tonic = TONIC.matcher(stripped);
        if (!tonic.lookingAt()) {
            return Optional.empty();
        }
        String written = tonic.group(3) == null ? "maj" : tonic.group(3).toLowerCase(Locale.ROOT);
        String mode = written.substring(0, Math.min(3, written.length()));
        int accidental = tonic.group(2).isEmpty() ? 0 : tonic.group(2).equals("#") ? 7 : -7;
        int fifths = LETTERS_BY_FIFTHS.indexOf(tonic.group(1).toUpperCase(Locale.ROOT))
                - 1
                + accidental
                + FIFTHS_FROM_MAJOR.getOrDefault(mode, 0);
        if (fifths < -7 || fifths > 7) {
            return Optional.empty();
        }
        boolean isMinor = mode.equals("m") || mode.equals("min") || mode.equals("aeo");
        AbcKey base = ofSignature(fifths, isMinor ? Key.Mode.MINOR : Key.Mode.MAJOR);
        String rest = stripped.substring(tonic.end());
        boolean isExplicit = rest.strip().startsWith("exp");
        return Optional.of((isExplicit ? new AbcKey(base.key(), Map.of()) : base).with(rest));
    }

    /** Whether a field asks for accidentals of less than a semitone, which MIDI pitches do not have. */
    static boolean hasMicrotones(String text) {
        return MICROTONE.matcher(text).find();
    }

    int alterationOf(char letter) {
        return alterations.getOrDefault(letter, 0);
    }

    /** The key as it sounds, so many semitones from the one written. */
    Optional<Key> sounding(int semitones) {
        // seven semitones up are one fifth up; of the enharmonic keys, the one with the fewest accidentals
        int shift = Math.floorMod(7 * semitones + 5, 12) - 5;
        return key.map(written -> {
            int fifths = written.fifths() + shift;
            boolean fits = fifths >= -7 && fifths <= 7;
            return new Key(fits ? fifths : Math.floorMod(fifths + 5, 12) - 5, written.mode());
        });
    }

    private static AbcKey ofSignature(int fifths, Key.Mode mode) {
        Map<Character, Integer> alterations = new HashMap<>();
        for (int i = 0; i < Math.abs(fifths); i++) {
            char letter = LETTERS_BY_FIFTHS.charAt(fifths > 0 ? i : LETTERS_BY_FIFTHS.length() - 1 - i);
            alterations.put(letter, Integer.signum(fifths));
        }
        return new AbcKey(Optional.of(new Key(fifths, mode)), alterations);
    }

    private AbcKey with(String accidentals) {
        Map<Character, Integer> changed = new HashMap<>(alterations);
        Matcher matcher = ACCIDENTAL.matcher(accidentals);
        while (matcher.find()) {
            changed.put(
                    matcher.group(2).toUpperCase(Locale.ROOT).charAt(0), AbcAccidentals.semitones(matcher.group(1)));
        }
        return new AbcKey(key, changed);
    }
}
