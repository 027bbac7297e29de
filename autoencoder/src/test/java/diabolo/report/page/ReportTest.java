package diabolo.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    @TempDir
    private Path folder;

    @Test
    void programsReadMetricsUnderTheirFlatNames() throws IOException {
        Report report =
                new Report("trial", "A trial").metric("train.wrongCells", 7.5).metric("train.windows", 12);

        assertThat(report.metrics().keySet()).containsExactly("train.wrongCells", "train.windows");
        report.note("pieces", List.of("a", "b")).write(folder);

        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
        assertThat(json.get("experiment").asString()).isEqualTo("trial");
        assertThat(json.get("metrics").get("train.wrongCells").asDouble()).isEqualTo(7.5);
        assertThat(json.get("metrics").propertyNames()).containsExactly("train.wrongCells", "train.windows");
        assertThat(json.get("pieces").size()).isEqualTo(2);
    }

    @Test
    void whatPiecesAreCalledCannotBreakThePage() throws IOException {
        String hostile = "<script>alert(\"1 & 2\")</script>";

        new Report("trial", hostile)
                .section(hostile)
                .text(hostile)
                .table(List.of(List.of(hostile), List.of(hostile)))
                .write(folder);

        String html = Files.readString(folder.resolve("report.html"));
        assertThat(html)
                .doesNotContain("<script>")
                .contains("<h2>&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;</h2>");
    }

    @Test
    void theFirstRowOfATableIsItsHead() throws IOException {
        new Report("trial", "A trial")
                .table(List.of(List.of("name"), List.of("100 %")))
                .write(folder);

        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<table><tr><th>name</th></tr><tr><td>100 %</td></tr></table>");
    }

    @Test
    void keyFiguresStandAboveTheSectionsBesideWhatWasPublished() throws IOException {
        new Report("trial", "A trial")
                .opening("The idea.")
                .keyFigures(List.of(
                        KeyFigure.of("wrong cells", "train.wrongCells", MetricFormat.ONE_DECIMAL)
                                .asReported("10"),
                        KeyFigure.of("unmeasured", "heldOut.wrongCells", MetricFormat.ONE_DECIMAL)))
                .section("Later")
                .metric("train.wrongCells", 7.46)
                .write(folder);

        assertThat(Files.readString(folder.resolve("report.html")))
                .containsSubsequence("<h1>A trial</h1>", "The idea.", "<td>7.5</td><td>10</td>", "<h2>Later</h2>")
                .doesNotContain("unmeasured");
    }
}
