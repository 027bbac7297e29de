package diabolo.evaluation;

import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Which cells of a window sound, a bit for each: so a thousand pieces are compared with a thousand windows in a moment.
 *
 * @param bits cell n is bit n modulo 64 of number n / 64
 * @param count of the cells that sound
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ActiveCells(long[] bits, int count) {

    static ActiveCells of(Representation representation, Frames window) {
        BitSet sounding = representation.sounding(window);
        long[] bits = Arrays.copyOf(sounding.toLongArray(), Math.ceilDiv(representation.cells(), Long.SIZE));
        return new ActiveCells(bits, sounding.cardinality());
    }

    /** How many cells sound in both, which are of one representation. */
    int common(ActiveCells other) {
        int common = 0;
        for (int i = 0; i < bits.length; i++) {
            common += Long.bitCount(bits[i] & other.bits[i]);
        }
        return common;
    }
}
