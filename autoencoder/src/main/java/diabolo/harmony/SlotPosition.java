package diabolo.harmony;

import java.util.List;

/** Where in the meter a {@link ChordSlot} begins; chords change on bar lines more than within bars, and most where two bars begin. */
enum SlotPosition {
    /** A bar of two slots that is the first, third, ... of its meter. */
    ODD_BAR,
    /** A bar of two slots that is the second, fourth, ... of its meter. */
    EVEN_BAR,
    /** The middle of a bar. */
    HALF_BAR,
    /** A bar of one slot that is the first, third, ... of its meter. */
    ODD_SHORT_BAR,
    /** A bar of one slot that is the second, fourth, ... of its meter. */
    EVEN_SHORT_BAR;

    private static final List<SlotPosition> ALL = List.of(values());

    /** Its place in tables. */
    int index() {
        return ALL.indexOf(this);
    }
}
