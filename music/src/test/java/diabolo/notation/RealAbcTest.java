package diabolo.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real tunes, against what a parse in another language gave and a look at the page settled. */
class RealAbcTest {

    @Test
    void everyHymnReadsStrictly() throws IOException {
        for (Path hymn : hymns()) {
            assertThat(AbcReader.read(hymn).parts()).as(hymn.toString()).hasSizeBetween(2, 8);
        }
    }

    static List<Path> hymns() throws IOException {
        var folder = DataFolder.find("hymns-openhymnal");
        assumeTrue(folder.isPresent(), DataFolder.ABSENT);
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(file -> file.toString().endsWith(".abc"))
                    .sorted()
                    .toList();
        }
    }
}
