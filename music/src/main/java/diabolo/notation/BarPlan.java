package diabolo.notation;

import diabolo.notation.Notation.BarCounting;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedPart;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds for all parts in one bar, with metre and key carried on from the bars written before it.
 *
 * @param length that of the part that reaches furthest; that of the metre where no part has anything
 * @param keyAtStart the key that holds where the bar begins; empty where none is known
 */
record BarPlan(
        Beat length,
        Optional<Meter> meter,
        Optional<Key> keyAtStart,
        List<At<Key>> keyChanges,
        List<At<Tempo>> tempos,
        RoadMarks marks) {

    static List<BarPlan> of(Notation notation, FindingLog log) {
        int barCount = notation.parts().stream()
                .mapToInt(part -> part.bars().size())
                .max()
                .orElse(0);
        Optional<NotatedPart> keyed = notation.parts().stream()
                .filter(part -> part.bars().stream().anyMatch(bar -> !bar.keys().isEmpty()))
                .findFirst();
        List<BarPlan> plans = new ArrayList<>();
        Optional<Meter> meter = Optional.empty();
        Optional<Key> key = Optional.empty();
        for (int i = 0; i < barCount; i++) {
            int index = i;
            List<NotatedBar> column = notation.parts().stream()
                    .filter(part -> index < part.bars().size())
                    .map(part -> part.bars().get(index))
                    .toList();
            Optional<Meter> stated =
                    column.stream().flatMap(bar -> bar.meter().stream()).findFirst();
            meter = stated.isPresent() ? stated : meter;
            List<At<Key>> keys = keyed.filter(part -> index < part.bars().size())
                    .map(part -> part.bars().get(index).keys())
                    .orElse(List.of());
            BarPlan plan = plan(column, meter, key, keys);
            plans.add(plan);
            key = keys.isEmpty() ? key : Optional.of(keys.getLast().value());
            boolean isAtEdge = i == 0 || i == barCount - 1;
            if (!isAtEdge) {
                noteUnusualLength(column, plan, log);
            }
        }
        return plans;
    }

    Beat wholeLength() {
        return meter.orElse(Meter.FOUR_FOUR).barLength();
    }

    private static BarPlan plan(List<NotatedBar> column, Optional<Meter> meter, Optional<Key> key, List<At<Key>> keys) {
        Beat reached = column.stream().map(NotatedBar::length).reduce(Beat.ZERO, Beat::max);
        Beat whole = meter.orElse(Meter.FOUR_FOUR).barLength();
        return new BarPlan(
                reached.isPositive() ? reached : whole,
                meter,
                key,
                keys,
                column.stream().flatMap(bar -> bar.tempos().stream()).toList(),
                RoadMarks.merged(column.stream().map(NotatedBar::marks).toList()));
    }

    private static void noteUnusualLength(List<NotatedBar> column, BarPlan plan, FindingLog log) {
        boolean isCounted = column.stream().allMatch(bar -> bar.counting() == BarCounting.COUNTED);
        if (isCounted && !plan.length().equals(plan.wholeLength())) {
            log.noteAt(
                    "bar " + XmlCursor.quotable(column.getFirst().number()),
                    "a bar whose notes and rests do not add up to its metre",
                    "it lasts as long as they do");
        }
    }
}
