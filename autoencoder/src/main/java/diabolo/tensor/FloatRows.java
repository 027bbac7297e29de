package diabolo.tensor;

import static diabolo.note.Checks.require;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Rows of numbers outside the heap, to be multiplied with other rows in single precision by OpenBLAS, on the calling thread.
 *
 * <pre>{@code
 * try (FloatRows points = new FloatRows(60_000, 784); FloatRows queries = new FloatRows(64, 784)) {
 *     points.set(0, digit);
 *     float[] products = queries.products(64, points, 0, 2_048); // [64][2,048]
 * }
 * }</pre>
 *
 * <p>Owns its memory until closed. Once the rows are set, threads may multiply at the same time.
 */
public final class FloatRows implements AutoCloseable {

    private final int rows;
    private final int columns;
    private final FloatPointer numbers;

    /**
     * Rows of zeros.
     *
     * @param rows 1 or more, and so are columns
     */
    public FloatRows(int rows, int columns) {
        require(rows >= 1 && columns >= 1, () -> "rows and columns must be 1 or more, were %d and %d"
                .formatted(rows, columns));
        Engine.start();
        this.rows = rows;
        this.columns = columns;
        this.numbers = new FloatPointer((long) rows * columns);
        numbers.zero();
    }

    /**
     * Writes a row.
     *
     * @throws IllegalArgumentException if there is no such row, or it has another length
     */
    public void set(int row, float[] values) {
        require(
                row >= 0 && row < rows && values.length == columns,
                () -> "row %d of %d numbers does not fit into %d rows of %d"
                        .formatted(row, values.length, rows, columns));
        numbers.getPointer((long) row * columns).put(values);
    }

    /**
     * The scalar products of the first of these rows and some of others.
     *
     * @param size of these rows
     * @param first of the others
     * @param count of the others
     * @return row by row: [size * count]
     * @throws IllegalArgumentException if there are not so many rows, or rows of another length
     */
    public float[] products(int size, FloatRows others, int first, int count) {
        require(
                size >= 1
                        && size <= rows
                        && first >= 0
                        && count >= 1
                        && first + count <= others.rows
                        && columns == others.columns,
                () -> "%d of %d rows of %d cannot be multiplied with rows %d to %d of %d rows of %d"
                        .formatted(size, rows, columns, first, first + count - 1, others.rows, others.columns));
        float[] products = new float[size * count];
        try (FloatPointer result = new FloatPointer(products.length)) {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasTrans,
                    size,
                    count,
                    columns,
                    1,
                    numbers,
                    columns,
                    others.numbers.getPointer((long) first * columns),
                    columns,
                    0,
                    result,
                    count);
            result.get(products);
        }
        return products;
    }

    @Override
    public void close() {
        numbers.close();
    }
}
