package diabolo.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that starts Java: here a copy, with a JDK that prints its locale and its last argument. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: a script for bash")
final class LauncherTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"C, C.UTF-8", "POSIX, C.UTF-8", "'', C.UTF-8", "de_DE.UTF-8, de_DE.UTF-8", "C.UTF-8, C.UTF-8"})
    void fileNamesMayHaveAnyCharacterInTheLocaleOfC(String locale, String ofJava)
            throws IOException, InterruptedException {
        assertThat(start(locale)).isEqualTo(ofJava + " rag.mid\n");
    }

    @Test
    void aLocaleOfCharactersAloneIsKept() throws IOException, InterruptedException {
        assertThat(start("de_DE.ISO-8859-1")).isEqualTo("de_DE.ISO-8859-1 rag.mid\n");
    }

    private String start(String locale) throws IOException, InterruptedException {
        Path script = Files.copy(Path.of("..", "diabolo"), folder.resolve("diabolo"));
        Path jdk = folder.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "of a test");
        script(jdk.resolve("bin/java"), "case \"$*\" in *recording*) ;; *) echo \"$LC_ALL ${@: -1}\" ;; esac");
        script(Files.createDirectory(folder.resolve("bin")).resolve("find-jdk"), "echo " + jdk);
        Files.createFile(Files.createDirectories(folder.resolve("target/app")).resolve("built"));

        ProcessBuilder command = new ProcessBuilder("bash", script.toString(), "inspect", "rag.mid");
        command.environment().keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
        command.environment().put("LC_ALL", locale);
        Process process = command.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + command + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
