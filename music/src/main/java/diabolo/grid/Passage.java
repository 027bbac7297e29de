package diabolo.grid;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece or some bars of it, with the numbers that its bars have in printed music: from 1, and a pickup before the first whole
 * bar is bar 0. Bars count as they are played, repeats written out.
 *
 * <pre>{@code
 * Passage piece = Passage.of(RhythmGrid.SIXTEENTHS.quantize(sequence));
 * Passage four = piece.between(5, 8);
 * four.barAt(16); // 6, in 4/4
 * }</pre>
 *
 * <p>A metre that is stated again begins its bars anew there, as after a pickup; a bar that this cuts short is a bar. Immutable.
 *
 * @param firstBar the number of its first bar
 */
public record Passage(QuantizedSequence music, int firstBar) {

    /** Steps that a bar line may lie off by rounding. */
    private static final double NEARLY = 1e-6;

    /** Bars of one metre in a row, from a bar line on; the last may be cut short. */
    private record Stretch(int firstStep, double stepsPerBar, int bars) {

        int step(int bar) {
            return (int) Math.min(Integer.MAX_VALUE, firstStep + Math.round(bar * stepsPerBar));
        }

        /** The bar is the last that begins at the step or before it. */
        int barAt(int step) {
            return (int) ((step - firstStep + 0.5 - NEARLY) / stepsPerBar);
        }
    }

    public Passage {
        requireNonNull(music, "music");
    }

    /** A whole piece. */
    public static Passage of(QuantizedSequence piece) {
        Passage fromOne = new Passage(piece, 1);
        return fromOne.pickupSteps() > 0 ? new Passage(piece, 0) : fromOne;
    }

    /** How many bars it has; one that is not full counts. */
    public int bars() {
        return stretches().stream().mapToInt(Stretch::bars).sum();
    }

    public int lastBar() {
        return firstBar + bars() - 1;
    }

    /** Where its last bar would be full. */
    public int endStep() {
        return step(lastBar() + 1);
    }

    /** The number of the bar in which a step lies. */
    public int barAt(int step) {
        List<Stretch> begun = stretches().stream()
                .filter(stretch -> stretch.firstStep() <= step)
                .toList();
        int before = begun.subList(0, begun.size() - 1).stream()
                .mapToInt(Stretch::bars)
                .sum();
        return firstBar + before + begun.getLast().barAt(step);
    }

    /** The length of the first bar if it is cut short, as a pickup is; 0 if it is whole. */
    public int pickupSteps() {
        List<Stretch> stretches = stretches();
        return stretches.size() > 1
                        && stretches.get(1).firstStep() < stretches.getFirst().step(1)
                ? stretches.get(1).firstStep()
                : 0;
    }

    /** The same with rests before its pickup, so that this ends a whole bar, which keeps its number. */
    public Passage withWholePickup() {
        int pickup = pickupSteps();
        return pickup == 0
                ? this
                : new Passage(music.afterRest(stretches().getFirst().step(1) - pickup), firstBar);
    }

    /**
     * Some of its bars, whole ones and in full length, even if it ends before.
     *
     * @param from the number of the first
     * @param to the number of the last
     * @throws IllegalArgumentException if it has no such bars
     */
    public Passage between(int from, int to) {
        require(
                firstBar <= from && from <= to && to <= lastBar(),
                "\"%s\" has %s%s, but not %s; name some that it has, the first one first"
                        .formatted(
                                music.title(),
                                inWords(firstBar, lastBar()),
                                firstBar == 0 ? ", 0 being its pickup" : "",
                                inWords(from, to)));
        int first = step(from);
        return new Passage(music.slice(first, step(to + 1) - first), from);
    }

    private static String inWords(int from, int to) {
        return from == to ? "bar " + from : "bars %d to %d".formatted(from, to);
    }

    /** The same up to a step, with silence where it ends before. */
    public Passage lasting(int steps) {
        return new Passage(music.slice(0, steps), firstBar);
    }

    /** The step in which a bar begins, by its number; that after the last begins where this is full. */
    public int step(int number) {
        int bar = number - firstBar;
        List<Stretch> stretches = stretches();
        for (Stretch stretch : stretches.subList(0, stretches.size() - 1)) {
            if (bar < stretch.bars()) {
                return stretch.step(bar);
            }
            bar -= stretch.bars();
        }
        return stretches.getLast().step(bar);
    }

    /** One or more; where no metre is stated, 4/4 holds. */
    private List<Stretch> stretches() {
        RhythmGrid grid = music.grid();
        int end = Math.max(1, music.lengthInSteps());
        List<At<Meter>> changes = new ArrayList<>(music.meters());
        if (changes.isEmpty() || changes.getFirst().start().isPositive()) {
            changes.addFirst(new At<>(Beat.ZERO, Meter.FOUR_FOUR));
        }
        changes.removeIf(change -> change.start().compareTo(grid.beatOf(end)) >= 0);
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            int from = step(changes.get(i));
            int to = i + 1 < changes.size() ? step(changes.get(i + 1)) : end;
            if (from < to) {
                double stepsPerBar = changes.get(i).value().barLength().toDouble() * grid.stepsPerBeat();
                stretches.add(new Stretch(from, stepsPerBar, (int) Math.ceil((to - from) / stepsPerBar - NEARLY)));
            }
        }
        return stretches;
    }

    private int step(At<Meter> change) {
        return (int) change.start().toTicks(music.grid().stepsPerBeat());
    }
}
