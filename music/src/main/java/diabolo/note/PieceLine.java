package diabolo.note;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A piece on one line, for messages and debuggers.
 *
 * <pre>{@code
 * PieceLine.of(piece.title(), piece.meters(), piece.keys(), 2, 96); // "Ode to Joy", 4/4, G major, 2 parts, 96 notes
 * }</pre>
 */
public final class PieceLine {

    private static final int MOST_NAMED = 3;

    private PieceLine() {}

    /**
     * All but the length, whose unit is the caller's.
     *
     * @param meters the first three are named, and of the keys as well
     */
    public static String of(String title, List<At<Meter>> meters, List<At<Key>> keys, int parts, long notes) {
        List<String> words = new ArrayList<>();
        words.add(title.isBlank() ? "untitled" : '"' + Quoted.of(title) + '"');
        words.add(meters.isEmpty() ? Meter.FOUR_FOUR.toString() : named(meters, Meter::toString));
        if (!keys.isEmpty()) {
            words.add(named(keys, Key::name));
        }
        words.add(Plural.of(parts, "part"));
        words.add(Plural.of(notes, "note"));
        return String.join(", ", words);
    }

    private static <T> String named(List<At<T>> changes, Function<T, String> name) {
        List<String> names =
                changes.stream().map(At::value).distinct().map(name).toList();
        return names.size() <= MOST_NAMED
                ? String.join(" and ", names)
                : String.join(" and ", names.subList(0, MOST_NAMED)) + " and others";
    }
}
