package diabolo.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.picture.Axis;
import diabolo.picture.CurvePicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
                .table(List.of(List.of("name"), List.of("all")))
                .write(folder);

        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<table><tr><th>name</th></tr><tr><td>all</td></tr></table>");
    }

    @Test
    void aPerCentSignStaysOnTheLineOfItsNumber() throws IOException {
        new Report("trial", "A trial")
                .quickRemark("Of 5 % of the music.")
                .text("Between 21 and 100 %, and % alone.")
                .table(List.of(List.of("share"), List.of("43.1 %, as many components")))
                .settingsFile("settings.yaml", "share: 5 % # as it is")
                .write(folder);

        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Of 5\u00a0% of the music.")
                .contains("Between 21 and 100\u00a0%, and % alone.")
                .contains("<td>43.1\u00a0%, as many components</td>")
                .contains("share: 5 % # as it is");
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

    @Test
    void everyReportHasTheSameOrder() throws IOException {
        new Report("trial", "A trial")
                .setting("seed", "1")
                .settingsFile("experiment.yaml", "epochs: 3")
                .section("Reconstruction")
                .metric("test.mse", 0.00312)
                .keyFigures(List.of(KeyFigure.of("error", "test.mse", MetricFormat.THREE_DIGITS)))
                .introduction(new Introduction(
                        List.of("The idea.", "More of it."),
                        List.of("Look at the edges."),
                        List.of(new Correction("600 ragtimes", "About 600 measures.")),
                        List.of(new NextStep("Some pieces", "diabolo generate --count 3")),
                        List.of("A paper")))
                .quickRemark("Quick run: few epochs.")
                .write(folder);

        assertThat(Files.readString(folder.resolve("report.html")))
                .containsSubsequence(
                        "Quick run: few epochs.",
                        "The idea. More of it.",
                        "What to look for",
                        "Look at the edges.",
                        "Key figures",
                        "<td>0.00312</td>",
                        "<h2>Reconstruction</h2>",
                        "600 ragtimes",
                        "What to try next",
                        "<pre>diabolo generate --count 3</pre>",
                        "Sources",
                        "<h2>Settings</h2>",
                        "epochs: 3");
    }

    @Test
    void tablesStandBehindPicturesAndFold() throws IOException {
        List<List<String>> longTable = Report.tableOf("epoch | loss");
        for (int epoch = 1; epoch <= 5; epoch++) {
            longTable.add(List.of("" + epoch, "0." + epoch));
        }

        new Report("trial", "A trial")
                .section("Losses")
                .table(longTable)
                .table("What is small", List.of(List.of("a"), List.of("b")))
                .pictures(new CurvePicture("Loss curve", "", "", Axis.LINEAR, List.of()))
                .write(folder);

        assertThat(Files.readString(folder.resolve("report.html")))
                .containsSubsequence(
                        "Loss curve",
                        "<details><summary>Table of 5 rows: epoch, loss</summary>",
                        "</details>",
                        "<details><summary>What is small</summary>",
                        "<table><tr><th>a</th>");
    }

    @Test
    void aKeyFigureStandsBesideItsBaseline() {
        List<KeyFigure> figures = List.of(
                KeyFigure.of("wrong cells", "wrongCells", MetricFormat.ONE_DECIMAL)
                        .against("silence", "silent.wrongCells"),
                KeyFigure.of("accuracy", "accuracy", MetricFormat.SHARE).againstKnown("10 %, guessing"));

        assertThat(KeyFigure.table(figures, Map.of("wrongCells", 7.5, "silent.wrongCells", 250.0, "accuracy", 0.9)))
                .containsExactly(
                        List.of("figure", "here", "for comparison"),
                        List.of("wrong cells", "7.5", "250.0, silence"),
                        List.of("accuracy", "90.0 %", "10 %, guessing"));
    }

    @Test
    void aPageHoldsEverySoundOnceHoweverManyPiecesPlayIt() throws IOException {
        List<Note> notes = IntStream.range(0, 64)
                .mapToObj(i -> new Note(Pitch.of(60 + i % 12), Velocity.of(90), Beat.of(i), Beat.of(1)))
                .toList();
        NoteSequence piece = NoteSequence.of(
                "scale", new Tempo(120), Meter.FOUR_FOUR, List.of(new Part("melody", Instrument.PIANO, notes)));
        Report report = new Report("trial", "A trial");
        for (int i = 0; i < 24; i++) {
            report.piece("piece " + i, piece);
        }

        report.write(folder);

        Path page = folder.resolve("report.html");
        assertThat(Files.size(page)).isLessThan(2_000_000);
        assertThat(Files.readString(page)).containsOnlyOnce("id=\"sounds\"").contains("class=\"play\"");
    }
}
