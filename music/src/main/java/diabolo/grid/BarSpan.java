package diabolo.grid;

import static java.util.Objects.requireNonNull;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar of a piece in free time: where it begins and ends, exactly.
 *
 * <pre>{@code
 * List<BarSpan> bars = BarSpan.of(piece);
 * bars.getFirst().isPickup(); // whether the first bar is cut short
 * }</pre>
 *
 * <p>The bars of {@link Bars}, as fractions: a meter that is stated again begins its bars anew; where none is stated, 4/4 holds. The
 * last bar is full, whether the notes fill it or not. Immutable.
 *
 * @param start in quarter notes
 * @param end in quarter notes; earlier than the meter says where another meter cuts the bar short
 * @param number counted from 0 within the stretch of one meter
 * @param isPickup whether this is the first bar of the piece, cut short by the next
 */
public record BarSpan(Beat start, Beat end, Meter meter, int number, boolean isPickup) {

    public BarSpan {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        requireNonNull(meter, "meter");
    }

    /** In quarter notes. */
    public Beat length() {
        return end.minus(start);
    }

    /** The bars from the beginning of a piece to the one in which its last note ends; none for a piece without notes. */
    public static List<BarSpan> of(NoteSequence piece) {
        return of(piece.meters(), piece.length());
    }

    /** The bars that the meters make up to a position. */
    public static List<BarSpan> of(List<At<Meter>> meters, Beat end) {
        List<At<Meter>> changes = new ArrayList<>(meters);
        if (changes.isEmpty() || changes.getFirst().start().isPositive()) {
            changes.addFirst(new At<>(Beat.ZERO, Meter.FOUR_FOUR));
        }
        List<BarSpan> bars = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Meter meter = changes.get(i).value();
            boolean isLast =
                    i + 1 == changes.size() || changes.get(i + 1).start().compareTo(end) >= 0;
            Beat until = isLast ? end : changes.get(i + 1).start();
            Beat start = changes.get(i).start();
            for (int number = 0; start.compareTo(until) < 0; number++) {
                Beat full = start.plus(meter.barLength());
                Beat barEnd = isLast ? full : Beat.min(full, until);
                boolean isPickup = bars.isEmpty() && barEnd.compareTo(full) < 0;
                bars.add(new BarSpan(start, barEnd, meter, number, isPickup));
                start = barEnd;
            }
            if (isLast) {
                break;
            }
        }
        return List.copyOf(bars);
    }
}
