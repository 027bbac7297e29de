package diabolo.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.experiment.DataFolder;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.Experiments;
import diabolo.experiment.RunFolder;
import diabolo.report.Effort;
import diabolo.training.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LectureTest {

    @TempDir
    private Path folder;

    @Test
    void theLengthOfEveryFullRunIsKnown() {
        assertThat(Lecture.all()).allSatisfy(experiment -> assertThat(Lecture.lengthOf(experiment))
                .doesNotContain("unknown"));
    }

    @Test
    void experimentsComeInTheOrderOfTheSiteAndThoseBeyondTheLectureLast() {
        List<String> ofSite =
                Idea.all().stream().flatMap(idea -> idea.experiments().stream()).toList();
        List<String> names =
                Lecture.all().stream().map(Experiments.Entry::experimentName).toList();

        assertThat(names).startsWith(ofSite.toArray(String[]::new)).doesNotHaveDuplicates();
        assertThat(names.subList(ofSite.size(), names.size()))
                .containsExactly("lead-sheet-chords", "whole-tunes", "faders", "grooves", "four-voices", "ragtime");
        assertThat(ofSite)
                .containsSubsequence("pretraining", "sparse-features", "feature-hierarchy", "pretraining-effect");
        assertThat(Lecture.all().stream().filter(Lecture::isOfLecture)).hasSameSizeAs(ofSite);
    }

    @Test
    void ofARunThatFailsBeforeAnythingIsTrainedNothingIsLeft() throws IOException {
        Path digits = Files.createDirectories(folder.resolve("data/digits-mnist"));
        Files.write(digits.resolve("train-images-idx3-ubyte.gz"), new byte[] {0, 0, 8, 3, 0});
        Path run = folder.resolve("run");
        Experiments.Request request = new Experiments.Request(
                new DataFolder(List.of(folder.resolve("data"))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(run),
                Optional.empty(),
                Effort.QUICK,
                RunFolder.Start.FRESH);

        assertThatThrownBy(() -> Lecture.find("mnist-autoencoder").run(request, ExperimentProgress.SILENT))
                .hasMessageContaining("train-images-idx3-ubyte.gz ends before its last image; move it away")
                .hasMessageContaining("`./diabolo data get digits-mnist --data " + folder.resolve("data") + "`");
        assertThat(run).doesNotExist();
    }

    @Test
    void anUnknownNameGetsTheNearestOnes() {
        assertThatThrownBy(() -> Lecture.find("deepear"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nearest names are deephear");
    }

    @Test
    void aStudyRunsOnceAndIsResumedOnlyWithTheSameSettings() throws IOException {
        Path run = folder.resolve("run");
        Lecture.find("ilsvrc").run(request(run, Optional.empty(), RunFolder.Start.FRESH), ExperimentProgress.SILENT);

        assertThat(Files.readString(run.resolve("report.html"))).contains("Toronto");
        assertThat(Files.readString(run.resolve("experiment.yaml"))).contains("experiment: ilsvrc");
        assertThatThrownBy(() -> Lecture.find("ilsvrc")
                        .run(request(run, Optional.empty(), RunFolder.Start.FRESH), ExperimentProgress.SILENT))
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Lecture.find("ilsvrc")
                        .run(request(run, Optional.of(5L), RunFolder.Start.RESUMED), ExperimentProgress.SILENT))
                .hasMessageContaining("other settings");
        Lecture.find("ilsvrc").run(request(run, Optional.empty(), RunFolder.Start.RESUMED), ExperimentProgress.SILENT);
    }

    @Test
    void aRunThatTrainsNothingSaysThatItBeginsTooButNotWhereItIsRefused() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        ExperimentProgress progress = new ExperimentProgress() {
            @Override
            public void begins() {
                begun.incrementAndGet();
            }

            @Override
            public TrainingMonitor training(String name) {
                return TrainingMonitor.SILENT;
            }

            @Override
            public void message(String sentence) {
                // not asked for
            }
        };
        Experiments.Request request = request(folder.resolve("run"), Optional.empty(), RunFolder.Start.FRESH);

        Lecture.find("ilsvrc").run(request, progress);
        assertThat(begun).hasValue(1);
        assertThatThrownBy(() -> Lecture.find("ilsvrc").run(request, progress)).isInstanceOf(IOException.class);
        assertThat(begun).hasValue(1);
        assertThat(Lecture.lengthOf(Lecture.find("ilsvrc"))).isEqualTo("The full run takes about a second.");
        assertThat(Lecture.lengthOf(Lecture.find("deephear"))).contains("half an hour", "--quick");
    }

    @Test
    void everyIdeaNamesExperimentsAndExercisesThatThereAre() throws IOException {
        List<String> shown = new ArrayList<>();
        for (Idea idea : Idea.all()) {
            for (String name : idea.experiments()) {
                Lecture.find(name);
                shown.add(name);
            }
            for (String exercise : idea.exercises()) {
                assertThat(Path.of("..", "exercises", exercise + ".md")).exists();
            }
            assertThat(idea.question()).as(idea.title()).isNotBlank();
        }
        assertThat(shown).doesNotHaveDuplicates();
    }

    @Test
    void theSiteKeepsWhatIsFinishedAndSaysWhatCannotRun() throws IOException {
        Path site = folder.resolve("site");
        LectureSite lecture = new LectureSite(site, new DataFolder(List.of(folder)));
        int ilsvrc = 12;
        LectureSite.Outcome outcome = lecture.write(List.of(ilsvrc, 13), ExperimentProgress.SILENT);

        assertThat(outcome.refused()).containsOnlyKeys("curse-of-dimension");
        assertThat(outcome.refused().get("curse-of-dimension")).contains("data get");
        assertThat(Files.readString(outcome.page()))
                .contains("href=\"ilsvrc/report.html\"")
                .contains("It could not run");
        FileTime first = Files.getLastModifiedTime(site.resolve("ilsvrc/report.html"));
        lecture.write(List.of(ilsvrc), ExperimentProgress.SILENT);
        assertThat(Files.getLastModifiedTime(site.resolve("ilsvrc/report.html")))
                .isEqualTo(first);
    }

    @Test
    void theIndexShowsEachRunWithItsOwnBaselinesTheSourcesAndTheExercises() throws IOException {
        Path site = folder.resolve("site");
        Path run = Files.createDirectories(site.resolve("sparse-features"));
        Files.writeString(run.resolve("report.json"), """
                {"sources": ["A. Ng, Sparse autoencoder"],
                 "keyFigures": [["figure", "here", "for comparison"],
                                ["features of chorales with an octave in them", "40.0 %", "11.0 %, quick chance"]]}
                """);

        String page = new LecturePage(site, Idea.all(), Map.of()).html();

        assertThat(page)
                .contains("<th>quick run</th><th>compared with</th><th>full run</th><th>compared with</th>")
                .contains("<td>40.0\u00a0%</td><td>11.0\u00a0%, quick chance</td>")
                .contains("<td>7.0\u00a0%</td><td>3.1\u00a0%, pitches by chance</td>")
                .contains("<summary>Sources</summary><ul><li>A. Ng, Sparse autoencoder</li></ul>")
                .contains("<code>exercises/08-sparsity.md</code>"); // tests run in the folder of a module
    }

    @Test
    void everyExperimentOfTheLectureHasTheFiguresOfAFullRun() {
        assertThat(Lecture.all().stream().filter(Lecture::isOfLecture).map(Experiments.Entry::experimentName))
                .filteredOn(name -> LecturePage.class.getResource("full/" + name + ".json") == null)
                .containsExactly("ilsvrc"); // whose full run takes a second
    }

    @Test
    void runsAreComparedBySettingsAndMetrics() throws IOException {
        Path one = run("one", "seed: 1\nnetwork: {units: 5}\n", "{\"metrics\": {\"error\": 0.25, \"windows\": 12}}");
        Path other = run("other", "seed: 2\nnetwork: {units: 5}\n", "{\"metrics\": {\"error\": 0.5}}");
        RunComparison comparison = RunComparison.of(List.of(one, other));

        assertThat(comparison.settings())
                .containsExactly(List.of("setting", one.toString(), other.toString()), List.of("seed", "1", "2"));
        assertThat(comparison.metrics()).contains(List.of("error", "0.2500", "0.5000"), List.of("windows", "12", "–"));
        comparison.write(folder.resolve("compared.html"));
        assertThat(Files.readString(folder.resolve("compared.html"))).contains("0.2500", "Learning curves");
        assertThat(comparison.remarks()).isEmpty();
        assertThatThrownBy(() -> RunComparison.of(List.of(folder.resolve("nothing"), one)))
                .hasMessageContaining("is no run");
    }

    @Test
    void aComparisonSaysWhatIsEqualWhatIsUnfinishedAndWhatHasNoCurve() throws IOException {
        Path one = run("one", "seed: 1\n", "{}"); // finished, as one that measures nothing is
        Path other = run("other", "seed: 1\n", "{}");
        for (Path run : List.of(one, other)) {
            Files.delete(run.resolve("training.csv"));
        }
        Files.delete(other.resolve("report.json"));
        RunComparison comparison = RunComparison.of(List.of(one, other));
        comparison.write(folder.resolve("compared.html"));

        assertThat(comparison.remarks())
                .containsExactly(
                        "The settings of the runs are equal.",
                        other + " has no report: it is a training alone, or not finished.",
                        "None of the runs has a learning curve (training*.csv).");
        assertThat(Files.readString(folder.resolve("compared.html")))
                .contains("has no report")
                .doesNotContain("<h2>Learning curves</h2>", "<h2>Settings that differ</h2>");
    }

    private Path run(String name, String settings, String report) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        Files.writeString(run.resolve("experiment.yaml"), settings);
        Files.writeString(run.resolve("report.json"), report);
        Files.writeString(run.resolve("training.csv"), "phase,epoch,loss,learningRate\n0,1,2.5,0.1\n0,2,1.5,0.1\n");
        return run;
    }

    private static Experiments.Request request(Path out, Optional<Long> seed, RunFolder.Start start) {
        return new Experiments.Request(
                new DataFolder(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                seed,
                Effort.QUICK,
                start);
    }
}
