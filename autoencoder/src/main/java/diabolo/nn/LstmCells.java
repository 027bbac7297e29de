package diabolo.nn;

import diabolo.tensor.Engine;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/**
 * The cells of a layer and a direction: all of a step but its matrix products, in one pass over memory. libtorch would take some
 * twenty, each with a call and most with an intermediate result.
 *
 * <p>Rows of a batch are shared out among the cores. Each core sums errors in memory of its own, so that results depend on the
 * number of cores, but on nothing else.
 */
final class LstmCells {

    private static final int LEAST_CELLS_OF_A_CORE =
            8192; // some 50 microseconds of work, which waking another core is worth
    private static final int GATES = 4;

    private final int units;
    private final float[][][] table; // what a token adds to the sums: [tokens + 1][4][units], zeros for no token
    private final List<Rows> shares;

    /** @param table [tokens + 1][4][units]; empty if the layer reads none */
    LstmCells(int batch, int units, float[][][] table) {
        this.units = units;
        this.table = table;
        int cores = Math.clamp((long) batch * units / LEAST_CELLS_OF_A_CORE, 1, Engine.threads());
        this.shares = IntStream.range(0, cores)
                .mapToObj(core -> new Rows(core * batch / cores, (core + 1) * batch / cores))
                .toList();
    }

    /**
     * The memory of a step.
     *
     * @param gates the sums from products, then the gates, then the errors of the sums: [batch, 4 * units]
     * @param constant what is added to the sums at every step: [batch, 4 * units], or of all rows [4 * units]
     * @param tokens of each row, some: [batch * lines]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Step(Tensor gates, Tensor constant, int[] tokens, Tensor cellBefore, Tensor cell) {}

    /** Sums to gates, and the states of cells. */
    void forward(Step step, Tensor hidden) {
        Memory gates = Memory.of(step.gates);
        Memory constant = Memory.of(step.constant);
        Memory before = Memory.of(step.cellBefore);
        Memory cell = Memory.of(step.cell);
        Memory states = Memory.of(hidden);
        int lines = step.tokens.length / Math.toIntExact(step.gates.size(0));
        inShares(rows -> {
            for (int row = rows.from; row < rows.to; row++) {
                gates.read(row, rows.gates);
                constant.read(row, rows.addend);
                LstmEquations.add(rows.gates, rows.addend);
                for (int line = 0; line < lines; line++) {
                    LstmEquations.add(rows.gates, table[step.tokens[row * lines + line]]);
                }
                before.read(row, rows.cell);
                rows.forward();
                gates.write(row, rows.gates);
                cell.write(row, rows.cell);
                states.write(row, rows.hidden);
            }
        });
    }

    /**
     * Gates to the errors of their sums.
     *
     * @param hiddenErrors [batch, units]
     * @param cellErrors in: from the step after, out: for the step before
     */
    void backward(Step step, Tensor hiddenErrors, Tensor cellErrors) {
        Memory gates = Memory.of(step.gates);
        Memory before = Memory.of(step.cellBefore);
        Memory cell = Memory.of(step.cell);
        Memory ofHidden = Memory.of(hiddenErrors);
        Memory ofCell = Memory.of(cellErrors);
        int lines = step.tokens.length / Math.toIntExact(step.gates.size(0));
        inShares(rows -> {
            for (int row = rows.from; row < rows.to; row++) {
                gates.read(row, rows.gates);
                before.read(row, rows.before);
                cell.read(row, rows.cell);
                ofHidden.read(row, rows.hidden);
                ofCell.read(row, rows.cellErrors);
                rows.backward();
                gates.write(row, rows.gates);
                ofCell.write(row, rows.cellErrors);
                LstmEquations.add(rows.biasErrors, rows.gates);
                for (int line = 0; line < lines; line++) {
                    LstmEquations.add(rows.tokenErrors[step.tokens[row * lines + line]], rows.gates);
                }
            }
        });
    }

