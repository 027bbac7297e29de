package diabolo.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that was started without the flag that opens the JDK's synthesizer gets a sentence. */
final class SoundWithoutFlagTest {

    private static final String FLAG = "--add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED";

    /** The program. */
    public static void main(String[] arguments) throws IOException {
        try {
            Synthesizer.playing(new SoundFont.Emergency()).render(Pieces.oneNote(60, 1));
            System.out.print("it sounds");
        } catch (AudioException refused) {
            System.out.print(refused.getMessage());
        }
    }

    private static String outputOf(String... flags) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(flags));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), SoundWithoutFlagTest.class.getName()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void theSentenceNamesTheFlag() throws IOException, InterruptedException {
        assertThat(outputOf())
                .isEqualTo(
                        "Sound needs the JDK's synthesizer, which Java does not open to a program without a flag; start it with java "
                                + FLAG);
    }

    @Test
    void withTheFlagOfTheSentenceItSounds() throws IOException, InterruptedException {
        assertThat(outputOf(FLAG)).isEqualTo("it sounds");
    }
}
