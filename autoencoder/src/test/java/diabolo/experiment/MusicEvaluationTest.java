package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.note.Meter;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicEvaluationTest {

    private final MusicEvaluation fourBars = new MusicEvaluation(OptionalInt.of(4), Meter.FOUR_FOUR, Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void musicBesideItselfIsAsNearAsCanBe() throws IOException {
        List<Path> tunes = List.of(TinyTunes.write(folder.resolve("tunes")));

        Report report = fourBars.of(tunes, tunes, tunes);
        report.write(folder.resolve("report"));

        Map<String, Double> metrics = report.metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(metrics)
                .containsEntry("made.pieces", 6.0)
                .containsEntry("made.tunes", 6.0)
                .containsEntry("real.tunes", 6.0)
                .containsEntry("made.learned.knownShare", 1.0);
        assertThat(metrics.get("made.repeatedNotes")).isEqualTo(metrics.get("real.repeatedNotes"));
        assertThat(metrics.get("made.intervalOverlap")).isGreaterThan(metrics.get("floor.intervalOverlap"));
        assertThat(metrics.get("made.learned.cost")).isEqualTo(metrics.get("real.learned.cost"));
        assertThat(Files.readString(folder.resolve("report/report.html"))).contains("half of the real against half");
    }

    @Test
    void realMusicMustHaveTwoPieces() throws IOException {
        Path tunes = TinyTunes.write(folder.resolve("tunes"));

        assertThatThrownBy(() -> fourBars.of(List.of(tunes), List.of(tunes.resolve("tune-0.mid")), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one half of the real pieces is compared with the other, and there is 1; give two or more");
    }
}
