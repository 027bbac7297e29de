package diabolo.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Starts libtorch once, with the settings under which it is fastest on a few cores, alone or beside other work.
 *
 * <pre>{@code
 * Engine.start();
 * Engine.version(); // "2.10.0"
 * }</pre>
 *
 * <p>Where an AVX-512 processor allows it, matrices are multiplied by oneDNN on the OpenMP threads that libtorch uses for
 * everything else: as fast as OpenBLAS when alone, and several times faster on a loaded machine, where OpenBLAS's own
 * threads spin for the core that their partner needs. Products stay exact float32: that is tried out at the start, and
 * OpenBLAS takes over where it is not so. The figures stand in {@code docs/adr/0004-engine.md}.
 *
 * <p>The first start unpacks 470 MB of libraries into the folder of the system property {@code
 * org.bytedeco.javacpp.cachedir}, by default {@code ~/.javacpp/cache}. Thread-safe.
 */
public final class Engine {

    private static final int TRIED_SIZE = 64;
    private static final float TRIED_VALUE = 1 + 0x1p-12f; // bfloat16, with 8 binary digits, rounds it to 1

    private static final int THREADS = startOnce();

    private Engine() {}

    /** Loads and configures libtorch, if that has not happened yet. */
    public static void start() {
        if (THREADS < 1) {
            throw new IllegalStateException("libtorch started with " + THREADS + " threads");
        }
    }

    /** The threads that one operation may use: the cores that this process has. */
    public static int threads() {
        return THREADS;
    }

    /** The version of libtorch, as it stands in the provenance of a run. */
    public static String version() {
        return "2.10.0";
    }

    private static int startOnce() {
        NativeSettings.apply();
        load();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        torch.set_num_threads(threads);
        multiplyByOneDnn(torch.Float32Precision.BF16);
        if (!multipliesExactly()) {
            multiplyByOneDnn(torch.Float32Precision.NONE);
        }
        return threads;
    }

    private static void load() {
        try {
            NativeLibraries.load();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Loader.load(openblas_nolapack.class);
        openblas_nolapack.blas_set_num_threads(1);
        Loader.load(torch.class);
    }

    /**
     * libtorch sends float32 products to oneDNN only if bfloat16 would be allowed there, and to OpenBLAS otherwise. Allowing
     * it is not taking it: short of AMX, oneDNN multiplies float32 by float32 all the same.
     */
    private static void multiplyByOneDnn(torch.Float32Precision allowed) {
        torch.globalContext().setFloat32Precision(torch.Float32Backend.MKLDNN, torch.Float32Op.MATMUL, allowed);
    }

    private static boolean multipliesExactly() {
        try (PointerScope _ = new PointerScope()) {
            long[] shape = {TRIED_SIZE, TRIED_SIZE};
            Tensor product = torch.mm(torch.full(shape, new Scalar((double) TRIED_VALUE)), torch.ones(shape));
            float expected = TRIED_SIZE * TRIED_VALUE; // exact in float32: a power of two times the value
            return product.min().item_float() == expected && product.max().item_float() == expected;
        }
    }
}
