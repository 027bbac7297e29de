package diabolo.picture;

import diabolo.grid.Bars;
import diabolo.note.At;
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
        Bars all = Bars.inQuarterNotes(meters, end);
        long firstNumber = all.beginWithPickup() ? 0 : 1;
        for (Bars.Stretch stretch : all.stretches()) {
            long stride = (long) Math.max(1, Math.ceil(closest / stretch.barLength()));
            for (long bar = 0; bar < stretch.bars(); bar += stride) {
                bars.add(new BarLine(
                        stretch.from() + bar * stretch.barLength(), firstNumber + stretch.barsBefore() + bar));
            }
            double beatLength = beatLength(stretch.meter());
            for (long beat = 0; beatLength >= closest && stretch.from() + beat * beatLength < stretch.to(); beat++) {
                beats.add(stretch.from() + beat * beatLength);
            }
        }
        return new BarLines(List.copyOf(bars), List.copyOf(beats));
    }

    /** In 6/8, 9/8 and 12/8 one counts three eighths as a beat. */
    private static double beatLength(Meter meter) {
        boolean compound = meter.beatUnit() >= 8 && meter.beats() > 3 && meter.beats() % 3 == 0;
        return (compound ? 3 : 1) * 4.0 / meter.beatUnit();
    }
}
