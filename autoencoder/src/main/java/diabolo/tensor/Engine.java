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
 * Starts libtorch once, with settings that are fast on a few cores, on an idle or a loaded machine.
 *
 * <pre>{@code
 * Engine.start();
 * Engine.version(); // "2.10.0"
 * }</pre>
 *
 * <p>On AVX-512 processors oneDNN multiplies matrices on libtorch's OpenMP threads: as fast as OpenBLAS on an idle machine, and
 * several times faster on a loaded one, where OpenBLAS's threads spin on cores that others need. Products stay exact float32:
 * that is tested at the start, with OpenBLAS as the fallback. Measurements: {@code docs/adr/0004-engine.md}.
 *
 * <p>The first start unpacks 470 MB of libraries into the folder of the system property {@code
 * org.bytedeco.javacpp.cachedir}, by default {@code ~/.javacpp/cache}. Thread-safe.
 */
public final class Engine {

    private static final int TRIED_SIZE = 64;
    private static final float TRIED_VALUE = 1 + 0x1p-12f; // bfloat16, with 8 binary digits, rounds it to 1

    private static final int THREADS = startOnce();

    private Engine() {}

    /** Loads and configures libtorch, unless done before. */
    public static void start() {
        if (THREADS < 1) {
            throw new IllegalStateException("libtorch started with " + THREADS + " threads");
        }
    }

    /** The threads of one operation: the cores of this process. */
    public static int threads() {
        return THREADS;
    }

    /** The version of libtorch, for the provenance of a run. */
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
     * libtorch sends float32 products to oneDNN only if bfloat16 is allowed there, and to OpenBLAS otherwise. Without AMX, oneDNN
     * multiplies in float32 nevertheless.
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
