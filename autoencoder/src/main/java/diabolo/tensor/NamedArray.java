package diabolo.tensor;

import java.util.Arrays;

/**
 * A named tensor as a plain array, in row-major order, as it is stored in files.
 *
 * <pre>{@code
 * new NamedArray("encoder.0.weight", new long[] {16, 64}, values);
 * }</pre>
 *
 * <p>The arrays are not copied and must not be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // equality is defined below; copying every weight would double the memory
public record NamedArray(String name, long[] shape, float[] values) {

    public NamedArray {
        long count = 1;
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException(
                        "sizes of %s must not be negative, were %s".formatted(name, Arrays.toString(shape)));
            }
            count = Math.multiplyExact(count, size);
        }
        if (count != values.length) {
            throw new IllegalArgumentException("%s has %d numbers, its shape %s needs %d"
                    .formatted(name, values.length, Arrays.toString(shape), count));
        }
    }

    /** Of one dimension. */
    public static NamedArray row(String name, float... values) {
        return new NamedArray(name, new long[] {values.length}, values);
    }

    /**
     * Requires that all numbers are finite.
     *
     * @throws IllegalArgumentException if one is not
     */
    public void requireFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("%s holds %s, which is no finite number".formatted(name, value));
            }
        }
    }

    /** A copy of rows of equal length, of shape [rows, columns]. */
    public static NamedArray of(String name, float[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return new NamedArray(name, new long[] {rows.length, columns}, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedArray that
                && name.equals(that.name)
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + Arrays.hashCode(shape)) + Arrays.hashCode(values);
    }
}
