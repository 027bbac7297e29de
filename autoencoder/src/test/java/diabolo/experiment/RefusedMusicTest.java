package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.corpus.FileRefusal;
import diabolo.corpus.Refusal;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedMusicTest {

    private static final RefusedMusic REFUSED = RefusedMusic.of(List.of(
            new Refusal("README.md", FileRefusal.NO_MUSIC, "it is a text"),
            new Refusal("elite.mid", FileRefusal.DAMAGED, "it ends at byte 500"),
            new Refusal("waltz.mid", FileRefusal.OTHER_METER, "it is in 3/4"),
            new Refusal("jig.mid", FileRefusal.OTHER_METER, "it is in 6/8")));

    @TempDir
    private Path folder;

    @Test
    void damagedFilesAreNamedAndOthersCounted() {
        assertThat(REFUSED.sentences())
                .containsExactly("Refused: elite.mid: it ends at byte 500", "Not used: 2 files (2 in another meter).");
    }

    @Test
    void theReportSaysAtItsTopWhatIsDamagedAndAtItsEndAllThatWasNotUsed() throws IOException {
        RunFolder run = new RunFolder(folder);
        REFUSED.keep(run);
        REFUSED.keep(run); // as when an experiment reads its music twice

        Report report = new Report("deephear", "DeepHear");
        RefusedMusic.kept(run).addTo(report);
        report.write(folder);

        String page = Files.readString(folder.resolve("report.html"));
        assertThat(page).contains("elite.mid (it ends at byte 500)", "not used, and why: 3", "jig.mid: it is in 6/8");
        assertThat(page).doesNotContain("README.md");
    }
}
