package diabolo.evaluation.chorale;

import diabolo.grid.BarSpan;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in the bar the eighths of a piece are, as numbers: 1 to 8 in 4/4, 9 to 14 in 3/4, and so on; 0 outside the piece.
 *
 * <pre>{@code
 * int[] places = BarPlace.of(piece); // [steps]
 * }</pre>
 */
public final class BarPlace {

    /** Steps of the grid in a quarter note. */
    public static final int STEPS_PER_BEAT = 2;

    private static final Meter SIX_EIGHT = new Meter(6, 8);
    private static final Map<Meter, Integer> FIRST = new LinkedHashMap<>();

    /** How many numbers there are. */
    public static final int COUNT;

    static {
        int first = 1;
        for (Meter meter : List.of(
                Meter.FOUR_FOUR, new Meter(3, 4), new Meter(2, 4), SIX_EIGHT, new Meter(3, 2), new Meter(6, 4))) {
            FIRST.put(meter, first);
            first += steps(meter.barLength());
        }
        FIRST.put(new Meter(2, 2), FIRST.get(Meter.FOUR_FOUR));
        COUNT = first;
    }

    private BarPlace() {}

    private static int steps(Beat beats) {
        return (int) Math.ceil(beats.toDouble() * STEPS_PER_BEAT - 1e-9);
    }

    /** Whether bars of a meter have numbers here. */
    public static boolean knows(Meter meter) {
        return FIRST.containsKey(meter);
    }

    /** Whether a place is the second eighth of a quarter note; never in 6/8, whose eighths are in threes. */
    public static boolean isBetweenBeats(int place) {
        int sixEight = FIRST.getOrDefault(SIX_EIGHT, 0);
        boolean isInThrees = place >= sixEight && place < sixEight + SIX_EIGHT.beats();
        return place > 0 && place % 2 == 0 && !isInThrees; // all first places are odd
    }

    /** The meters that have numbers here. */
    public static List<Meter> meters() {
        return List.copyOf(FIRST.keySet());
    }

    /**
     * The place of each eighth of a piece; a pickup ends a bar.
     *
     * @throws IllegalArgumentException if a meter has no numbers here
     */
    public static int[] of(NoteSequence piece) {
        int[] places = new int[steps(piece.length())];
        for (BarSpan bar : BarSpan.of(piece)) {
            Integer first = FIRST.get(bar.meter());
            if (first == null) {
                throw new IllegalArgumentException("%s is no meter of four voices; it must be one of %s"
                        .formatted(
                                bar.meter(),
                                meters().stream()
                                        .map(Meter::toString)
                                        .toList()
                                        .toString()
                                        .replaceAll("[\\[\\]]", "")));
            }
            int start = (int) Math.round(bar.start().toDouble() * STEPS_PER_BEAT);
            int end = Math.min(places.length, (int) Math.round(bar.end().toDouble() * STEPS_PER_BEAT));
            int full = steps(bar.meter().barLength());
            int skipped = bar.isPickup() ? Math.max(0, full - (end - start)) : 0;
            for (int step = start; step < end; step++) {
                places[step] = first + Math.min(full - 1, skipped + step - start);
            }
        }
        return places;
    }

    /** Those of a piece in 4/4 of so many steps, for tests and for music from nothing. */
    public static int[] ofFourFour(int steps) {
        int[] places = new int[steps];
        Arrays.setAll(places, step -> 1 + step % 8);
        return places;
    }
}
