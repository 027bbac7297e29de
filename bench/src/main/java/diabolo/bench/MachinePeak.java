package diabolo.bench;

import diabolo.tensor.Engine;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What one thread of this machine can do at most: one large float32 product by oneDNN and by OpenBLAS, and a copy of 256 MB, each in
 * processor time, the best of some. Prints a line of JSON.
 */
public final class MachinePeak {

    private static final long SIDE = 2048;
    private static final int TRIES = 8;
    private static final long COPIED = 256 << 20;

    private MachinePeak() {}

    public static void main(String[] arguments) {
        Engine.start();
        try (PointerScope _ = new PointerScope()) {
            Tensor left = torch.rand(SIDE, SIDE);
            Tensor right = torch.rand(SIDE, SIDE);
            Tensor product = torch.empty(SIDE, SIDE);
            double operations = 2.0 * SIDE * SIDE * SIDE;
            double oneDnn = operations / least(() -> torch.mm_out(product, left, right));
            torch.globalContext()
                    .setFloat32Precision(
                            torch.Float32Backend.MKLDNN, torch.Float32Op.MATMUL, torch.Float32Precision.NONE);
            double openBlas = operations / least(() -> torch.mm_out(product, left, right));
            Tensor from = torch.rand(COPIED / 4);
            Tensor to = torch.empty(COPIED / 4);
            double copy = COPIED / least(() -> to.copy_(from));
            System.out.printf(
                    Locale.ROOT,
                    "{\"oneDnnGigaflops\": %.1f, \"openBlasGigaflops\": %.1f, \"copyGigabytes\": %.2f}%n",
                    oneDnn,
                    openBlas,
                    copy);
        }
    }

    /** Nanoseconds of processor time. */
    private static double least(Runnable work) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TRIES; i++) {
            long begun = threadNanos();
            work.run();
            least = Math.min(least, (double) (threadNanos() - begun));
        }
        return least;
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
