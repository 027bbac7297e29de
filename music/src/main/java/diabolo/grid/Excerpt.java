package diabolo.grid;

import diabolo.note.At;
import diabolo.note.Beat;
import java.util.ArrayList;
import java.util.List;

/** Cuts the tempos, meters, keys or chords of a piece to an excerpt, or moves them: what held at its beginning holds from there. */
final class Excerpt {

    private Excerpt() {}

    static <T> List<At<T>> from(Beat start, Beat length, List<At<T>> changes) {
        Beat end = start.plus(length);
        List<At<T>> excerpt = new ArrayList<>();
        for (At<T> change : changes) {
            if (change.start().compareTo(end) >= 0) {
                break;
            }
            if (change.start().compareTo(start) <= 0) {
                excerpt.clear();
                excerpt.add(new At<>(Beat.ZERO, change.value()));
            } else {
                excerpt.add(new At<>(change.start().minus(start), change.value()));
            }
        }
        return excerpt;
    }

    /** The same changes after a rest, which belongs to what holds at their beginning. */
    static <T> List<At<T>> after(Beat rest, List<At<T>> changes) {
        return changes.stream()
                .map(change ->
                        change.start().isPositive() ? new At<>(change.start().plus(rest), change.value()) : change)
                .toList();
    }
}
