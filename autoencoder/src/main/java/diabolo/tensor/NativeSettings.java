package diabolo.tensor;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * Settings that native libraries read once, on loading. Variables that the user has set are kept. Without the functions of the C
 * library nothing is set: slower, not wrong.
 */
final class NativeSettings {

    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_THRESHOLD = -3;
    private static final int KEPT_BYTES = 1 << 30;
    private static final int TOP_PAD_BYTES = 64 << 20;

    private NativeSettings() {}

    static void apply() {
        keepFreedMemory();
        sleepWhileWaiting();
        keepFloatsExact();
    }

    /** glibc would return the large blocks of an update to the kernel and fault them in again at the next. */
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

    /**
     * A spinning thread takes the core from the one it waits for, as soon as the machine has other work. A few hundredths of a
     * millisecond are spun nevertheless: between small operations that is shorter than going to sleep.
     */
    private static void sleepWhileWaiting() {
        setEnvironment("OMP_WAIT_POLICY", "PASSIVE");
        setEnvironment("GOMP_SPINCOUNT", "2000");
    }

    /** With AMX, oneDNN would round the factors of a product to bfloat16: see {@link Engine}. */
    private static void keepFloatsExact() {
        setEnvironment("ONEDNN_MAX_CPU_ISA", "AVX512_CORE_BF16");
    }

    private static void set(MethodHandle mallopt, int parameter, int value) {
        try {
            int _ = (int) mallopt.invokeExact(parameter, value); // refused: slower, not wrong
        } catch (Throwable failure) {
            throw new IllegalStateException("mallopt refused parameter " + parameter, failure);
        }
    }

    @SuppressWarnings("restricted")
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("setenv").ifPresent(address -> {
            MethodHandle setenv =
                    linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
            try (Arena arena = Arena.ofConfined()) {
                int keep = 0; // what the user has set
                int _ = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), keep);
            } catch (Throwable failure) {
                throw new IllegalStateException("setenv refused " + name, failure);
            }
        });
    }
}
