package diabolo.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: streams, exit code, and UTF-8 whatever the locale. */
final class ProcessTest {

    @TempDir
    private Path folder;

    private record Ended(int exitCode, String results, String messages) {}

    @Test
    void resultsMessagesAndExitCodeLeaveTheProcessApart() throws IOException, InterruptedException {
        Ended run = run("C.UTF-8", "render", "für-elise.mid", "--to", "wav");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.results()).isEmpty();
        assertThat(run.messages()).startsWith("diabolo: für-elise.mid");
    }

    @Test
    @DisabledOnOs(
            value = {OS.WINDOWS, OS.MAC},
            disabledReason = "skipped: file names are Unicode whatever the locale")
    void aLocaleWithoutTheCharactersOfANameIsNamedWithTheWayOut() throws IOException, InterruptedException {
        Ended run = run("C", "render", "für-elise.mid", "--to", "wav");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.messages())
                .hasLineCount(1)
                .contains("has characters that the locale lacks: start with LC_ALL=C.UTF-8, or rename the file.");
    }

    private Ended run(String locale, String... arguments) throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("sun.jnu.encoding").equals("UTF-8"),
                "skipped: the tests' own locale passes no ü; run them with LC_ALL=C.UTF-8");
        File results = folder.resolve("results").toFile();
        File messages = folder.resolve("messages").toFile();
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Diabolo.class.getName()));
        words.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(results)
                .redirectError(messages);
        command.environment().put("LC_ALL", locale);
        Process process = command.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(results.toPath(), UTF_8),
                Files.readString(messages.toPath(), UTF_8));
    }
}
