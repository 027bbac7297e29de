package diabolo.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: streams, exit code, and UTF-8 whatever the locale. */
final class ProcessTest {

    @TempDir
    private Path folder;

    @Test
    void resultsMessagesAndExitCodeLeaveTheProcessApart() throws IOException, InterruptedException {
        File results = folder.resolve("results").toFile();
        File messages = folder.resolve("messages").toFile();
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Diabolo.class.getName(),
                        "render",
                        "für-elise.mid",
                        "--to",
                        "wav")
                .directory(folder.toFile())
                .redirectOutput(results)
                .redirectError(messages);
        command.environment().put("LC_ALL", "C.UTF-8"); // file names in UTF-8; the streams are so in any case

        Process process = command.start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(results).isEmpty();
        assertThat(Files.readString(messages.toPath(), UTF_8)).startsWith("diabolo: für-elise.mid");
    }
}
