package diabolo.projection;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * A square matrix that is mostly empty, row by row: the neighbours of each point, with weights or distances.
 *
 * @param start of each row in the two others, and the end of the last: [rows + 1]
 * @param columns rising within a row
 * @param values at those columns
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SparseRows(int[] start, int[] columns, double[] values) {

    /** From the neighbours of each point, in any order, and a value for each. */
    static SparseRows of(int[][] neighbours, double[][] values) {
        int[] start = new int[neighbours.length + 1];
        for (int row = 0; row < neighbours.length; row++) {
            start[row + 1] = start[row] + neighbours[row].length;
        }
        int[] columns = new int[start[neighbours.length]];
        double[] sorted = new double[columns.length];
        for (int row = 0; row < neighbours.length; row++) {
            long[] order = new long[neighbours[row].length]; // column and place in one number, to be sorted by column
            for (int i = 0; i < order.length; i++) {
                order[i] = (long) neighbours[row][i] << Integer.SIZE | i;
            }
            Arrays.sort(order);
            for (int i = 0; i < order.length; i++) {
                columns[start[row] + i] = (int) (order[i] >> Integer.SIZE);
                sorted[start[row] + i] = values[row][(int) order[i]];
            }
        }
        return new SparseRows(start, columns, sorted);
    }

    int rows() {
        return start.length - 1;
    }

    /**
     * The matrix of each entry combined with its mirror image, an empty one counting as 0.
     *
     * @param combine must give the same with its operands exchanged
     */
    SparseRows symmetric(DoubleBinaryOperator combine) {
        SparseRows mirrored = transposed();
        int[] from = new int[start.length];
        int[] to = new int[2 * columns.length];
        double[] combined = new double[to.length];
        int size = 0;
        for (int row = 0; row < rows(); row++) {
            int here = start[row];
            int there = mirrored.start[row];
            while (here < start[row + 1] || there < mirrored.start[row + 1]) {
                int left = here < start[row + 1] ? columns[here] : Integer.MAX_VALUE;
                int right = there < mirrored.start[row + 1] ? mirrored.columns[there] : Integer.MAX_VALUE;
                to[size] = Math.min(left, right);
                double own = left <= right ? values[here++] : 0;
                double other = right <= left ? mirrored.values[there++] : 0;
                combined[size++] = combine.applyAsDouble(own, other);
            }
            from[row + 1] = size;
        }
        return new SparseRows(from, Arrays.copyOf(to, size), Arrays.copyOf(combined, size));
    }

    private SparseRows transposed() {
        int[] next = new int[start.length];
        for (int column : columns) {
            next[column + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] from = next.clone();
        int[] mirrored = new int[columns.length];
        double[] moved = new double[columns.length];
        for (int row = 0; row < rows(); row++) {
            for (int i = start[row]; i < start[row + 1]; i++) {
                int place = next[columns[i]]++;
                mirrored[place] = row;
                moved[place] = values[i];
            }
        }
        return new SparseRows(from, mirrored, moved);
    }
}
