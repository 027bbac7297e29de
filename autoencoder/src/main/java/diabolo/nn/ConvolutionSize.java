package diabolo.nn;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

/**
 * The size of a convolution, or of a deconvolution, which is its reverse.
 *
 * <pre>{@code
 * ConvolutionSize size = ConvolutionSize.valid(128, 5); // 128 filters of 5 by 5
 * size.after(28);                                       // 24: of 28 pixels
 * size.before(24);                                      // 28: what a deconvolution makes of 24
 * }</pre>
 *
 * @param filters the feature maps that it gives, 1 to 4,096
 * @param kernel rows and columns of a filter, 1 to 64; odd with {@link Border#SAME}
 * @param stride cells from a place of the filter to the next, 1 to the kernel
 */
public record ConvolutionSize(int filters, int kernel, int stride, Border border) {

    /** What a filter does at the border of a map. */
    public enum Border {
        /** It stays inside: a map loses kernel - 1 cells in each direction, and a deconvolution, called full, gains as many. */
        VALID,
        /** Zeros are added around the map, so that with stride 1 it keeps its size. */
        SAME
    }

    public ConvolutionSize {
        requireBetween("filters", filters, 1, 4096);
        requireBetween("kernel", kernel, 1, 64);
        requireBetween("stride", stride, 1, kernel);
        requireNonNull(border, "border");
        require(
                border == Border.VALID || kernel % 2 == 1,
                "a kernel with border SAME must be odd, was %d; choose %d, or border VALID"
                        .formatted(kernel, kernel + 1));
    }

    /** Filters that move by one and stay inside the map. */
    public static ConvolutionSize valid(int filters, int kernel) {
        return new ConvolutionSize(filters, kernel, 1, Border.VALID);
    }

    /** Rows or columns after a convolution of so many; 0 or less if there are fewer than the kernel's. */
    public int after(int size) {
        return Math.floorDiv(size + 2 * padding() - kernel, stride) + 1;
    }

    /** Rows or columns after a deconvolution of so many. */
    public int before(int size) {
        return (size - 1) * stride + kernel - 2 * padding() + outputPadding();
    }

    public ConvolutionSize withFilters(int other) {
        return new ConvolutionSize(other, kernel, stride, border);
    }

    /** Zeros added on each side. */
    int padding() {
        return border == Border.SAME ? (kernel - 1) / 2 : 0;
    }

    /** Rows and columns that a deconvolution adds at one side, so that it multiplies the size by the stride. */
    int outputPadding() {
        return border == Border.SAME ? stride - 1 : 0;
    }
}
