package diabolo.picture;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import java.util.ArrayList;
import java.util.List;

/**
 * Where bars and beats begin. Lines that would lie closer than there is room are left out, which also keeps a hostile length
 * from making billions of them. Immutable.
 *
 * @param bars in order
 * @param beats in quarter notes, those that begin a bar among them; empty where they would lie too close
 */
record BarLines(List<BarLine> bars, List<Double> beats) {

    /**
     * The beginning of a bar.
     *
     * @param position in quarter notes
     * @param number 1 for the first whole bar, 0 for a pickup before it
     */
    record BarLine(double position, long number) {}

    /** Lines from the beginning to a position, at least so many quarter notes apart. */
    static BarLines until(double end, List<At<Meter>> meters, double closest) {
        List<BarLine> bars = new ArrayList<>();
        List<Double> beats = new ArrayList<>();
        List<At<Meter>> all = new ArrayList<>(meters);
        if (all.isEmpty() || all.getFirst().start().isPositive()) {
            all.addFirst(new At<>(Beat.ZERO, Meter.FOUR_FOUR));
        }
        boolean pickup = all.size() > 1
                && all.get(1).start().compareTo(all.getFirst().value().barLength()) < 0;
        long number = pickup ? 0 : 1;
        for (int i = 0; i < all.size(); i++) {
            double from = all.get(i).start().toDouble();
            double to =
                    i + 1 < all.size() ? Math.min(end, all.get(i + 1).start().toDouble()) : end;
            double barLength = all.get(i).value().barLength().toDouble();
            double beatLength = beatLength(all.get(i).value());
            long stride = (long) Math.max(1, Math.ceil(closest / barLength));
            for (long bar = 0; from + bar * barLength < to; bar += stride) {
                bars.add(new BarLine(from + bar * barLength, number + bar));
            }
            for (long beat = 0; beatLength >= closest && from + beat * beatLength < to; beat++) {
                beats.add(from + beat * beatLength);
            }
            number += (long) Math.ceil(Math.max(0, to - from) / barLength);
        }
        return new BarLines(List.copyOf(bars), List.copyOf(beats));
    }

    /** In 6/8, 9/8 and 12/8 one counts three eighths as a beat. */
    private static double beatLength(Meter meter) {
        boolean compound = meter.beatUnit() >= 8 && meter.beats() > 3 && meter.beats() % 3 == 0;
        return (compound ? 3 : 1) * 4.0 / meter.beatUnit();
    }
}
