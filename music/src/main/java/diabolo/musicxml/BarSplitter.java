package diabolo.musicxml;

import diabolo.notation.Notation.BarCounting;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedPart;
import diabolo.notation.RoadMarks;
import diabolo.note.At;
import diabolo.note.Beat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Cuts bars in two where a repeat stands inside them, as pickups have it: all parts alike, so that the road through the piece goes
 * from bar to bar.
 */
final class BarSplitter {

    /** The marks of a bar line inside a bar: what ends there, and what begins. */
    record Split(RoadMarks ends, RoadMarks begins) {
        static final Split NONE = new Split(RoadMarks.NONE, RoadMarks.NONE);

        Split merged(Split other) {
            return new Split(
                    RoadMarks.merged(List.of(ends, other.ends)), RoadMarks.merged(List.of(begins, other.begins)));
        }
    }

    private BarSplitter() {}

    /**
     * The parts with more bars.
     *
     * @param splits by the index of a bar, and the position in it
     */
    static List<NotatedPart> split(List<NotatedPart> parts, Map<Integer, NavigableMap<Beat, Split>> splits) {
        return splits.isEmpty()
                ? parts
                : parts.stream()
                        .map(part -> new NotatedPart(part.id(), part.name(), bars(part, splits)))
                        .toList();
    }

    private static List<NotatedBar> bars(NotatedPart part, Map<Integer, NavigableMap<Beat, Split>> splits) {
        List<NotatedBar> bars = new ArrayList<>();
        for (int index = 0; index < part.bars().size(); index++) {
            NotatedBar whole = part.bars().get(index);
            NavigableMap<Beat, Split> places = splits.getOrDefault(index, Collections.emptyNavigableMap());
            if (places.isEmpty()) {
                bars.add(whole);
                continue;
            }
            Beat from = Beat.ZERO;
            RoadMarks begins = whole.marks().atBeginning();
            for (Map.Entry<Beat, Split> place : places.entrySet()) {
                bars.add(piece(
                        whole,
                        from,
                        Optional.of(place.getKey()),
                        begins,
                        place.getValue().ends()));
                from = place.getKey();
                begins = place.getValue().begins();
            }
            bars.add(piece(whole, from, Optional.empty(), begins, whole.marks().atEnd()));
        }
        return bars;
    }

    /** What a bar has from a position on, up to another or to its end. */
    private static NotatedBar piece(NotatedBar whole, Beat from, Optional<Beat> to, RoadMarks begins, RoadMarks ends) {
        Beat end = to.map(position -> Beat.min(position, whole.length())).orElse(whole.length());
        return new NotatedBar(
                whole.number(),
                BarCounting.IMPLICIT,
                Beat.max(Beat.ZERO, end.minus(from)),
                whole.notes().stream()
                        .filter(note -> isIn(note.start(), from, to))
                        .map(note -> note.struck(note.start().minus(from), note.duration(), note.ties()))
                        .toList(),
                from.equals(Beat.ZERO) ? whole.meter() : Optional.empty(),
                within(whole.keys(), from, to),
                within(whole.chords(), from, to),
                within(whole.tempos(), from, to),
                within(whole.dynamics(), from, to),
                RoadMarks.merged(List.of(begins, ends)));
    }

    private static <T> List<At<T>> within(List<At<T>> changes, Beat from, Optional<Beat> to) {
        return changes.stream()
                .filter(change -> isIn(change.start(), from, to))
                .map(change -> new At<>(change.start().minus(from), change.value()))
                .toList();
    }

    private static boolean isIn(Beat start, Beat from, Optional<Beat> to) {
        return start.compareTo(from) >= 0
                && to.map(end -> start.compareTo(end) < 0).orElse(true);
    }
}
