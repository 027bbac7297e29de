package diabolo.output;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.latent.SmallMelodyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContactSheetTest {

    @TempDir
    private Path folder;

    @Test
    void allPiecesOfAFolderAreShownWithTheirFiles() throws IOException {
        write("tune <b> #1");
        write("later");

        Path page = ContactSheet.write(folder).orElseThrow();

        assertThat(Files.readString(page))
                .contains("<h1>2 pieces</h1>")
                .contains("src=\"tune%20%3Cb%3E%20%231.png\"")
                .contains("src=\"later.wav\"")
                .contains("<b>tune &lt;b&gt; #1</b>")
                .contains("vary by small, seed 7: distance 0.5")
                .contains("20 % known from training (5-note phrases)")
                .doesNotContain("<b> #1");
        assertThat(ContactSheet.write(folder)).contains(page); // its own page is replaced
    }

    private void write(String name) throws IOException {
        Object provenance = Map.of(
                "model", "small",
                "recipe", Map.of("operation", "vary", "seed", 7, "details", Map.of("distance", "0.5")),
                "originality", Map.of("measure", "PHRASES", "similarity", 0.2));
        PieceFiles.in(folder, Synthesizer.playing(new SoundFont.Emergency()))
                .write(name, SmallMelodyModel.tune(1), provenance);
    }

    @Test
    void aFileOfThatNameThatIsNoContactSheetIsLeftAlone() throws IOException {
        write("tune");
        Path own = Files.writeString(folder.resolve(ContactSheet.NAME), "mine\n");

        assertThat(ContactSheet.write(folder)).isEmpty();
        assertThat(own).hasContent("mine\n");
    }

    @Test
    void aFolderWithoutPiecesHasNone() throws IOException {
        Files.writeString(folder.resolve("notes.json"), "{}");

        assertThat(ContactSheet.write(folder)).isEmpty();
    }
}
