package diabolo.grid;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import java.util.Objects;

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
 * <p>A meter that is stated again begins its bars anew there, as after a pickup; a bar that this cuts short is a bar. Immutable.
 */
public final class Passage {

    /** Steps that a bar line may lie off by rounding. */
    private static final double NEARLY = 1e-6;

    private final QuantizedSequence music;
    private final int firstBar;
    private final Bars bars;

    private Passage(QuantizedSequence music, int firstBar, Bars bars) {
        this.music = music;
        this.firstBar = firstBar;
        this.bars = bars;
    }

    private Passage(QuantizedSequence music, int firstBar) {
        this(music, firstBar, Bars.inSteps(music));
    }

    /** A whole piece. */
    public static Passage of(QuantizedSequence piece) {
        Bars bars = Bars.inSteps(requireNonNull(piece, "piece"));
        return new Passage(piece, bars.beginWithPickup() ? 0 : 1, bars);
    }

    public QuantizedSequence music() {
        return music;
    }

    /** The number of its first bar. */
    public int firstBar() {
        return firstBar;
    }

    /** How many bars it has; one that is not full counts. */
    public int bars() {
        return (int) bars.count();
    }

    public int lastBar() {
        return firstBar + bars() - 1;
    }

    /** Where its last bar would be full. */
    public int endStep() {
        return step(lastBar() + 1);
    }

    /** The number of the bar in which a step lies: the last that begins at the step or before it. */
    public int barAt(int step) {
        Bars.Stretch stretch = bars.at(step);
        long within = (long) ((step - stretch.from() + 0.5 - NEARLY) / stretch.barLength());
        return (int) (firstBar + stretch.barsBefore() + within);
    }

    /** The step in which a bar begins, by its number; that after the last begins where this is full. */
    public int step(int number) {
        long bar = (long) number - firstBar;
        Bars.Stretch stretch = bars.ofBar(bar);
        double from = stretch.from() + (bar - stretch.barsBefore()) * stretch.barLength();
        return (int) Math.min(Integer.MAX_VALUE, Math.round(from));
    }

    /** The length of its bar 0, if it begins with this and it is cut short; 0 if not: a later bar that is cut short is no pickup. */
    public int pickupSteps() {
        return firstBar == 0 && firstBarSteps() < fullFirstBarSteps() ? firstBarSteps() : 0;
    }

    private int firstBarSteps() {
        return Math.min(step(firstBar + 1), music.lengthInSteps());
    }

    private int fullFirstBarSteps() {
        return (int) Math.round(bars.stretches().getFirst().barLength());
    }

    /**
     * The same with rests before its pickup, so that this ends a whole bar, which keeps its number.
     *
     * @throws IllegalArgumentException if it becomes longer than a piece can be
     */
    public Passage withWholePickup() {
        int pickup = pickupSteps();
        return pickup == 0 ? this : new Passage(music.afterRest(fullFirstBarSteps() - pickup), firstBar);
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
        int end = Math.min(step(to + 1), RhythmGrid.MAX_STEPS);
        return new Passage(music.slice(first, end - first), from);
    }

    private static String inWords(int from, int to) {
        return from == to ? "bar " + from : "bars %d to %d".formatted(from, to);
    }

    /** The same up to a step, with silence where it ends before. */
    public Passage lasting(int steps) {
        return new Passage(music.slice(0, steps), firstBar);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Passage passage && firstBar == passage.firstBar && music.equals(passage.music);
    }

    @Override
    public int hashCode() {
        return Objects.hash(music, firstBar);
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(inWords(firstBar, lastBar()), music);
    }
}
