package diabolo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTableTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "diabolo");

    @Test
    void everyMetricNamesChaptersThatExist() throws IOException {
        for (MetricsTable.Row row : MetricsTable.read().rows()) {
            assertThat(row.chapters()).as(row.name()).isNotEmpty().allMatch(MetricsTableTest::isChapter);
        }
    }

    private static boolean isChapter(String name) {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            return sources.filter(file -> file.endsWith(name + ".java"))
                    .map(file -> String.valueOf(SOURCES.relativize(file)))
                    .anyMatch(file -> file.matches("(report|experiment|lecture).*"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyNameStandsInTheTableOnce() throws IOException {
        assertThat(MetricsTable.read().rows())
                .extracting(row -> row.name() + " of " + row.chapters())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(60);
    }

    @Test
    void namesWithoutALineAreFound() throws IOException {
        assertThat(MetricsTable.undocumented(Map.of("flat.onset.f1", 1.0, "onset.f1", 1.0, "sharp.onset.f1", 1.0)))
                .containsExactly("sharp.onset.f1");
    }
}
