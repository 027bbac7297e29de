package diabolo.corpus;

/** Of which kind the reason is for which a file gave no example; {@link Refusal#reason} says it with its figures. */
public enum FileRefusal {
    /** By its content nothing that is read here. */
    NO_MUSIC("not music"),
    /** It breaks a rule of its format and cannot be mended, or too little can be read of it. */
    DAMAGED("damaged"),
    /** It is not there, or may not be read, or reading failed. */
    UNREADABLE("that cannot be read"),
    NO_NOTES("without notes"),
    /** All its notes begin off the grid, and such notes are dropped. */
    OFF_GRID("played off the grid"),
    /** It is too long for a grid, or its fractions are too fine. */
    BEYOND_GRID("too long or too fine for a grid"),
    /** Its transposition leaves the MIDI range. */
    BEYOND_PITCHES("that cannot be transposed"),
    /** No melody, no drums, or in a trio one of the three. */
    NO_PART("without a part for it"),
    /** Shorter than a window; of tokens, without so many bars in a row in any meter. */
    TOO_SHORT("shorter than a window"),
    /** Without a window's bars in a row in the meter wanted. */
    OTHER_METER("in another meter"),
    /** It was cut, but each of its windows was refused. */
    NO_WINDOW("all of whose windows were refused");

    private final String words;

    FileRefusal(String words) {
        this.words = words;
    }

    /** As people say it, after a number: {@code "without notes"}. */
    public String words() {
        return words;
    }
}
