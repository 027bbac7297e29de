package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {

    private final StringWriter results = new StringWriter();
    private final StringWriter messages = new StringWriter();

    @Test
    void helpGoesToTheResultsAndListsTheVerbs() {
        assertThat(run("--help")).isEqualTo(0);

        assertThat(results.toString()).contains("generate", "inspect", "Exit codes");
        assertThat(messages.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate",
                "harmonize",
                "reconstruct",
                "interpolate",
                "average",
                "translate",
                "vary",
                "walk",
                "path",
                "refine",
                "constrain",
                "continue",
                "attribute",
                "attribute learn",
                "attribute list",
                "attribute apply",
                "encode",
                "decode",
                "inspect",
                "corpus",
                "corpus build",
                "corpus show",
                "train",
                "experiment",
                "experiment list",
                "experiment run",
                "data",
                "data list",
                "data get",
                "data check",
                "render",
                "model",
                "model import",
                "model list",
                "model show",
                "replay"
            })
    void theHelpOfEveryVerbFitsAnOldTerminal(String verb) {
        assertThat(run((verb + " --help").split(" "))).isEqualTo(0);

        assertThat(results.toString()).startsWith("Usage: diabolo " + verb);
        assertThat(results.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void versionNamesDiaboloAndJava() {
        assertThat(run("--version")).isEqualTo(0);

        assertThat(results.toString()).startsWith("Diabolo ").contains("Java 25");
    }

    @Test
    void whatLooksLikeTheVersionBehindAVerbIsTheVerbs() {
        assertThat(run("inspect", "--", "-V")).isEqualTo(1); // a file of that name
        assertThat(run("generate", "--bars", "-V")).isEqualTo(2);
        assertThat(results.toString()).startsWith("-V: no music, refused").doesNotContain("Java 25");
    }

    @Test
    void withoutAVerbTheHelpIsShownAmongTheMessages() {
        assertThat(run()).isEqualTo(2);

        assertThat(messages.toString()).contains("Usage: diabolo", "No verb is given");
        assertThat(results.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generate --seed x | --seed takes a whole number, was 'x'; write one such as 1.",
                "generate --count 99999999999 | diabolo: '99999999999' is out of range for --count; write a number such as 1.",
                "constrain --density much | --density takes a number, was 'much'; write one such as 0.5.",
                "interpolate a.mid --count 3 | 2 of FILE are needed before '--count'; name them all.",
                "interpolate a.mid b.mid --linear --data | choose one of --linear, --data, and leave the others out.",
                "generate --model ../models/melody-2bar --threshold 0.3 | --threshold is for models of piano rolls, and melody-2bar decodes tokens of melody",
            })
    void aWrongValueIsToldInOurWords(String given, String sentence) {
        assertThat(run(given.split(" "))).isEqualTo(2);

        assertThat(messages.toString()).hasLineCount(1).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generate --count 0 | --count must be between 1 and 100000, was 0; choose one in that range.",
                "generate --model ../models/ragtime-deephear --temperature -1 | --temperature must be between 0 and 10, was -1; choose one in that range.",
                "generate --model ../models/ragtime-deephear --threshold 2 | --threshold must be above 0 and below 1, was 2; choose one in between.",
                "harmonize a.mid --starts 0 | --starts must be between 1 and 64, was 0; choose one in that range.",
                "corpus build x --out y --stride 0 | --stride must be between 1 and 4096, was 0; choose one in that range.",
                "corpus build x --out y --representation melody --bars 9999 | --bars must be between 1 and",
                "train x --epochs -1 | --epochs must be between 0 and 1000000, was -1; choose one in that range.",
            })
    void anOptionOutOfItsRangeIsWrongUsageWhoeverFindsIt(String given, String sentence) {
        assertThat(run(given.split(" "))).isEqualTo(2);

        assertThat(messages.toString()).hasLineCount(1).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "genrate, 'genrate' is not a verb here: did you mean generate?",
                "--versoin, '--versoin' is not an option here: did you mean --version?",
                "xyz, 'xyz' is not a verb here.",
            })
    void anUnknownWordGetsOneSentenceWithTheNearestName(String given, String sentence) {
        assertThat(run(given)).isEqualTo(2);

        assertThat(messages.toString()).hasLineCount(1).contains(sentence).contains("`diabolo --help`");
    }

    @Test
    void anUnknownOptionOfAVerbPointsToTheHelpOfThatVerb() {
        assertThat(run("generate", "--cuont", "3")).isEqualTo(2);

        assertThat(messages.toString())
                .hasLineCount(1)
                .contains("did you mean --count")
                .contains("`diabolo generate --help`");
    }

    @Test
    void anOptionThatIsNoNumberNamesTheOption() {
        assertThat(run("generate", "--count", "many")).isEqualTo(2);

        assertThat(messages.toString()).hasLineCount(1).contains("--count", "'many'");
    }

    @Test
    void aFileThatIsMissingIsRefusedInASentence(@TempDir Path folder) {
        Path missing = folder.resolve("missing.mid");

        assertThat(run("inspect", missing.toString())).isEqualTo(1);

        assertThat(results + messages.toString()).contains("missing.mid").doesNotContain("Exception", "\tat ");
    }

    private int run(String... arguments) {
        return Diabolo.run(new PrintWriter(results), new PrintWriter(messages), arguments);
    }
}
