package diabolo.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order of bars where a piece says in which order its parts are played, such as {@code P:AABA} in ABC: each part with its own
 * repeats and jumps, as often as it is named. What stands before the first part is played first.
 */
final class OrderedParts {

    private OrderedParts() {}

    /**
     * The order of bars, counted from 0.
     *
     * @param order names of parts; none to play the bars as they are written
     * @throws RepeatUnfolder.NoRoadException as {@link RepeatUnfolder#unfold}
     */
    static List<Integer> unfold(List<RoadMarks> bars, List<String> order, int mostBarsPlayed)
            throws RepeatUnfolder.NoRoadException {
        if (order.isEmpty()) {
            return RepeatUnfolder.unfold(bars, mostBarsPlayed);
        }
        Map<String, List<Integer>> parts = new HashMap<>();
        List<Integer> before = new ArrayList<>();
        List<Integer> current = before;
        for (int bar = 0; bar < bars.size(); bar++) {
            String name = bars.get(bar).part();
            if (!name.isEmpty()) {
                current = parts.computeIfAbsent(name, _ -> new ArrayList<>());
            }
            current.add(bar);
        }
        List<Integer> played = new ArrayList<>(unfolded(bars, before, mostBarsPlayed));
        for (String name : order) {
            played.addAll(unfolded(bars, parts.getOrDefault(name, List.of()), mostBarsPlayed - played.size()));
        }
        return played;
    }

    /** The first part that an order names and no bar begins. */
    static Optional<String> firstMissing(List<RoadMarks> bars, List<String> order) {
        Set<String> begun = bars.stream().map(RoadMarks::part).collect(Collectors.toSet());
        return order.stream().filter(name -> !begun.contains(name)).findFirst();
    }

    private static List<Integer> unfolded(List<RoadMarks> bars, List<Integer> part, int mostBarsPlayed)
            throws RepeatUnfolder.NoRoadException {
        return RepeatUnfolder.unfold(part.stream().map(bars::get).toList(), mostBarsPlayed).stream()
                .map(part::get)
                .toList();
    }
}
