package diabolo.musicxml;

import diabolo.note.Beat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The lengths that have a note value, and other lengths as sums of them.
 *
 * <pre>{@code
 * new NoteValues(12).of(30); // a half note and an eighth, tied
 * }</pre>
 *
 * <p>Immutable.
 */
final class NoteValues {

    private static final List<String> TYPES = List.of(
            "breve", "whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th", "256th", "512th", "1024th");

    private static final int QUARTERS_OF_A_BREVE = 8;
    private static final int MOST_DOTS = 2;
    private static final int LONGEST_CHAIN = 6;

    /** From so many divisions on, two more or less make no other note value. */
    private static final int FINE = 96;

    /**
     * A note value, or a length without one.
     *
     * @param type empty where the length has none
     * @param tuplet such as 3 where three take the time of two; 1 where plain
     * @param normal the two of the triplet; 1 where plain
     */
    record NoteValue(String type, int dots, int tuplet, int normal, long divisions) {
        static NoteValue untyped(long divisions) {
            return new NoteValue("", 0, 1, 1, divisions);
        }
    }

    private final Map<Long, NoteValue> exact = new LinkedHashMap<>();

    /** What a longer length is taken apart into, by its length; a length in a tuplet into values of that tuplet alone. */
    private final Map<Integer, TreeMap<Long, NoteValue>> pieces = new HashMap<>();

    private final int divisionsPerQuarter;

    NoteValues(int divisionsPerQuarter) {
        this.divisionsPerQuarter = divisionsPerQuarter;
        for (int dots = 0; dots <= MOST_DOTS; dots++) {
            addAll(dots, 1, 1);
        }
        addAll(0, 3, 2);
        addAll(0, 5, 4);
        addAll(0, 7, 4);
        addAll(0, 9, 8);
    }

    /**
     * Note values that follow one another, tied where they are notes. A length that would need a long chain of them is left
     * without.
     *
     * @param divisions positive
     */
    List<NoteValue> of(long divisions) {
        List<NoteValue> values = new ArrayList<>();
        NavigableMap<Long, NoteValue> ofItsTuplet = pieces.getOrDefault(tupletOf(divisions), new TreeMap<>());
        long left = divisions;
        while (left > 0) {
            NoteValue value = longestIn(left, ofItsTuplet);
            values.add(value);
            left -= value.divisions();
            if (values.size() > LONGEST_CHAIN) {
                return List.of(NoteValue.untyped(divisions));
            }
        }
        return values;
    }

    /** The odd part of a length's fraction of a quarter note, such as 3 of 5/12; 1 for a plain one. */
    private int tupletOf(long divisions) {
        long denominator = Beat.of(divisions, divisionsPerQuarter).denominator();
        return (int) (denominator >> Long.numberOfTrailingZeros(denominator));
    }

    private NoteValue longestIn(long divisions, NavigableMap<Long, NoteValue> ofItsTuplet) {
        NoteValue whole = exact.get(divisions);
        if (whole != null) {
            return whole;
        }
        Map.Entry<Long, NoteValue> piece = ofItsTuplet.floorEntry(divisions);
        return piece == null ? NoteValue.untyped(divisions) : piece.getValue();
    }

    private void addAll(int dots, int tuplet, int normal) {
        long breve = (long) QUARTERS_OF_A_BREVE * divisionsPerQuarter;
        // n dots make (2^(n+1) - 1) / 2^n of the undotted value
        long numerator = breve * ((2L << dots) - 1) * normal;
        for (int i = 0; i < TYPES.size(); i++) {
            long denominator = (1L << (i + dots)) * tuplet;
            long divisions = numerator / denominator;
            if (numerator % denominator == 0) {
                NoteValue value = new NoteValue(TYPES.get(i), dots, tuplet, normal, divisions);
                exact.putIfAbsent(divisions, value);
                if (dots < MOST_DOTS) {
                    pieces.computeIfAbsent(tuplet, _ -> new TreeMap<>()).putIfAbsent(divisions, value);
                }
                if (tuplet == 3 && divisions >= FINE) { // played 341, 341 and 342 of 1024, and written as thirds
                    for (long nearly = divisions - 2; nearly <= divisions + 2; nearly++) {
                        exact.putIfAbsent(nearly, new NoteValue(TYPES.get(i), dots, tuplet, normal, nearly));
                    }
                }
            }
        }
    }
}
