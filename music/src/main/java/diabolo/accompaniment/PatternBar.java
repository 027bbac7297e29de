package diabolo.accompaniment;

import static diabolo.note.Checks.require;

/**
 * A bar of an accompaniment pattern, a letter for each step: what the bass plays and what the chord plays.
 *
 * <pre>{@code
 * new PatternBar("1.5.", ".x.x");         // stride in quarter notes: bass, chord, bass, chord
 * new PatternBar("1-------", "acbcacbc"); // Alberti bass in eighths over a held root
 * }</pre>
 *
 * <p>The steps divide the bar evenly; bass and chord may have different ones. In both, {@code .} is a rest and {@code -} holds on.
 * The bass has {@code 1}, {@code 3}, {@code 5} for these tones of the chord and {@code 8} for its root an octave up; the chord has
 * {@code x} for all its tones and {@code a}, {@code b}, {@code c} for one of them, from the lowest. Immutable.
 *
 * @param bass one or more letters of {@code 1358-.}
 * @param chord one or more letters of {@code xabc-.}
 */
public record PatternBar(String bass, String chord) {

    /** A letter that holds on. */
    static final char HOLD = '-';

    /** A letter that rests. */
    static final char REST = '.';

    /** Everything from the bar line to the next. */
    static final PatternBar HELD = new PatternBar("1", "x");

    public PatternBar {
        require(bass.matches("[1358.-]{1,64}"), () -> "bass must be 1 to 64 letters of 1358-. , was %.80s"
                .formatted(bass));
        require(chord.matches("[xabc.-]{1,64}"), () -> "chord must be 1 to 64 letters of xabc-. , was %.80s"
                .formatted(chord));
    }
}
