package diabolo.corpus;

import diabolo.note.Checks;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many windows were refused, for each reason.
 *
 * <pre>{@code
 * corpus.summary().refusedWindows().count(WindowRefusal.OTHER_METER);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param counts for each reason that occurred, 1 or more
 */
public record RefusedWindows(Map<WindowRefusal, Integer> counts) {

    public static final RefusedWindows NONE = new RefusedWindows(Map.of());

    public RefusedWindows {
        EnumMap<WindowRefusal, Integer> inOrder = new EnumMap<>(WindowRefusal.class);
        inOrder.putAll(counts);
        counts = Collections.unmodifiableMap(inOrder);
        Checks.require(
                counts.values().stream().allMatch(count -> count >= 1),
                "the counts of refused windows must be positive");
    }

    /** So many, all for one reason; none where the number is 0. */
    static RefusedWindows of(WindowRefusal reason, int count) {
        return count == 0 ? NONE : new RefusedWindows(Map.of(reason, count));
    }

    public int count(WindowRefusal reason) {
        return counts.getOrDefault(reason, 0);
    }

    /** For whatever reason. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of two pieces together. */
    public RefusedWindows plus(RefusedWindows other) {
        EnumMap<WindowRefusal, Integer> sum = new EnumMap<>(WindowRefusal.class);
        sum.putAll(counts);
        other.counts.forEach((reason, count) -> sum.merge(reason, count, Integer::sum));
        return new RefusedWindows(sum);
    }

    /** For people: {@code "12 silent, 30 in another meter"}; {@code "none"} where there are none. */
    public String inWords() {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().words())
                        .collect(Collectors.joining(", "));
    }
}
