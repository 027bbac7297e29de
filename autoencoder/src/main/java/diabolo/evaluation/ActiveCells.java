package diabolo.evaluation;

import static diabolo.note.Checks.require;

/**
 * Which cells of a window sound, a bit for each: so a thousand pieces are compared with a thousand windows in a moment.
 *
 * @param bits cell n is bit n modulo 64 of number n / 64
 * @param size of the window, in cells
 * @param count of the cells that sound
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ActiveCells(long[] bits, int size, int count) {

    static final float THRESHOLD = 0.5f;

    static ActiveCells of(float[] cells) {
        long[] bits = new long[(cells.length + Long.SIZE - 1) / Long.SIZE];
        int count = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > THRESHOLD) {
                bits[cell / Long.SIZE] |= 1L << cell;
                count++;
            }
        }
        return new ActiveCells(bits, cells.length, count);
    }

    /** How many cells sound in both. */
    int common(ActiveCells other) {
        require(
                size == other.size,
                "windows of one size are needed, were of %d and %d cells".formatted(size, other.size));
        int common = 0;
        for (int i = 0; i < bits.length; i++) {
            common += Long.bitCount(bits[i] & other.bits[i]);
        }
        return common;
    }
}
