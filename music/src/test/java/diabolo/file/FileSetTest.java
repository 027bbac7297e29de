package diabolo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSetTest {

    private static final String ABANDONED = ".diabolo-%d-00000000-0000-0000-0000-000000000000.part";

    @TempDir
    private Path folder;

    @Test
    void aFileThatCannotBeWrittenLeavesNoneOfTheSet() throws IOException {
        FileSet set = FileSet.in(folder.resolve("new"))
                .with("a.mid", out -> out.write(1))
                .with("a.json", _ -> {
                    throw new IOException("No space left on device");
                });

        assertThatThrownBy(set::writeNew)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("a.json could not be written", "No space left on device");
        assertThat(names()).isEmpty();
    }

    @Test
    void aSetOfWhichOneFileExistsIsRefusedAsAWhole() throws IOException {
        Files.writeString(folder.resolve("a.json"), "of somebody else");
        FileSet set = FileSet.in(folder).with("a.mid", out -> out.write(1)).with("a.json", out -> out.write(2));

        assertThatThrownBy(set::writeNew).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(names()).containsExactly("a.json");
        assertThat(folder.resolve("a.json")).hasContent("of somebody else");
    }

    @Test
    void aReplacedSetHasNoFileThatTheNewOneLacks() throws IOException {
        FileSet.in(folder)
                .with("a.wav", out -> out.write(1))
                .with("a.mid", out -> out.write(1))
                .writeNew();

        FileSet.in(folder).without("a.wav").with("a.mid", out -> out.write(2)).replace();

        assertThat(names()).containsExactly("a.mid");
        assertThat(Files.readAllBytes(folder.resolve("a.mid"))).containsExactly(2);
    }

    @Test
    void ofThreadsThatWriteOneSetOneSucceedsAndItsFilesBelongTogether()
            throws IOException, InterruptedException, ExecutionException {
        int threads = 8;
        for (int round = 0; round < 20; round++) {
            String name = "piece-" + round;
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int own = i;
                writers.add(() -> isWritten(name, own));
            }
            int written = 0;
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                for (Future<Boolean> writer : pool.invokeAll(writers)) {
                    written += writer.get() ? 1 : 0;
                }
            }

            assertThat(written).isEqualTo(1);
            assertThat(Files.readAllBytes(folder.resolve(name + ".mid")))
                    .isEqualTo(Files.readAllBytes(folder.resolve(name + ".json")));
        }
        assertThat(names()).hasSize(40);
    }

    private boolean isWritten(String name, int content) throws IOException {
        try {
            FileSet.in(folder)
                    .with(name + ".mid", out -> out.write(content))
                    .with(name + ".json", out -> out.write(content))
                    .writeNew();
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    /** Writes sets until it is interrupted, in a separate process of the test below. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            for (int i = 0; ; i++) {
                FileSet set = FileSet.in(Path.of(arguments[0]));
                for (String ending : List.of(".wav", ".mid", ".png", ".json")) {
                    set.with(i + ending, out -> out.write(new byte[10_000]));
                }
                set.writeNew();
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    @Test
    void anInterruptedProcessLeavesWholeSetsAlone() throws IOException, InterruptedException {
        for (int wait = 0; wait < 3; wait++) {
            Path own = folder.resolve("run" + wait);
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            own.toString())
                    .start();
            assertThat(writer.getInputStream().readNBytes(20 + 13 * wait)).isNotEmpty();
            writer.destroy(); // as Ctrl-C: the process may still tidy up
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();

            try (Stream<Path> files = Files.list(own)) {
                List<Path> all = files.toList();
                assertThat(all.size() % 4).isZero();
                assertThat(all).allSatisfy(file -> assertThat(file).hasSize(10_000));
            }
        }
    }

    @Test
    void partsOfProcessesThatAreGoneAreRemovedAndNoOthers() throws IOException {
        long gone = 999_999_999_999L; // more than any system gives
        long alive = ProcessHandle.current().pid();
        Instant now = Instant.now();
        old(ABANDONED.formatted(gone), now);
        old(ABANDONED.formatted(alive), now);
        old(".notes.part", now);
        old(".diabolo-mine.part", now);
        Path fresh = Files.createFile(folder.resolve(ABANDONED.formatted(gone).replace("00.part", "01.part")));

        PartFile.sweep(folder, now);

        assertThat(names())
                .containsExactlyInAnyOrder(
                        ABANDONED.formatted(alive),
                        ".notes.part",
                        ".diabolo-mine.part",
                        String.valueOf(fresh.getFileName()));
    }

    @Test
    void theNextFileWrittenToAFolderRemovesWhatAKilledProcessLeft() throws IOException {
        old(ABANDONED.formatted(999_999_999_999L), Instant.now());

        AtomicFile.writeForced(folder.resolve("weights"), out -> out.write(1));

        assertThat(names()).containsExactly("weights");
    }

    private void old(String name, Instant now) throws IOException {
        Files.setLastModifiedTime(
                Files.createFile(folder.resolve(name)), FileTime.from(now.minus(Duration.ofMinutes(11))));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
