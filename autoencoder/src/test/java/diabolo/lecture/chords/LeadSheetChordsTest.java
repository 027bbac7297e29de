package diabolo.lecture.chords;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.RealMusic;
import diabolo.experiment.DataFolder;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.RunFolder;
import diabolo.experiment.Study;
import diabolo.harmony.ChordModel;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.Material;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadSheetChordsTest {

    @TempDir
    private Path folder;

    @Test
    void heldOutMelodiesGetTheWrittenRootsMoreOftenThanTheTonicAndTheIncludedModelIsLearnedAgain() throws IOException {
        Path data = Objects.requireNonNull(
                RealMusic.folder(LeadSheetChords.DATA_SET).getParent());
        Study study = new Study(
                new DataFolder(List.of(data)), new RunFolder(folder), Effort.QUICK, 1, ExperimentProgress.SILENT);
        LeadSheetChords experiment = new LeadSheetChords(study);
        Report report =
                new Report(experiment.summary().name(), experiment.summary().title());
        Findings findings = new Findings(List.of(), Material.NONE, Effort.QUICK, 1, folder, _ -> {});

        for (Chapter chapter : experiment.chapters()) {
            chapter.write(findings, report);
        }
        report.write(folder);

        Map<String, Double> metrics = report.metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(metrics.get("chords.root")).isGreaterThanOrEqualTo(0.47);
        assertThat(metrics.get("chords.topThree")).isGreaterThanOrEqualTo(0.75);
        assertThat(metrics.get("chords.root"))
                .isGreaterThan(Objects.requireNonNull(metrics.get("tonic.chords.root")))
                .isGreaterThan(Objects.requireNonNull(metrics.get("frequent.chords.root")));
        try (var included = ChordModel.class.getResourceAsStream("lead-sheet-chords.json")) {
            assertThat(Files.readAllBytes(folder.resolve(WrittenChords.MODEL)))
                    .isEqualTo(Objects.requireNonNull(included).readAllBytes());
        }
    }
}
