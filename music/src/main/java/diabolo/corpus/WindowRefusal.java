package diabolo.corpus;

/** Why a window of a piece is no example. */
public enum WindowRefusal {
    /** No note, or in a trio a line without a note; drums may rest where {@link MissingBass} admits the piece. */
    SILENT("silent"),
    /** A rest of more than a bar in a melody, of more than two bars in a line of a trio, but for drums that rest throughout. */
    LONG_REST("with too long a rest"),
    /** Bars of another meter than the representation's. */
    OTHER_METER("in another meter"),
    /** One more part, or combination of parts, than are taken of a piece. */
    MORE_PARTS("of more parts than are taken");

    private final String words;

    WindowRefusal(String words) {
        this.words = words;
    }

    /** As people say it, after a number: {@code "silent"}. */
    public String words() {
        return words;
    }
}
