package diabolo.harmony;

import diabolo.note.NoteSequence;
import java.util.List;

/**
 * What a melody says of the chord in a {@link ChordSlot}, as numbers: its tones there, just before and just after, those of the whole
 * piece, and where in the bar, in eight bars and in the piece the slot is.
 *
 * <p>Tones count in a piece that is transposed to C major or A minor, by the share of the slot in which they sound.
 */
final class SlotFeatures {

    /** How far the tones around a slot are looked at, in slots. */
    private static final int REACH = 2;

    private static final int BARS_OF_A_PHRASE = 8;
    private static final int POSITIONS = SlotPosition.values().length;

    /** Tones here, on the beat and around; first tones of this slot and the next; of the piece; phrase, position, first, last; 1. */
    static final int COUNT = 12 + 12 + 2 * REACH * 12 + 13 + 13 + 12 + 2 * BARS_OF_A_PHRASE + POSITIONS + 3 + 1;

    private final double[] features = new double[COUNT];
    private int next;

    private SlotFeatures() {}

    /**
     * The features of every slot.
     *
     * @return [slots][{@link #COUNT}]
     */
    static double[][] of(NoteSequence melody, List<ChordSlot> slots, int transposition) {
        List<SlotMelody> tones = SlotMelody.of(melody, slots, transposition);
        double[] ofPiece = ofPiece(tones);
        double[][] features = new double[slots.size()][];
        int bar = 0;
        for (int slot = 0; slot < features.length; slot++) {
            bar += slot > 0 && slots.get(slot).position() != SlotPosition.HALF_BAR ? 1 : 0;
            features[slot] = new SlotFeatures().of(slots, tones, ofPiece, slot, bar % BARS_OF_A_PHRASE);
        }
        return features;
    }

    private static double[] ofPiece(List<SlotMelody> tones) {
        double[] sum = new double[12];
        double total = 1e-9;
        for (SlotMelody slot : tones) {
            for (int tone = 0; tone < 12; tone++) {
                sum[tone] += slot.weights()[tone];
                total += slot.weights()[tone];
            }
        }
        for (int tone = 0; tone < 12; tone++) {
            sum[tone] *= 4 / total; // about as large as the others
        }
        return sum;
    }

    private double[] of(List<ChordSlot> slots, List<SlotMelody> tones, double[] ofPiece, int slot, int barOfPhrase) {
        SlotPosition position = slots.get(slot).position();
        add(tones.get(slot).weights(), 1 / slots.get(slot).length());
        add(tones.get(slot).onBeat(), 1 / slots.get(slot).length());
        for (int distance = -REACH; distance <= REACH; distance++) {
            int other = slot + distance;
            if (distance != 0 && other >= 0 && other < slots.size()) {
                add(tones.get(other).weights(), 1 / slots.get(other).length());
            } else if (distance != 0) {
                next += 12;
            }
        }
        addOne(13, tones.get(slot).first());
        addOne(13, slot + 1 < slots.size() ? tones.get(slot + 1).first() : SlotMelody.SILENCE);
        add(ofPiece, 1);
        addOne(2 * BARS_OF_A_PHRASE, 2 * barOfPhrase + (position == SlotPosition.HALF_BAR ? 1 : 0));
        addOne(POSITIONS, position.index());
        addOne(3, slot == 0 ? 0 : slot == slots.size() - 1 ? 2 : slot == slots.size() - 2 ? 1 : -1);
        addOne(1, 0);
        return features;
    }

    private void add(double[] values, double factor) {
        for (double value : values) {
            features[next++] = value * factor;
        }
    }

    /** One of several that is 1; none where the index is negative. */
    private void addOne(int count, int index) {
        if (index >= 0) {
            features[next + index] = 1;
        }
        next += count;
    }
}