    /** The errors of the bias, summed over all steps and rows: [4][units]. Once, after the last step back. */
    float[][] biasErrors() {
        return sum(shares.stream().map(rows -> rows.biasErrors));
    }

    /** The errors of a token's row of the table, summed likewise and once: [4][units]. */
    float[][] tokenErrors(int token) {
        return sum(shares.stream().map(rows -> rows.tokenErrors[token]));
    }

    private static float[][] sum(Stream<float[][]> all) {
        return all.reduce((total, some) -> {
                    LstmEquations.add(total, some);
                    return total;
                })
                .orElseThrow();
    }

    private void inShares(Consumer<Rows> work) {
        Stream<Rows> some = shares.size() == 1 ? shares.stream() : shares.parallelStream();
        some.forEach(work);
    }

    /** The memory of a tensor [rows, width]; all rows are the same of a tensor [width]. */
    private record Memory(MemorySegment segment, long bytesApart) {

        @SuppressWarnings("restricted")
        static Memory of(Tensor tensor) {
            long bytes = tensor.numel() * Float.BYTES;
            return new Memory(
                    MemorySegment.ofAddress(tensor.data_ptr_float().address()).reinterpret(bytes),
                    tensor.dim() == 1 ? 0 : bytes / tensor.size(0));
        }

        void read(int row, float[]... parts) {
            long from = row * bytesApart;
            for (float[] part : parts) {
                MemorySegment.copy(segment, ValueLayout.JAVA_FLOAT, from, part, 0, part.length);
                from += part.length * (long) Float.BYTES;
            }
        }

        void write(int row, float[]... parts) {
            long from = row * bytesApart;
            for (float[] part : parts) {
                MemorySegment.copy(part, 0, segment, ValueLayout.JAVA_FLOAT, from, part.length);
                from += part.length * (long) Float.BYTES;
            }
        }
    }

    /** The rows of a core, and its intermediate results of one row. */
    private final class Rows {

        final int from;
        final int to;
        final float[][] gates = new float[GATES][units];
        final float[][] addend = new float[GATES][units];
        final float[] before = new float[units];
        final float[] cell = new float[units];
        final float[] hidden = new float[units];
        final float[] cellErrors = new float[units];
        final float[] spare = new float[units];
        final float[][] biasErrors = new float[GATES][units];
        final float[][][] tokenErrors = new float[table.length][GATES][units];

        Rows(int from, int to) {
            this.from = from;
            this.to = to;
        }

        /** Sums to gates, cell to the next cell, and the hidden state. */
        void forward() {
            float[] input = gates[0];
            float[] forget = gates[1];
            float[] candidate = gates[2];
            float[] output = gates[3];
            LstmEquations.sigmoid(input);
            LstmEquations.sigmoid(forget);
            LstmEquations.tanh(candidate);
            LstmEquations.sigmoid(output);
            LstmEquations.advance(cell, input, forget, candidate);
            System.arraycopy(cell, 0, hidden, 0, units);
            LstmEquations.tanh(hidden);
            LstmEquations.multiply(hidden, output);
        }

        /** Gates to the errors of their sums, hidden being its errors; cell errors to those of the step before. */
        void backward() {
            float[] input = gates[0];
            float[] forget = gates[1];
            float[] candidate = gates[2];
            float[] output = gates[3];
            LstmEquations.tanh(cell);
            LstmEquations.addCellErrors(cellErrors, hidden, output, cell);
            LstmEquations.sigmoidErrors(output, hidden, cell);
            System.arraycopy(input, 0, spare, 0, units);
            LstmEquations.sigmoidErrors(input, cellErrors, candidate);
            LstmEquations.tanhErrors(candidate, cellErrors, spare);
            System.arraycopy(forget, 0, spare, 0, units);
            LstmEquations.sigmoidErrors(forget, cellErrors, before);
            LstmEquations.multiply(cellErrors, spare);
        }
    }
}
