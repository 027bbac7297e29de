package diabolo.tensor;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * Starts libtorch once, with the settings under which it is fastest on a few cores.
 *
 * <pre>{@code
 * Engine.start();
 * Engine.version(); // "2.10.0"
 * }</pre>
 *
 * <p>Two settings matter, and neither changes a result. glibc gives large blocks back to the kernel and takes them again
 * at every update unless told to keep them; and the threads of OpenBLAS and of OpenMP spin against each other unless one
 * of the two is alone. Thread-safe.
 */
public final class Engine {

    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_THRESHOLD = -3;
    private static final int KEPT_BYTES = 1 << 30;
    private static final int TOP_PAD_BYTES = 64 << 20;

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
        keepFreedMemory();
        try (FileChannel alone = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = alone.lock()) {
            load();
        } catch (IOException locked) { // a cache that cannot be written to has nothing to unpack
            load();
        }
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        torch.set_num_threads(threads);
        return threads;
    }

    /**
     * JavaCPP unpacks on first use, in place: another process that starts meanwhile would map half a library and die of it. So
     * they take turns.
     */
    private static Path lockFile() throws IOException {
        return Loader.getCacheDir().toPath().resolve("diabolo.lock");
    }

    private static void load() {
        Loader.load(openblas_nolapack.class);
        openblas_nolapack.blas_set_num_threads(1);
        Loader.load(torch.class);
    }

    /** Where the C library is not glibc there is no {@code mallopt}, and nothing to mend. */
    @SuppressWarnings("restricted")
    private static void keepFreedMemory() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("mallopt").ifPresent(address -> {
            MethodHandle mallopt = linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
            set(mallopt, M_MMAP_THRESHOLD, KEPT_BYTES);
            set(mallopt, M_TRIM_THRESHOLD, KEPT_BYTES);
            set(mallopt, M_TOP_PAD, TOP_PAD_BYTES);
        });
    }

    private static void set(MethodHandle mallopt, int parameter, int value) {
        try {
            int _ = (int) mallopt.invokeExact(parameter, value); // refused: slower, not wrong
        } catch (Throwable failure) {
            throw new IllegalStateException("mallopt refused parameter " + parameter, failure);
        }
    }
}
