package diabolo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short run of the fuzzer; {@code make fuzz SECONDS=120 SEED=1} is a long one, with more files to begin with and what it finds under
 * {@code target/fuzz}.
 */
final class FuzzTest {

    private static final int SHORT_RUN = 320;

    @TempDir
    private Path folder;

    @Test
    void everyChangedFileIsReadOrRefusedInASentence() throws IOException, InterruptedException {
        int seconds = Integer.getInteger("fuzz.seconds", 0);
        boolean isShort = seconds == 0;
        List<Path> found =
                new ArrayList<>(List.of(Path.of("../music/src/test/resources"), Path.of("src/test/resources")));
        if (!isShort) {
            found.addAll(besideTheProject());
        }
        try (FuzzSeeds seeds = new FuzzSeeds(folder, found)) {
            Fuzzer fuzzer = new Fuzzer(
                    seeds,
                    Long.getLong("fuzz.seed", 1),
                    isShort ? folder : Path.of("../target/fuzz"),
                    Duration.ofSeconds(isShort ? 60 : 5)); // a machine with other work is slow

            assertThat(fuzzer.run(isShort ? SHORT_RUN : Integer.MAX_VALUE, Duration.ofSeconds(isShort ? 60 : seconds)))
                    .isEmpty();
        }
    }

    private static List<Path> besideTheProject() {
        String given = System.getenv("DIABOLO_DATA");
        Path data = given == null ? Path.of("../../shared/data") : Path.of(given);
        return List.of(data, data.resolveSibling("cases"));
    }
}
