package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import diabolo.listening.AnswerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListeningTestVerbTest extends OnTinyModels {

    private Path real = Path.of("");
    private Path made = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void layOutMusic() throws IOException {
        real = Files.createDirectory(folder.resolve("real"));
        made = Files.createDirectory(folder.resolve("made"));
        out = folder.resolve("out");
        for (int number = 0; number < 2; number++) {
            Files.copy(shared.resolve("long.mid"), real.resolve("real%d.mid".formatted(number)));
            Files.copy(shared.resolve("long.mid"), made.resolve("made%d.mid".formatted(number)));
        }
    }

    private Run test(int pairs, Path... moreMade) {
        List<Object> arguments = new ArrayList<>(List.of(real, "--made", made, "--out", out));
        for (Path more : moreMade) {
            arguments.add("--made");
            arguments.add(more);
        }
        return run("listening-test --pairs " + pairs + " --seconds 2 --real", arguments.toArray());
    }

    @Test
    void aTestIsWrittenAndItsAnswersAreScored() throws IOException {
        Run written = test(2);
        assertThat(written.exitCode()).as(written.messages()).isZero();
        assertThat(written.results()).contains("page.html");
        AnswerKey key = AnswerKey.read(out.resolve("key.json"));
        String row = "%s,anna,1,%s,%s\n"
                .formatted(
                        key.test(),
                        key.pairs().getFirst().made().word(),
                        key.pairs().getFirst().made().word());
        Path answers = Files.writeString(folder.resolve("answers.csv"), "test,listener,pair,better,person\n" + row);

        Run scored = run("listening-test score", answers, "--key", out.resolve("key.json"));

        assertThat(scored.exitCode()).as(scored.messages()).isZero();
        assertThat(scored.results())
                .contains("was liked better in 1 of 1 answers, 100 % (95 % confidence: 21 to 100 %)")
                .contains("was taken for a person's in 1 of 1");
        assertThat(run("listening-test score --json", answers, "--key", out.resolve("key.json"))
                        .results())
                .contains("\"share\" : 1.0");
    }

    @Test
    void whatCannotBeTestedIsRefusedInASentence() throws IOException {
        BadInputTest.assertOneSentence(run("listening-test --real", real));
        BadInputTest.assertOneSentence(test(3));
        BadInputTest.assertOneSentence(test(2, Files.createDirectory(folder.resolve("empty"))));
        BadInputTest.assertOneSentence(test(0));
        BadInputTest.assertOneSentence(test(2, folder.resolve("absent")));
        assertThat(out).doesNotExist();
        test(2);
        BadInputTest.assertOneSentence(test(2));
        Path foreign =
                Files.writeString(folder.resolve("answers.csv"), "test,listener,pair,better,person\nx,a,1,left,\n");
        BadInputTest.assertOneSentence(run("listening-test score", foreign, "--key", out.resolve("key.json")));
        BadInputTest.assertOneSentence(run("listening-test score", foreign, "--key", foreign));
        BadInputTest.assertOneSentence(
                run("listening-test score", folder.resolve("none"), "--key", out.resolve("key.json")));
    }
}
