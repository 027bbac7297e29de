package diabolo.notation;

import diabolo.notation.Notation.BarCounting;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedPart;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Quoted;
import diabolo.note.Tempo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What holds for all parts in one bar, with meter, key and chord carried on from the bars written before it.
 *
 * @param length that of the part that reaches furthest; that of the meter where no part has anything
 * @param keyAtStart the key that holds where the bar begins; empty where none is known
 * @param chordAtStart the chord symbol that holds from a bar written before; empty where there is none
 */
record BarPlan(
        Beat length,
        Optional<Meter> meter,
        Optional<Key> keyAtStart,
        List<At<Key>> keyChanges,
        Optional<ChordSymbol> chordAtStart,
        List<At<ChordSymbol>> chords,
        List<At<Tempo>> tempos,
        RoadMarks marks) {

    static List<BarPlan> of(Notation notation, FindingLog log) {
        int barCount = notation.parts().stream()
                .mapToInt(part -> part.bars().size())
                .max()
                .orElse(0);
        Optional<NotatedPart> keyed = firstWith(notation, bar -> !bar.keys().isEmpty());
        Optional<NotatedPart> chorded = firstWith(notation, bar -> !bar.chords().isEmpty());
        List<BarPlan> plans = new ArrayList<>();
        Carried carried = new Carried(Optional.empty(), Optional.empty(), Optional.empty());
        for (int i = 0; i < barCount; i++) {
            int index = i;
            List<NotatedBar> column = notation.parts().stream()
                    .filter(part -> index < part.bars().size())
                    .map(part -> part.bars().get(index))
                    .toList();
            List<At<Key>> keys = barOf(keyed, index).map(NotatedBar::keys).orElse(List.of());
            List<At<ChordSymbol>> chords =
                    barOf(chorded, index).map(NotatedBar::chords).orElse(List.of());
            BarPlan plan = plan(column, carried, keys, chords);
            plans.add(plan);
            carried = carried.after(plan);
            boolean isAtEdge = i == 0 || i == barCount - 1;
            if (!isAtEdge) {
                noteUnusualLength(column, plan, log);
            }
        }
        return plans;
    }

    /** What holds where a bar begins, from those written before it. */
    private record Carried(Optional<Meter> meter, Optional<Key> key, Optional<ChordSymbol> chord) {
        Carried after(BarPlan bar) {
            return new Carried(
                    bar.meter(),
                    bar.keyChanges().isEmpty()
                            ? key
                            : Optional.of(bar.keyChanges().getLast().value()),
                    bar.chords().isEmpty()
                            ? chord
                            : Optional.of(bar.chords().getLast().value()));
        }
    }

    /** Parts may each state keys or chords; the first listed is believed. */
    private static Optional<NotatedPart> firstWith(Notation notation, Predicate<NotatedBar> states) {
        return notation.parts().stream()
                .filter(part -> part.bars().stream().anyMatch(states))
                .findFirst();
    }

    private static Optional<NotatedBar> barOf(Optional<NotatedPart> part, int index) {
        return part.filter(found -> index < found.bars().size())
                .map(found -> found.bars().get(index));
    }

    Beat wholeLength() {
        return meter.orElse(Meter.FOUR_FOUR).barLength();
    }

    private static BarPlan plan(
            List<NotatedBar> column, Carried carried, List<At<Key>> keys, List<At<ChordSymbol>> chords) {
        Optional<Meter> meter =
                column.stream().flatMap(bar -> bar.meter().stream()).findFirst().or(carried::meter);
        Beat reached = column.stream().map(NotatedBar::length).reduce(Beat.ZERO, Beat::max);
        Beat whole = meter.orElse(Meter.FOUR_FOUR).barLength();
        return new BarPlan(
                reached.isPositive() ? reached : whole,
                meter,
                carried.key(),
                keys,
                carried.chord(),
                chords.stream().sorted(Comparator.comparing(At::start)).toList(),
                column.stream().flatMap(bar -> bar.tempos().stream()).toList(),
                RoadMarks.merged(column.stream().map(NotatedBar::marks).toList()));
    }

    private static void noteUnusualLength(List<NotatedBar> column, BarPlan plan, FindingLog log) {
        boolean isCounted = column.stream().allMatch(bar -> bar.counting() == BarCounting.COUNTED);
        if (isCounted && !plan.length().equals(plan.wholeLength())) {
            log.noteAt(
                    "bar " + Quoted.of(column.getFirst().number()),
                    "a bar whose notes and rests do not add up to its meter",
                    "it lasts as long as they do");
        }
    }
}
