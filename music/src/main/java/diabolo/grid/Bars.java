package diabolo.grid;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where bars begin, as the meters of a piece say: the one rule for passages and pictures.
 *
 * <pre>{@code
 * Bars bars = Bars.inQuarterNotes(piece.meters(), 32);
 * bars.stretches().getFirst().bars(); // 8, in 4/4 throughout
 * }</pre>
 *
 * <p>A meter that is stated again begins its bars anew there; where none is stated, 4/4 holds. Immutable.
 */
public final class Bars {

    /** Of a bar: so much a bar line may lie off by rounding. */
    private static final double NEARLY = 1e-6;

    /**
     * Bars of one meter in a row, from a bar line on; the last may be cut short.
     *
     * @param from in quarter notes or in steps, and so are the others
     * @param barsBefore how many bars there are before it
     */
    public record Stretch(double from, double to, Meter meter, double barLength, long barsBefore) {

        public long bars() {
            return (long) Math.ceil((to - from) / barLength - NEARLY);
        }
    }

    private final List<Stretch> stretches;
    private final boolean pickup;

    private Bars(List<Stretch> stretches, double fullFirstBar) {
        this.stretches = List.copyOf(stretches);
        this.pickup = stretches.size() > 1 && stretches.get(1).from() < fullFirstBar;
    }

    /**
     * Bars in quarter notes.
     *
     * @param end of the last, above 0
     */
    public static Bars inQuarterNotes(List<At<Meter>> meters, double end) {
        List<Stretch> stretches = stretches(meters, end, 1, Beat::toDouble);
        return new Bars(stretches, stretches.getFirst().barLength());
    }

    /** Bars in steps, in which meters begin at the nearest. */
    static Bars inSteps(QuantizedSequence music) {
        int stepsPerBeat = music.grid().stepsPerBeat();
        int end = Math.max(1, music.lengthInSteps());
        List<Stretch> stretches =
                stretches(music.meters(), end, stepsPerBeat, position -> position.toTicks(stepsPerBeat));
        return new Bars(stretches, Math.round(stretches.getFirst().barLength()));
    }

    private static List<Stretch> stretches(
            List<At<Meter>> meters, double end, int unitsPerQuarterNote, ToDoubleFunction<Beat> position) {
        List<At<Meter>> changes = new ArrayList<>(meters);
        if (changes.isEmpty() || changes.getFirst().start().isPositive()) {
            changes.addFirst(new At<>(Beat.ZERO, Meter.FOUR_FOUR));
        }
        changes.removeIf(change -> change.start().toDouble() * unitsPerQuarterNote >= end);
        List<Stretch> stretches = new ArrayList<>();
        long bars = 0;
        for (int i = 0; i < changes.size(); i++) {
            double from = position.applyAsDouble(changes.get(i).start());
            double to = i + 1 < changes.size()
                    ? position.applyAsDouble(changes.get(i + 1).start())
                    : end;
            if (from < to) {
                Meter meter = changes.get(i).value();
                double barLength = meter.barLength().toDouble() * unitsPerQuarterNote;
                Stretch stretch = new Stretch(from, to, meter, barLength, bars);
                stretches.add(stretch);
                bars += stretch.bars();
            }
        }
        return stretches;
    }

    /** One or more, in time. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** Whether the first bar is cut short by a meter, as a pickup is, which is bar 0. */
    public boolean beginWithPickup() {
        return pickup;
    }

    /** How many there are; one that is not full counts. */
    public long count() {
        return stretches.getLast().barsBefore() + stretches.getLast().bars();
    }

    /** The last that begins at a position or before it. */
    Stretch at(double position) {
        return last(Stretch::from, position);
    }

    /** That of a bar, counted from 0; the last goes on beyond its end. */
    Stretch ofBar(long bar) {
        return last(Stretch::barsBefore, (double) bar);
    }

    private Stretch last(ToDoubleFunction<Stretch> beginning, double wanted) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (beginning.applyAsDouble(stretches.get(middle)) <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return stretches.get(low);
    }
}
