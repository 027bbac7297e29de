package diabolo.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFontTest {

    @Test
    void theFirstFolderWithASoundFontWinsAndItsDefaultComesFirst(@TempDir Path root) throws IOException {
        Path empty = Files.createDirectory(root.resolve("empty"));
        Path full = Files.createDirectory(root.resolve("full"));
        Files.createFile(full.resolve("a.sf2"));
        Files.createFile(full.resolve("default-GM.SF2"));
        Files.createFile(full.resolve("default.sf3"));
        Path later = Files.createDirectory(root.resolve("later"));
        Files.createFile(later.resolve("default.sf2"));

        assertThat(SoundFont.findIn(List.of(root.resolve("absent"), empty, full, later)))
                .contains(full.resolve("default-GM.SF2"));
    }

    @Test
    void whereThereIsNoneNoneIsFound(@TempDir Path root) {
        assertThat(SoundFont.findIn(List.of(root))).isEmpty();
    }

    @Test
    void theEmergencyBankIsComputedOnceAndThenKept(@TempDir Path root) throws IOException {
        Path file = root.resolve("cache").resolve("bank.sf2");

        byte[] computed = EmergencyBankFile.bytes(file, () -> new byte[] {1, 2, 3});
        byte[] kept = EmergencyBankFile.bytes(file, () -> {
            throw new IOException("computed again");
        });

        assertThat(kept).isEqualTo(computed).containsExactly(1, 2, 3);
    }

    @Test
    void aCacheFolderThatCannotBeWrittenDoesNotSilenceTheMusic(@TempDir Path root) throws IOException {
        Path file = Files.createFile(root.resolve("no-folder")).resolve("bank.sf2");

        assertThat(EmergencyBankFile.bytes(file, () -> new byte[] {1})).containsExactly(1);
    }
}
