package diabolo.ragtime;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * The shapes in which hands are known to strike: semitones from the leading note to the others. The first shape of each hand is of a
 * single note.
 *
 * <pre>{@code
 * HandShapes shapes = new HandShapes(List.of(List.of(), List.of(-12)), List.of(List.of(), List.of(12), List.of(5, 9)));
 * shapes.nearest(Hand.LEFT, 48, new TreeSet<>(Set.of(48, 53, 57))); // 2, F major above its fifth
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param right of the right hand, from its highest note down: negative, in order
 * @param left of the left hand, from its lowest note up: positive, in order
 */
public record HandShapes(List<List<Integer>> right, List<List<Integer>> left) {

    /** The most that a hand may know. */
    static final int MOST = 78;

    public HandShapes {
        right = right.stream().map(List::copyOf).toList();
        left = left.stream().map(List::copyOf).toList();
        for (List<List<Integer>> shapes : List.of(right, left)) {
            requireBetween("shapes of a hand", shapes.size(), 1, MOST);
            require(shapes.getFirst().isEmpty(), "the first shape of a hand must be of a single note");
        }
        require(right.stream().flatMap(List::stream).allMatch(interval -> interval < 0), "the right hand reaches down");
        require(left.stream().flatMap(List::stream).allMatch(interval -> interval > 0), "the left hand reaches up");
    }

    /**
     * The most frequent ones.
     *
     * @param counts how often each occurs, by hand
     */
    static HandShapes of(Map<Hand, Map<List<Integer>, Integer>> counts) {
        return new HandShapes(
                mostFrequent(counts.getOrDefault(Hand.RIGHT, Map.of())),
                mostFrequent(counts.getOrDefault(Hand.LEFT, Map.of())));
    }

    private static List<List<Integer>> mostFrequent(Map<List<Integer>, Integer> counts) {
        List<List<Integer>> shapes = new ArrayList<>(List.of(List.of()));
        counts.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .sorted(Map.Entry.<List<Integer>, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(MOST - 1L)
                .forEach(entry -> shapes.add(entry.getKey()));
        return shapes;
    }

    List<List<Integer>> of(Hand hand) {
        return hand == Hand.RIGHT ? right : left;
    }

    /** Semitones from the leading note to the others, in order. */
    static List<Integer> shape(int leading, NavigableSet<Integer> struck) {
        return struck.stream()
                .filter(pitch -> pitch != leading)
                .map(pitch -> pitch - leading)
                .toList();
    }

    /** The number of a shape that has the most of what is struck, and nothing else. */
    int nearest(Hand hand, int leading, NavigableSet<Integer> struck) {
        HashSet<Integer> wanted = new HashSet<>(shape(leading, struck));
        int best = 0;
        List<List<Integer>> known = of(hand);
        for (int number = 0; number < known.size(); number++) {
            if (wanted.containsAll(known.get(number))
                    && known.get(number).size() > known.get(best).size()) {
                best = number;
            }
        }
        return best;
    }
}
