package diabolo.tensor;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * The native libraries of {@link Engine}: unpacks all of them before loading the first, and loads each by its path, after its
 * dependencies.
 *
 * <p>JavaCPP unpacks and loads them one by one, libtorch before its dependency libtorch_cpu. On a first start the linker then
 * searches the system for libtorch_cpu, and another version found there crashes the process. The linker does not search for what
 * is already loaded, not even in {@code LD_LIBRARY_PATH}, and JavaCPP does not load it again.
 */
final class NativeLibraries {

    /** The classes that declare native libraries, each after its dependencies. */
    private static final List<Class<?>> PRESETS =
            List.of(Pointer.class, openblas_nolapack.class, openblas.class, torch.class);

    private static final String DEPENDS_ON_ALL = "torch"; // JavaCPP lists it before torch_cpu

    private NativeLibraries() {}

    static void load() throws IOException {
        List<NativeLibrary> libraries = inOrderOfDependency();
        Path chosen = chosenCache();
        boolean readOnly = !Files.isWritable(chosen) && areWholeIn(chosen, libraries);
        Path cache = readOnly ? chosen : Loader.getCacheDir().toPath();
        if (!areWholeIn(cache, libraries)) {
            unpack(libraries, cache);
        }
        List<String> loaded = new ArrayList<>();
        for (NativeLibrary library : libraries) {
            // From its own cache JavaCPP also links the libraries of one jar into the folder of another, as macOS
            // requires.
            URL source = readOnly ? cache.resolve(library.place()).toUri().toURL() : library.source();
            loadIfPossible(library, source, loaded);
        }
    }

    private static void loadIfPossible(NativeLibrary library, URL source, List<String> loaded) {
        String[] before = loaded.toArray(String[]::new);
        try {
            loaded.add(Loader.loadLibrary(library.preset(), new URL[] {source}, library.name(), before));
        } catch (UnsatisfiedLinkError _) {
            // Not every library fits every system: JavaCPP tries again, and reports required ones.
        }
    }

    private static List<NativeLibrary> inOrderOfDependency() throws IOException {
        Properties platform = Loader.loadProperties();
        List<NativeLibrary> libraries = new ArrayList<>();
        List<NativeLibrary> bindings = new ArrayList<>();
        Set<String> names = new HashSet<>(); // each is searched for once: a search of all jars takes milliseconds
        for (Class<?> preset : PRESETS) {
            ClassProperties properties = Loader.loadProperties(preset, platform, true);
            for (String name : dependencies(properties)) {
                if (names.add(name.substring(name.indexOf('#') + 1))) {
                    NativeLibrary.find(preset, properties, name).ifPresent(libraries::add);
                }
            }
            NativeLibrary.find(preset, properties, properties.getProperty("platform.library"))
                    .ifPresent(bindings::add);
        }
        libraries.addAll(bindings);
        return libraries;
    }

    private static List<String> dependencies(ClassProperties properties) {
        return Stream.of("platform.preload", "platform.link")
                .flatMap(kind -> properties.get(kind).stream())
                .sorted(Comparator.comparing(DEPENDS_ON_ALL::equals))
                .toList();
    }

    /** JavaCPP's first choice, which it skips if it is read-only, even if nothing is missing. */
    private static Path chosenCache() {
        String home = System.getProperty("user.home", "");
        return Path.of(System.getProperty("org.bytedeco.javacpp.cachedir", home + "/.javacpp/cache"))
                .toAbsolutePath();
    }

    private static boolean areWholeIn(Path cache, List<NativeLibrary> libraries) throws IOException {
        for (NativeLibrary library : libraries) {
            if (!library.isWholeIn(cache)) {
                return false;
            }
        }
        return true;
    }

    /** Under JavaCPP's own lock, which every program takes to unpack into this cache. */
    private static void unpack(List<NativeLibrary> libraries, Path cache) throws IOException {
        synchronized (Runtime.getRuntime()) { // as in JavaCPP: the lock is for processes, not for threads
            try (FileChannel file = FileChannel.open(cache.resolve(".lock"), CREATE, WRITE);
                    FileLock _ = file.lock()) {
                Path unpacking = cache.resolve("diabolo.unpacking");
                remove(unpacking); // left by a process that was killed
                try {
                    unpackMissing(libraries, cache, unpacking);
                } finally {
                    remove(unpacking);
                }
            } catch (IOException failure) {
                long megabytes =
                        libraries.stream().mapToLong(NativeLibrary::size).sum() / 1_000_000;
                throw new IOException(
                        "libtorch cannot be unpacked into %s (%s): make it writable, with room for %d MB."
                                .formatted(cache, failure.getMessage(), megabytes),
                        failure);
            }
        }
    }

    /** Files are moved into place atomically, once all are complete; a running process keeps its older file. */
    private static void unpackMissing(List<NativeLibrary> libraries, Path cache, Path unpacking) throws IOException {
        List<NativeLibrary> missing = new ArrayList<>();
        for (NativeLibrary library : libraries) {
            if (!library.isWholeIn(cache)) { // another process may have unpacked it while we waited for the lock
                library.unpackInto(unpacking);
                missing.add(library);
            }
        }
        for (NativeLibrary library : missing) {
            Path place = cache.resolve(library.place());
            Files.createDirectories(place.resolveSibling(""));
            Files.move(unpacking.resolve(library.place()), place, ATOMIC_MOVE);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Loader.deleteDirectory(folder.toFile());
        }
    }
}
