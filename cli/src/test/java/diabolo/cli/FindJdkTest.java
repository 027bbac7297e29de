package diabolo.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that looks for a JDK, among folders that look like one to it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: a script for bash")
final class FindJdkTest {

    private static final Path SCRIPT = Path.of("..", "bin", "find-jdk").toAbsolutePath();

    @TempDir
    private Path folder;

    /** Exit code, and what was printed to either stream. */
    private record Answer(int exitCode, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.3.1", "25.0.4", "25.0.10", "25.0.12", "25.1", "25.2.1"})
    void versionsFrom25_0_3OnAreTaken(String version) throws IOException, InterruptedException {
        Path jdk = jdk(version);

        Answer answer = ask(Map.of("DIABOLO_JAVA_HOME", jdk));

        assertThat(answer).isEqualTo(new Answer(0, jdk + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25-ea", "25.0.0.1", "25.0.1", "25.0.2", "25.0.2.1"})
    void versionsThatCorruptArraysAreRefusedInASentence(String version) throws IOException, InterruptedException {
        Path jdk = jdk(version);

        Answer answer = ask(Map.of("DIABOLO_JAVA_HOME", jdk));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text().lines())
                .containsExactly(
                        "Diabolo needs a JDK 25.0.3 or newer within 25, and DIABOLO_JAVA_HOME, " + jdk + ", is "
                                + version
                                + "; 25.0.0 to 25.0.2 corrupt arrays that native code holds (JDK-8377811): install one"
                                + " (for instance from https://adoptium.net), or set DIABOLO_JAVA_HOME to the folder of yours.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.16", "24.0.2", "26", "26.0.3", "250.0.3"})
    void otherVersionsAreRefused(String version) throws IOException, InterruptedException {
        Answer answer = ask(Map.of("DIABOLO_JAVA_HOME", jdk(version)));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).contains("is " + version + ": install").doesNotContain("JDK-8377811");
    }

    @Test
    void aFolderThatHoldsNoJdkIsRefusedAsOne() throws IOException, InterruptedException {
        Answer answer = ask(Map.of("DIABOLO_JAVA_HOME", folder));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).contains("DIABOLO_JAVA_HOME, " + folder + ", is no JDK: install");
    }

    @Test
    void oneThatIsTooOldIsPassedOverForOneThatIsNot() throws IOException, InterruptedException {
        Path newer = jdk("25.0.4");

        Answer answer = ask(Map.of("JAVA_HOME", jdk("25.0.2"), "JAVA25_HOME", newer));

        assertThat(answer).isEqualTo(new Answer(0, newer + "\n"));
    }

    private Path jdk(String version) throws IOException {
        Path home = folder.resolve("jdk-" + version);
        Path compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.writeString(compiler, "");
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "OS_NAME=\"Any\"\nJAVA_VERSION=\"" + version + "\"\nLIBC=\"any\"\n");
        return home;
    }

    private static Answer ask(Map<String, Path> variables) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder("bash", SCRIPT.toString()).redirectErrorStream(true);
        command.environment().keySet().removeIf(name -> name.contains("JAVA"));
        variables.forEach((name, value) -> command.environment().put(name, value.toString()));
        Process process = command.start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
