package diabolo.notation;

import diabolo.notation.RoadMarks.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endings (voltas) of a piece. Those side by side form a group: first ending, second ending.
 *
 * <p>A group in which nothing leads back is kept out: without a second pass, one of its endings would never be heard.
 * Immutable once built.
 */
final class Endings {

    /**
     * One ending.
     *
     * @param first its first bar, counted from 0
     * @param last its last bar
     * @param passes the passes that it is for
     * @param passesOfGroup how often the section with this group of endings is played
     * @param isLastOfGroup whether no other ending of its group follows
     */
    record Ending(int first, int last, Set<Integer> passes, int passesOfGroup, boolean isLastOfGroup) {}

    private final @Nullable Ending[] byBar;

    private Endings(int barCount) {
        byBar = new Ending[barCount];
    }

    static Endings of(List<RoadMarks> bars) {
        Endings endings = new Endings(bars.size());
        List<Ending> group = new ArrayList<>();
        for (int bar = 0; bar < bars.size(); bar++) {
            if (bars.get(bar).ending().isEmpty()) {
                continue;
            }
            Set<Integer> passes = bars.get(bar).ending();
            if (!group.isEmpty() && !continues(group, bar, passes)) {
                endings.add(group, bars);
                group.clear();
            }
            group.add(new Ending(bar, lastBarFrom(bar, bars), passes, 0, false));
            bar = group.getLast().last();
        }
        endings.add(group, bars);
        return endings;
    }

    /** The ending that a bar belongs to. */
    Optional<Ending> at(int bar) {
        return Optional.ofNullable(byBar[bar]);
    }

    Optional<Ending> beginningAt(int bar) {
        return at(bar).filter(ending -> ending.first() == bar);
    }

    /** Endings of a group may come in any order, such as 1, 3 before 2, but a pass has only one of them. */
    private static boolean continues(List<Ending> group, int bar, Set<Integer> passes) {
        return bar == group.getLast().last() + 1
                && group.stream().allMatch(ending -> Collections.disjoint(ending.passes(), passes));
    }

    /**
     * An ending that is not closed reaches to the next backward repeat or the next ending. One that is closed reaches
     * further where only then a backward repeat comes with the next ending behind it: some programs draw it short.
     */
    private static int lastBarFrom(int first, List<RoadMarks> bars) {
        int drawn = first;
        while (drawn < bars.size() - 1 && !closes(bars.get(drawn)) && !beginsEnding(drawn + 1, bars)) {
            drawn++;
        }
        int last = drawn;
        while (last < bars.size() - 1
                && bars.get(last).timesPlayed() == 0
                && !beginsEnding(last + 1, bars)
                && !bars.get(last + 1).beginsRepeat()) {
            last++;
        }
        boolean leadsToNextEnding = bars.get(last).timesPlayed() > 0 && beginsEnding(last + 1, bars);
        return leadsToNextEnding ? last : drawn;
    }

    private static boolean closes(RoadMarks marks) {
        return marks.closesEnding() || marks.timesPlayed() > 0;
    }

    private static boolean beginsEnding(int bar, List<RoadMarks> bars) {
        return bar < bars.size() && !bars.get(bar).ending().isEmpty();
    }

    private void add(List<Ending> group, List<RoadMarks> bars) {
        int passes = 0;
        boolean leadsBack = false;
        for (Ending ending : group) {
            passes = Math.max(passes, Collections.max(ending.passes()));
            for (RoadMarks marks : bars.subList(ending.first(), ending.last() + 1)) {
                passes = Math.max(passes, marks.timesPlayed());
                leadsBack |= marks.timesPlayed() > 0 || marks.has(Kind.DA_CAPO) || marks.has(Kind.DAL_SEGNO);
            }
        }
        if (!leadsBack) {
            return;
        }
        List<Set<Integer>> passesOf = withoutGaps(group);
        for (int i = 0; i < group.size(); i++) {
            Ending ending = group.get(i);
            boolean isLast = i == group.size() - 1;
            Ending placed = new Ending(ending.first(), ending.last(), passesOf.get(i), passes, isLast);
            Arrays.fill(byBar, ending.first(), ending.last() + 1, placed);
        }
    }

    /** Where endings are numbered 1 and 3, the second pass takes the third ending: nobody else would. */
    private static List<Set<Integer>> withoutGaps(List<Ending> group) {
        Set<Integer> claimed = new HashSet<>();
        group.forEach(ending -> claimed.addAll(ending.passes()));
        List<Set<Integer>> filled = new ArrayList<>();
        for (Ending ending : group) {
            Set<Integer> passes = new HashSet<>(ending.passes());
            for (int pass = 1; pass < Collections.min(ending.passes()); pass++) {
                if (claimed.add(pass)) {
                    passes.add(pass);
                }
            }
            filled.add(passes);
        }
        return filled;
    }
}
