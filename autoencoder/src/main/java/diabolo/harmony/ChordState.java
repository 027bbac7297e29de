package diabolo.harmony;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.PitchName;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * A state of the {@link ChordModel}: a chord in a piece that is transposed to C major or A minor.
 *
 * <pre>{@code
 * ChordState dominant = ChordState.parse("G7");
 * dominant.symbol(Key.parse("Eb major")).text(); // "Bb7"
 * ChordState.of(ChordSymbol.parse("Bb9").orElseThrow(), Key.parse("Eb major")); // G7 again
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param root semitones above C, 0 to 11
 */
public record ChordState(int root, ChordQuality quality) {

    /** How many there are. */
    static final int COUNT = 12 * ChordQuality.values().length;

    /** How roots are spelled in C major and A minor, in fifths above C: D flat but F sharp, E flat, A flat, B flat. */
    private static final int[] FIFTHS = {0, -5, 2, -3, 4, -1, 6, 1, -4, 3, -2, 5};

    private static final int MOST_FLATS = -8;
    private static final int MOST_SHARPS = 8;

    public ChordState {
        Checks.requireBetween("root", root, 0, 11);
        requireNonNull(quality, "quality");
    }

    /** The state of a number, 0 to {@link #COUNT} - 1. */
    static ChordState at(int index) {
        return new ChordState(index % 12, ChordQuality.at(index / 12));
    }

    int index() {
        return 12 * quality.index() + root;
    }

    /** The state of a chord in a piece of a key; empty where there is no chord or only its root is known. */
    public static Optional<ChordState> of(ChordSymbol chord, Key key) {
        int root = Math.floorMod(chord.root().pitchClass() + key.semitonesToNoSharpsNoFlats(), 12);
        return ChordQuality.of(chord).map(quality -> new ChordState(root, quality));
    }

    /**
     * The state that {@link #name} gives.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ChordState parse(String name) {
        return ChordSymbol.parse(name)
                .flatMap(chord -> of(chord, Key.C_MAJOR))
                .orElseThrow(() -> new IllegalArgumentException(
                        "%.40s is no chord; write it like C, Am7 or F#dim7".formatted(name)));
    }

    /** As it is written in C major: {@code "Bm7b5"}. */
    public String name() {
        return symbol(Key.C_MAJOR).text();
    }

    /** The chord in a piece of a key, spelled as the key has it. */
    public ChordSymbol symbol(Key key) {
        int fifths = FIFTHS[root];
        boolean leadsUp = quality == ChordQuality.DIMINISHED_SEVENTH && fifths < -2;
        int spelled = key.fifths() + (leadsUp ? fifths + 12 : fifths);
        int simple = spelled < MOST_FLATS ? spelled + 12 : spelled > MOST_SHARPS ? spelled - 12 : spelled;
        return ChordSymbol.of(PitchName.ofFifths(simple), quality.kind());
    }

    /** The triad of C major or A minor. */
    static ChordState tonic(Key.Mode mode) {
        return mode == Key.Mode.MAJOR ? new ChordState(0, ChordQuality.MAJOR) : new ChordState(9, ChordQuality.MINOR);
    }

    /** Whether it is the tonic chord in A minor. */
    boolean isMinorTonic() {
        return root == 9 && (quality == ChordQuality.MINOR || quality == ChordQuality.MINOR_SEVENTH);
    }

    /** Whether it is the tonic chord in C major. */
    boolean isMajorTonic() {
        return root == 0 && (quality == ChordQuality.MAJOR || quality == ChordQuality.MAJOR_SEVENTH);
    }

    /** What sounds in it in C major, 0 for C to 11 for B. */
    NavigableSet<Integer> pitchClasses() {
        return symbol(Key.C_MAJOR).pitchClasses();
    }
}
