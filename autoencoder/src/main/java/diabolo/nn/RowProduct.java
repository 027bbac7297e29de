package diabolo.nn;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Products of few rows with the weight of a layer, without gradients. oneDNN packs a weight anew for each product, which for up to eight
 * rows takes longer than that OpenBLAS multiplies row by row, on one thread (ADR 4).
 */
final class RowProduct {

    private static final int FEW = 8;

    private RowProduct() {}

    /**
     * {@code sums += rows * weight^T}.
     *
     * @param sums [batch, out], contiguous
     * @param rows [batch, in], contiguous
     * @param weight [out, in], contiguous
     */
    static void add(Tensor sums, Tensor rows, Tensor weight) {
        int batch = Math.toIntExact(rows.size(0));
        if (batch > FEW) {
            sums.addmm_(rows, weight.t());
            return;
        }
        int in = Math.toIntExact(weight.size(1));
        int out = Math.toIntExact(weight.size(0));
        FloatPointer matrix = weight.data_ptr_float();
        FloatPointer from = rows.data_ptr_float();
        FloatPointer to = sums.data_ptr_float();
        for (int row = 0; row < batch; row++) {
            cblas_sgemv(
                    CblasRowMajor,
                    CblasNoTrans,
                    out,
                    in,
                    1,
                    matrix,
                    in,
                    from.position((long) row * in),
                    1,
                    1,
                    to.position((long) row * out),
                    1);
        }
    }
}
