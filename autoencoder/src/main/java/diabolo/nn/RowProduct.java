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
import org.bytedeco.pytorch.global.torch;

/**
 * Products of the rows of a batch with the weight of a layer, without gradients, by OpenBLAS where its sums are libtorch's bit by bit.
 * It packs such a weight in less time than oneDNN, and up to eight rows it multiplies faster still one by one. One thread multiplies few
 * rows, since waking another takes longer than what it would save; many rows are shared out among the cores (ADR 4).
 */
final class RowProduct {

    private static final int FEW = 8;
    private static final int LEAST_ROWS_OF_A_CORE = 48;
    private static final int ONE_BLOCK =
            320; // so many numbers of a row OpenBLAS sums up in one go, as oneDNN does, on all processors
    private static final long SMALL = 1_000_000; // up to so many multiplications OpenBLAS sums up in another order

    private RowProduct() {}

    /**
     * {@code sums += rows * weight^T}.
     *
     * @param sums [batch, out], contiguous
     * @param rows [batch, in], contiguous
     * @param weight [out, in], contiguous
     */
    static void add(Tensor sums, Tensor rows, Tensor weight) {
        Product product = Product.of(sums, rows, weight, 1);
        if (product.batch <= FEW) {
            product.multiplyRowByRow();
        } else if (product.isSummedAsByLibtorch()) {
            inShares(product);
        } else {
            sums.addmm_(rows, weight.t());
        }
    }

    /**
     * {@code sums = rows * weight^T}, bit by bit as libtorch multiplies, also few rows: for trainings.
     *
     * @param sums [batch, out], contiguous
     * @param rows [batch, in], contiguous
     * @param weight [out, in], contiguous
     */
    static void set(Tensor sums, Tensor rows, Tensor weight) {
        Product product = Product.of(sums, rows, weight, 0);
        if (product.batch > FEW && product.isSummedAsByLibtorch()) {
            inShares(product);
        } else {
            torch.mm_out(sums, rows, weight.t());
        }
    }

    private static void inShares(Product product) {
        int batch = product.batch;
        int cores = Math.clamp(batch / LEAST_ROWS_OF_A_CORE, 1, Engine.threads());
        if (cores == 1) {
            product.multiply(0, batch);
        } else {
            IntStream.range(0, cores)
                    .parallel()
                    .forEach(core -> product.multiply(core * batch / cores, (core + 1) * batch / cores));
        }
    }

    /**
     * A product of matrices, row after row in memory: sums [batch, out], rows [batch, in], weight [out, in].
     *
     * @param kept the factor of what the sums are before: 0 or 1
     */
    private record Product(
            FloatPointer sums, FloatPointer rows, FloatPointer weight, int batch, int in, int out, float kept) {

        static Product of(Tensor sums, Tensor rows, Tensor weight, float kept) {
            return new Product(
                    sums.data_ptr_float(),
                    rows.data_ptr_float(),
                    weight.data_ptr_float(),
                    Math.toIntExact(rows.size(0)),
                    Math.toIntExact(weight.size(1)),
                    Math.toIntExact(weight.size(0)),
                    kept);
        }

        /** Also the shares of the cores. */
        boolean isSummedAsByLibtorch() {
            long rowsOfACore = Math.min(batch, LEAST_ROWS_OF_A_CORE);
            return in <= ONE_BLOCK && rowsOfACore * in * out > SMALL;
        }

        /** The rows from one up to but without another. */
        void multiply(int from, int to) {
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
                    kept,
                    sums.getPointer((long) from * out),
                    out);
        }

        void multiplyRowByRow() {
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
