package diabolo.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of separate processes whose cache of native libraries is empty, as after a clone, damaged or read-only. */
final class FirstStartTest {

    private static final String LIBTORCH = "libtorch_cpu";

    @TempDir
    private static Path whole;

    @TempDir
    private Path empty;

    /** Starts libtorch, and prints the files of its libraries, where the system gives them. */
    static final class Start {
        private Start() {}

        public static void main(String[] arguments) throws IOException {
            Engine.start();
            try (PointerScope _ = new PointerScope()) {
                System.out.println("a sum of " + torch.ones(2, 2).sum().item_float());
            }
            Path mapped = Path.of("/proc/self/maps");
            if (Files.exists(mapped)) {
                Files.readAllLines(mapped).stream()
                        .filter(line -> line.matches(".*/lib(torch|c10|openblas|gomp)[^/]*"))
                        .map(line -> line.substring(line.indexOf('/')))
                        .distinct()
                        .forEach(System.out::println);
            }
        }
    }

    @BeforeAll
    static void fillACache() throws IOException, InterruptedException {
        assertSucceeds(start(whole), whole);
    }

    @RepeatedTest(5)
    void aFirstStartSucceeds() throws IOException, InterruptedException {
        assertSucceeds(start(empty), empty);
    }

    @Test
    void threeFirstStartsAtOnceSucceed() throws IOException, InterruptedException {
        List<Process> starts = List.of(start(empty), start(empty), start(empty));

        for (Process start : starts) {
            assertSucceeds(start, empty);
        }
    }

    @Test
    void anotherLibtorchInTheLibraryPathIsIgnored() throws IOException, InterruptedException {
        Optional<Path> system = libtorchOfTheSystem();
        assumeTrue(
                system.isPresent(), "skipped: the system has no libtorch of its own; Debian's is called libtorch-dev");
        String folder = system.orElseThrow().toString();

        assertSucceeds(start(empty, folder), empty);
        assertSucceeds(start(empty, folder), empty);
    }

    @Test
    void filesOfTheSameNamesInTheLibraryPathAreIgnored() throws IOException, InterruptedException {
        for (String name : List.of("libc10.so", "libtorch.so", "libtorch_cpu.so", "libopenblas.so.0", "libgomp.so.1")) {
            Files.writeString(empty.resolve(name), "not a library");
        }

        assertSucceeds(start(whole, empty.toString()), whole);
    }

    @Test
    void killedUnpackingLeavesNoLibraryAndIsRepeated() throws IOException, InterruptedException {
        Process killed = start(empty);
        while (filesIn(empty, LIBTORCH).isEmpty()) {
            assertThat(killed.isAlive()).isTrue();
            Thread.sleep(1);
        }
        killed.destroyForcibly().waitFor();

        assertThat(filesIn(empty, LIBTORCH)).allMatch(file -> file.startsWith(empty.resolve("diabolo.unpacking")));
        assertSucceeds(start(empty), empty);
        assertThat(empty.resolve("diabolo.unpacking")).doesNotExist();
    }

    @Test
    void aTruncatedLibraryIsReplaced() throws IOException, InterruptedException {
        try (FileChannel library = FileChannel.open(filesIn(whole, "libc10").getFirst(), StandardOpenOption.WRITE)) {
            library.truncate(library.size() / 2);
        }

        assertSucceeds(start(whole), whole);
    }

    @Test
    void aCompleteReadOnlyCacheIsUsed() throws IOException, InterruptedException {
        assertThat(whole.toFile().setWritable(false)).isTrue();
        try {
            assumeFalse(Files.isWritable(whole), "skipped: this user may write to every folder");

            assertSucceeds(start(whole), whole);
        } finally {
            assertThat(whole.toFile().setWritable(true)).isTrue();
        }
    }

    private static Process start(Path cache) throws IOException {
        return prepared(cache).start();
    }

    private static Process start(Path cache, String libraryPath) throws IOException {
        ProcessBuilder start = prepared(cache);
        start.environment().put("LD_LIBRARY_PATH", libraryPath);
        return start.start();
    }

    private static ProcessBuilder prepared(Path cache) {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:ErrorFile=" + cache.resolve("crash"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.bytedeco.javacpp.platform.extension=",
                        "-Dorg.bytedeco.javacpp.cachedir=" + cache,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName())
                .redirectErrorStream(true);
    }

    private static void assertSucceeds(Process start, Path cache) throws IOException, InterruptedException {
        assertThat(start.waitFor(5, TimeUnit.MINUTES)).isTrue();
        List<String> lines =
                new String(start.getInputStream().readAllBytes(), UTF_8).lines().toList();

        assertThat(start.exitValue()).as(() -> String.join("\n", lines)).isZero();
        assertThat(lines).first().isEqualTo("a sum of 4.0");
        String inCache = cache.toRealPath().toString();
        assertThat(lines.stream().skip(1)).allMatch(file -> file.startsWith(inCache));
    }

    private static List<Path> filesIn(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "."))
                    .filter(file -> Files.isRegularFile(file, NOFOLLOW_LINKS))
                    .toList();
        } catch (UncheckedIOException vanished) { // while it was listed
            return List.of();
        }
    }

    /** Where package managers put libraries: Debian in a folder for each kind of processor. */
    private static Optional<Path> libtorchOfTheSystem() throws IOException {
        Path root = Path.of("/usr/lib");
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return Stream.concat(folders, Stream.of(root, Path.of("/usr/lib64"), Path.of("/usr/local/lib")))
                    .filter(folder -> Files.exists(folder.resolve(LIBTORCH + ".so")))
                    .findFirst();
        }
    }
}
