package diabolo.corpus;

import diabolo.note.Checks;
import java.util.BitSet;

/**
 * A window of a piano roll, a bit a cell.
 *
 * @param active not to be changed
 */
record RollContent(int length, BitSet active) implements WindowContent {

    RollContent {
        Checks.require(active.length() <= length, "a window has more than " + length + " cells");
    }

    @Override
    public int activeCells() {
        return active.cardinality();
    }

    @Override
    public boolean isSilent() {
        return active.isEmpty();
    }
}
