package diabolo.note;

import java.util.Optional;

/**
 * A pitch class as it is spelled: a letter and its alteration, so that B flat is not A sharp.
 *
 * <pre>{@code
 * new PitchName('B', -1).name();       // "Bb"
 * PitchName.ofFifths(-2);              // the same: two fifths below C
 * PitchName.parse("F#").get().pitchClass(); // 6
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param letter A to G
 * @param alteration sharps where positive, flats where negative; -2 to 2
 */
public record PitchName(char letter, int alteration) {

    /** The letters as fifths follow one another. */
    private static final String LETTERS_IN_FIFTHS = "FCGDAEB";

    private static final int LOWEST_FIFTHS = -15;
    private static final int HIGHEST_FIFTHS = 19;

    public PitchName {
        Checks.require(LETTERS_IN_FIFTHS.indexOf(letter) >= 0, () -> "letter must be one of A to G, was U+%04X"
                .formatted((int) letter));
        Checks.requireBetween("alteration", alteration, -2, 2);
    }

    /**
     * The name so many fifths above C: 1 for G, -1 for F.
     *
     * @param fifths -15 (F double flat) to 19 (B double sharp)
     */
    public static PitchName ofFifths(int fifths) {
        Checks.requireBetween("fifths", fifths, LOWEST_FIFTHS, HIGHEST_FIFTHS);
        return new PitchName(LETTERS_IN_FIFTHS.charAt(Math.floorMod(fifths + 1, 7)), Math.floorDiv(fifths + 1, 7));
    }

    /** Reads a letter with its accidentals: {@code A}, {@code Bb}, {@code F##}, {@code E♭}; empty for anything else. */
    public static Optional<PitchName> parse(String text) {
        if (text.isEmpty() || LETTERS_IN_FIFTHS.indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        return switch (text.substring(1)) {
            case "" -> Optional.of(new PitchName(text.charAt(0), 0));
            case "#", "♯" -> Optional.of(new PitchName(text.charAt(0), 1));
            case "b", "♭" -> Optional.of(new PitchName(text.charAt(0), -1));
            case "##", "♯♯" -> Optional.of(new PitchName(text.charAt(0), 2));
            case "bb", "♭♭" -> Optional.of(new PitchName(text.charAt(0), -2));
            default -> Optional.empty();
        };
    }

    /** How many fifths above C, negative where below. */
    public int fifths() {
        return LETTERS_IN_FIFTHS.indexOf(letter) - 1 + 7 * alteration;
    }

    /** 0 for C to 11 for B. */
    public int pitchClass() {
        return Math.floorMod(7 * fifths(), 12);
    }

    /** The letter with {@code #} or {@code b}, doubled where it is altered twice. */
    public String name() {
        return letter + (alteration < 0 ? "b" : "#").repeat(Math.abs(alteration));
    }
}
