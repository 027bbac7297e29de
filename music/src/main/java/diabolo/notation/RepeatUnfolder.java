package diabolo.notation;

import diabolo.notation.RoadMarks.Kind;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the order in which bars are played: repeats, endings, da capo, dal segno, to coda and fine.
 *
 * <pre>{@code
 * RepeatUnfolder.unfold(marksOfBars, new Limit(1_000)); // |: 0 1 :| 2 gives 0 1 0 1 2
 * }</pre>
 *
 * <p>After a jump back, repeats are not played again and the last ending is taken, as musicians do. Used for one piece.
 */
final class RepeatUnfolder {

    /** The road leads nowhere, or on without end. */
    static final class NoRoadException extends Exception {

        private static final long serialVersionUID = 1;

        NoRoadException(String message) {
            super(message);
        }
    }

    private final List<RoadMarks> bars;
    private final int mostBarsPlayed;
    private final Endings endings;
    private final Map<Kind, Map<String, Integer>> targets = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();
    private final BitSet jumpsTaken = new BitSet();
    private int bar;
    private int sectionStart;
    private int pass = 1;
    private boolean repeatHasBegun;
    private boolean jumpedBack;

    private RepeatUnfolder(List<RoadMarks> bars, int mostBarsPlayed) {
        this.bars = bars;
        this.mostBarsPlayed = mostBarsPlayed;
        this.endings = Endings.of(bars);
    }

    /**
     * The order of bars, counted from 0.
     *
     * @throws NoRoadException if a jump has no target or too many bars would be played
     */
    static List<Integer> unfold(List<RoadMarks> bars, int mostBarsPlayed) throws NoRoadException {
        return new RepeatUnfolder(bars, mostBarsPlayed).walk();
    }

    private List<Integer> walk() throws NoRoadException {
        collectTargets();
        while (bar < bars.size()) {
            RoadMarks marks = bars.get(bar);
            if (marks.beginsRepeat()) {
                repeatHasBegun = true;
            }
            if ((marks.beginsRepeat() || (marks.followsDoubleLine() && !repeatHasBegun)) && bar != sectionStart) {
                beginSection(bar);
            }
            if (skipsEnding()) {
                continue;
            }
            if (order.size() >= mostBarsPlayed) {
                throw new NoRoadException("its repeats make more than %d bars".formatted(mostBarsPlayed));
            }
            order.add(bar);
            if (jumpedBack && marks.has(Kind.FINE)) {
                break;
            }
            leave(marks);
        }
        return order;
    }

    private void collectTargets() {
        for (Kind kind : List.of(Kind.SEGNO, Kind.CODA)) {
            Map<String, Integer> byLabel = targets.computeIfAbsent(kind, any -> new HashMap<>());
            for (int i = 0; i < bars.size(); i++) {
                for (RoadMarks.RoadSign sign : bars.get(i).signs()) {
                    if (sign.kind() == kind) {
                        byLabel.putIfAbsent(sign.label(), i);
                    }
                }
            }
        }
    }

    /** Goes past an ending that is meant for another pass. */
    private boolean skipsEnding() {
        Optional<Endings.Ending> ending = endings.beginningAt(bar);
        if (ending.isEmpty()) {
            return false;
        }
        int wanted = jumpedBack ? ending.get().passesOfGroup() : pass;
        if (ending.get().passes().contains(wanted)) {
            return false;
        }
        bar = ending.get().last() + 1;
        if (ending.get().isLastOfGroup()) {
            beginSection(bar);
            repeatHasBegun = false;
        }
        return true;
    }

    private void leave(RoadMarks marks) throws NoRoadException {
        Optional<Integer> target = jumpedBack ? toCoda(marks) : Optional.empty();
        if (target.isPresent()) {
            bar = target.get();
            return;
        }
        boolean mayRepeat = !jumpedBack || marks.repeatsAfterJump();
        if (mayRepeat && marks.timesPlayed() > 0 && pass < timesPlayed(marks)) {
            pass++;
            bar = sectionStart;
            return;
        }
        if (endsSection(marks)) {
            beginSection(bar + 1);
            repeatHasBegun = false;
        }
        target = jumpBack(marks);
        if (target.isPresent()) {
            jumpedBack = true;
            bar = target.get();
            beginSection(bar);
            return;
        }
        bar++;
    }

    private int timesPlayed(RoadMarks marks) {
        return endings.at(bar).map(Endings.Ending::passesOfGroup).orElse(marks.timesPlayed());
    }

    private boolean endsSection(RoadMarks marks) {
        return endings.at(bar)
                .map(ending -> ending.isLastOfGroup() && ending.last() == bar)
                .orElse(marks.timesPlayed() > 0);
    }

    private Optional<Integer> toCoda(RoadMarks marks) throws NoRoadException {
        Optional<String> label = labelOf(marks, Kind.TO_CODA);
        return label.isPresent() ? Optional.of(targetOf(Kind.CODA, label.get(), bar + 1)) : Optional.empty();
    }

    /** Each D.C. and D.S. is taken once. */
    private Optional<Integer> jumpBack(RoadMarks marks) throws NoRoadException {
        if (jumpsTaken.get(bar)) {
            return Optional.empty();
        }
        Optional<String> segno = labelOf(marks, Kind.DAL_SEGNO);
        Optional<Integer> target = Optional.empty();
        if (segno.isPresent()) {
            target = Optional.of(targetOf(Kind.SEGNO, segno.get(), 0));
        } else if (marks.has(Kind.DA_CAPO)) {
            target = Optional.of(0);
        }
        if (target.isPresent()) {
            jumpsTaken.set(bar);
        }
        return target;
    }

    private static Optional<String> labelOf(RoadMarks marks, Kind kind) {
        return marks.signs().stream()
                .filter(sign -> sign.kind() == kind)
                .map(RoadMarks.RoadSign::label)
                .sorted()
                .findFirst();
    }

    /** The bar with the sign of that name, else the first drawn without a name. */
    private int targetOf(Kind kind, String label, int from) throws NoRoadException {
        Map<String, Integer> byLabel = targets.getOrDefault(kind, Map.of());
        Optional<Integer> target = Optional.ofNullable(byLabel.get(label))
                .or(() -> Optional.ofNullable(byLabel.get("")))
                .or(() -> label.isEmpty() ? byLabel.values().stream().min(Integer::compare) : Optional.empty());
        String sign = kind == Kind.SEGNO ? "segno" : "coda";
        int found = target.orElseThrow(() ->
                new NoRoadException("a jump goes to the %s '%s', which is nowhere".formatted(sign, Quoted.of(label))));
        if (found < from) {
            throw new NoRoadException("a jump to the %s '%s' would go back".formatted(sign, Quoted.of(label)));
        }
        return found;
    }

    private void beginSection(int first) {
        sectionStart = first;
        pass = 1;
    }
}
