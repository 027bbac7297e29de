package diabolo.tensor;

import java.util.Arrays;

/**
 * Numbers with a name and a shape, in row-major order: a tensor as it lies in a file.
 *
 * <pre>{@code
 * new NamedArray("encoder.0.weight", new long[] {16, 64}, values);
 * }</pre>
 *
 * <p>The arrays are not copied: whoever hands them over leaves them alone.
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
