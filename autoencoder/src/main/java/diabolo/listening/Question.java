package diabolo.listening;

import java.util.Locale;

/** What listeners are asked of a pair. */
public enum Question {
    BETTER("Which do you like better?", "was liked better"),
    PERSON("Which was made by a person?", "was taken for a person's");

    private final String words;
    private final String outcome;

    Question(String words, String outcome) {
        this.words = words;
        this.outcome = outcome;
    }

    /** As pages ask it. */
    public String words() {
        return words;
    }

    /** What is said of a piece that was chosen. */
    String outcome() {
        return outcome;
    }

    /** Its column among the answers. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
