package diabolo.harmony;

import diabolo.note.ChordDegree;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import java.util.List;
import java.util.Optional;

/**
 * The qualities of chord that a {@link ChordModel} tells apart; others are mapped to the nearest.
 *
 * <pre>{@code
 * ChordQuality.of(ChordSymbol.parse("G13").orElseThrow()); // DOMINANT_SEVENTH
 * ChordQuality.MINOR_SEVENTH.kind();                       // ChordKind.MINOR_SEVENTH
 * }</pre>
 */
public enum ChordQuality {
    MAJOR(ChordKind.MAJOR),
    MINOR(ChordKind.MINOR),
    DOMINANT_SEVENTH(ChordKind.DOMINANT),
    MINOR_SEVENTH(ChordKind.MINOR_SEVENTH),
    MAJOR_SEVENTH(ChordKind.MAJOR_SEVENTH),
    DIMINISHED_SEVENTH(ChordKind.DIMINISHED_SEVENTH),
    HALF_DIMINISHED(ChordKind.HALF_DIMINISHED),
    AUGMENTED(ChordKind.AUGMENTED);

    private static final List<ChordQuality> ALL = List.of(values());

    private static final int SEVENTH = 7;

    private final ChordKind kind;

    ChordQuality(ChordKind kind) {
        this.kind = kind;
    }

    /** Its place in tables. */
    int index() {
        return ALL.indexOf(this);
    }

    static ChordQuality at(int index) {
        return ALL.get(index);
    }

    /** The kind of chord that is written for it. */
    public ChordKind kind() {
        return kind;
    }

    /**
     * The quality of a chord: sixths, suspensions and fifths without a third count as triads, ninths and more as their sevenths; empty
     * where there is no chord or only its root is known.
     */
    public static Optional<ChordQuality> of(ChordSymbol chord) {
        return switch (chord.kind()) {
            case MAJOR, MAJOR_SIXTH, POWER -> Optional.of(MAJOR);
            case SUSPENDED_SECOND, SUSPENDED_FOURTH -> Optional.of(hasAddedSeventh(chord) ? DOMINANT_SEVENTH : MAJOR);
            case MINOR, MINOR_SIXTH, MAJOR_MINOR -> Optional.of(MINOR);
            case DOMINANT, DOMINANT_NINTH, DOMINANT_11TH, DOMINANT_13TH, AUGMENTED_SEVENTH ->
                Optional.of(DOMINANT_SEVENTH);
            case MINOR_SEVENTH, MINOR_NINTH, MINOR_11TH, MINOR_13TH -> Optional.of(MINOR_SEVENTH);
            case MAJOR_SEVENTH, MAJOR_NINTH, MAJOR_11TH, MAJOR_13TH -> Optional.of(MAJOR_SEVENTH);
            case DIMINISHED, DIMINISHED_SEVENTH -> Optional.of(DIMINISHED_SEVENTH);
            case HALF_DIMINISHED -> Optional.of(HALF_DIMINISHED);
            case AUGMENTED -> Optional.of(AUGMENTED);
            case OTHER, NONE -> Optional.empty();
        };
    }

    private static boolean hasAddedSeventh(ChordSymbol chord) {
        return chord.degrees().stream()
                .anyMatch(degree -> degree.value() == SEVENTH && degree.change() == ChordDegree.Change.ADD);
    }
}
