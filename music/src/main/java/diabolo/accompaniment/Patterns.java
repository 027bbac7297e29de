package diabolo.accompaniment;

import diabolo.note.Meter;
import diabolo.note.Tempo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The included patterns of accompaniment.
 *
 * <pre>{@code
 * Patterns.names();                                            // block, arpeggio, alberti, stride, waltz, bossa, swing
 * Patterns.defaultFor(Meter.parse("3/4"), new Tempo(150));     // waltz
 * }</pre>
 */
public final class Patterns {

    /** Quarter notes a minute from which a bass and chords in turn are lighter than broken chords. */
    private static final double LIVELY = 90;

    /** Chords held until the next; fits every meter. */
    public static final AccompanimentPattern BLOCK =
            new AccompanimentPattern("block", Map.of(), Optional.of(PatternBar.HELD));

    /** Broken chords, up and down. */
    public static final AccompanimentPattern ARPEGGIO = AccompanimentPattern.of(
                    "arpeggio", "4/4 2/2", new PatternBar("1---1---", "abcbabcb"))
            .with("2/4 4/8", new PatternBar("1---", "abcb"))
            .with("3/4", new PatternBar("1-----", "abcbcb"))
            .with("3/8", new PatternBar("1--", "abc"))
            .with("6/8", new PatternBar("1-----", "abcbcb"))
            .with("9/8", new PatternBar("1--------", "abcbcbabc"))
            .with("12/8", new PatternBar("1-----1-----", "abcbcbabcbcb"));

    /** The broken chords of Viennese classicism: low, high, middle, high. */
    public static final AccompanimentPattern ALBERTI = AccompanimentPattern.of(
                    "alberti", "4/4 2/2", new PatternBar("1---1---", "acbcacbc"))
            .with("2/4 4/8", new PatternBar("1---", "acbc"))
            .with("3/4", new PatternBar("1-----", "acbcbc"));

    /** Ragtime's left hand: bass on the strong beats, chord on the weak ones. */
    public static final AccompanimentPattern STRIDE = AccompanimentPattern.of(
                    "stride", "4/4 2/2 2/4 4/8", new PatternBar("1.5.", ".x.x"))
            .with("6/8", new PatternBar("1-.5-.", "..x..x"))
            .with("12/8", new PatternBar("1-.5-.1-.5-.", "..x..x..x..x"));

    /** Bass, chord, chord; root and fifth in turn. */
    public static final AccompanimentPattern WALTZ =
            AccompanimentPattern.of("waltz", "3/4 3/8", new PatternBar("1..", ".xx"), new PatternBar("5..", ".xx"));

    /** Two bars of bossa nova: a bass in dotted quarters and eighths under syncopated chords. */
    public static final AccompanimentPattern BOSSA = AccompanimentPattern.of(
            "bossa", "4/4 2/2", new PatternBar("1--15--5", "x-.x-.x-"), new PatternBar("1--15--5", "..x-.x-."));

    /** A walking bass under the Charleston rhythm. */
    public static final AccompanimentPattern SWING =
            AccompanimentPattern.of("swing", "4/4 2/2", new PatternBar("1358", "x..x...."));

    private static final List<AccompanimentPattern> ALL =
            List.of(BLOCK, ARPEGGIO, ALBERTI, STRIDE, WALTZ, BOSSA, SWING);

    private Patterns() {}

    public static List<AccompanimentPattern> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(AccompanimentPattern::name).toList();
    }

    /** The names of those that have bars of a meter. */
    public static List<String> namesFor(Meter meter) {
        return ALL.stream()
                .filter(pattern -> pattern.fits(meter))
                .map(AccompanimentPattern::name)
                .toList();
    }

    public static Optional<AccompanimentPattern> named(String name) {
        return ALL.stream().filter(pattern -> pattern.name().equals(name)).findFirst();
    }

    /** The one to take for a meter and a tempo: a waltz or stride where it is lively, broken chords where not, else {@link #BLOCK}. */
    public static AccompanimentPattern defaultFor(Meter meter, Tempo tempo) {
        boolean isLively = tempo.beatsPerMinute() >= LIVELY;
        List<AccompanimentPattern> preferred = isLively ? List.of(WALTZ, STRIDE, ARPEGGIO) : List.of(ARPEGGIO);
        return preferred.stream()
                .filter(pattern -> pattern.fits(meter))
                .findFirst()
                .orElse(BLOCK);
    }
}
