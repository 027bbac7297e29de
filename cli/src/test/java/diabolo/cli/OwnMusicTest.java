package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.cli.CommandRun.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/own-music.md, in their order, on small tunes and with one epoch of training. */
final class OwnMusicTest {

    private static final Path PAGE = Path.of("..", "docs", "own-music.md");
    private static final String HOME = "diabolo.home";
    private static final String COMMAND = "    ./diabolo ";

    @TempDir
    private Path folder;

    @Test
    void thePageCanBeFollowed() throws IOException {
        for (String of : List.of("my-tunes", "other-tunes")) {
            Path tunes = Files.createDirectory(folder.resolve(of));
            for (int i = 0; i < 6; i++) {
                Files.writeString(tunes.resolve("tune" + i + ".abc"), tune(new Random(i)));
            }
        }
        List<String> verbs = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith(COMMAND)) {
                String command = line.substring(COMMAND.length());
                verbs.add(command.substring(0, command.indexOf(' ')));
                Run run = run(command + (command.startsWith("train ") ? " --epochs 1" : ""));
                assertThat(run.exitCode()).as(command + ": " + run.messages()).isZero();
                if (command.startsWith("train ")) {
                    assertThat(run.messages())
                            .contains(
                                    "pieces: ", "Training starts from melody-2bar, because ", "At most ", "onset F1 ");
                }
            }
        }

        assertThat(verbs).containsExactly("inspect", "train", "generate", "model", "evaluate");
        assertThat(folder.resolve("pieces/mine/contact-sheet.html")).exists();
        assertThat(folder.resolve("evaluation/report.html")).exists();
    }

    /** Eight bars in G major. */
    private static String tune(Random random) {
        StringBuilder abc = new StringBuilder("X:1\nM:4/4\nL:1/8\nK:G\n");
        for (int bar = 0; bar < 8; bar++) {
            for (int note = 0; note < 8; note++) {
                abc.append("GABcdefg".charAt(random.nextInt(8)));
            }
            abc.append('|');
        }
        return abc.append('\n').toString();
    }

    /** The included models are those of the project. */
    @BeforeAll
    static void nameTheHome() {
        System.setProperty(HOME, "..");
    }

    @AfterAll
    static void forgetTheHome() {
        System.clearProperty(HOME);
    }

    /** With its files in the folder of the test. */
    private Run run(String command) {
        List<String> words = new ArrayList<>();
        for (String word : List.of(command.split(" ", -1))) {
            boolean isFile = word.contains("-tunes") || word.contains("/") || word.equals("evaluation");
            words.add(isFile ? folder.resolve(word).toString() : word);
        }
        return CommandRun.of(words.toArray());
    }
}
