package diabolo.harmony;

import diabolo.grid.BarSpan;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of music that has one chord: a half bar where a bar has an even number of beats and lasts four quarter notes or more (4/4,
 * 2/2, 12/8), else a bar (3/4, 2/4, 6/8).
 *
 * <pre>{@code
 * List<ChordSlot> slots = ChordSlot.of(melody); // two a bar in 4/4
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param start in quarter notes
 * @param end in quarter notes
 */
record ChordSlot(Beat start, Beat end, SlotPosition position) {

    private static final Beat LONG_BAR = Beat.of(4);

    /** The slots of a melody, without a pickup. */
    static List<ChordSlot> of(NoteSequence melody) {
        List<ChordSlot> slots = new ArrayList<>();
        for (BarSpan bar : BarSpan.of(melody)) {
            if (!bar.isPickup()) {
                slots.addAll(of(bar));
            }
        }
        return List.copyOf(slots);
    }

    private static List<ChordSlot> of(BarSpan bar) {
        boolean isOdd = bar.number() % 2 == 0;
        if (!isHalved(bar.meter())) {
            return List.of(new ChordSlot(
                    bar.start(), bar.end(), isOdd ? SlotPosition.ODD_SHORT_BAR : SlotPosition.EVEN_SHORT_BAR));
        }
        SlotPosition barLine = isOdd ? SlotPosition.ODD_BAR : SlotPosition.EVEN_BAR;
        Beat half = bar.start().plus(bar.meter().barLength().dividedBy(2));
        return half.compareTo(bar.end()) >= 0
                ? List.of(new ChordSlot(bar.start(), bar.end(), barLine))
                : List.of(
                        new ChordSlot(bar.start(), half, barLine),
                        new ChordSlot(half, bar.end(), SlotPosition.HALF_BAR));
    }

    private static boolean isHalved(Meter meter) {
        return meter.beats() % 2 == 0 && meter.barLength().compareTo(LONG_BAR) >= 0;
    }

    double length() {
        return end.minus(start).toDouble();
    }

    /** Quarter notes that it has in common with a stretch. */
    double overlap(Beat from, Beat to) {
        return Math.max(0, Beat.min(end, to).minus(Beat.max(start, from)).toDouble());
    }
}
