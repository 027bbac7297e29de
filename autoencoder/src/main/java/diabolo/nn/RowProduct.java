package diabolo.nn;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import diabolo.tensor.Engine;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Products of the rows of a batch with the weight of a layer, without gradients, by OpenBLAS. It packs such a weight in less time than
 * oneDNN, and for up to eight rows it is faster still row by row. One thread multiplies few rows, since waking another takes longer than
 * what it would save; many rows are shared out among the cores (ADR 4).
 */
final class RowProduct {

    private static final int FEW = 8;
    private static final int LEAST_ROWS_OF_A_CORE = 48;

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
        Product product = new Product(
                sums.data_ptr_float(),
                rows.data_ptr_float(),
                weight.data_ptr_float(),
                Math.toIntExact(weight.size(1)),
                Math.toIntExact(weight.size(0)));
        if (batch <= FEW) {
            product.addRowByRow(batch);
            return;
        }
        int cores = Math.clamp(batch / LEAST_ROWS_OF_A_CORE, 1, Engine.threads());
        if (cores == 1) {
            product.add(0, batch);
        } else {
            IntStream.range(0, cores)
                    .parallel()
                    .forEach(core -> product.add(core * batch / cores, (core + 1) * batch / cores));
        }
    }

    /** A product of matrices, row after row in memory: sums [batch, out], rows [batch, in], weight [out, in]. */
    private record Product(FloatPointer sums, FloatPointer rows, FloatPointer weight, int in, int out) {

        /** The rows from one up to but without another. */
        void add(int from, int to) {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasTrans,
                    to - from,
                    out,
                    in,
                    1,
                    rows.getPointer((long) from * in),
                    in,
                    weight,
                    in,
                    1,
                    sums.getPointer((long) from * out),
                    out);
        }

        void addRowByRow(int batch) {
            for (int row = 0; row < batch; row++) {
                cblas_sgemv(
                        CblasRowMajor,
                        CblasNoTrans,
                        out,
                        in,
                        1,
                        weight,
                        in,
                        rows.getPointer((long) row * in),
                        1,
                        1,
                        sums.getPointer((long) row * out),
                        1);
            }
        }
    }
}
