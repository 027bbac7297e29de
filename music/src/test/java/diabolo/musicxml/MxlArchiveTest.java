package diabolo.musicxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.Finding;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed MusicXML, sound and unsound. */
class MxlArchiveTest {

    private static final byte[] SONG = Xml.piece(Xml.note("C4", 2));

    @Test
    void musicIsWhereTheContainerSays() throws MalformedNotationException {
        byte[] archive = Xml.zip("other.xml", "<x/>", "song.xml", SONG, "META-INF/container.xml", Xml.CONTAINER);

        assertThat(SoundingNotes.notes(archive)).containsExactly("0 C4 1");
    }

    @Test
    void firstBytesTellAnArchiveWhateverTheFileIsCalled(@TempDir Path folder) throws IOException {
        byte[] archive = Xml.zip("META-INF/container.xml", Xml.CONTAINER, "song.xml", SONG);
        Path file = Files.write(folder.resolve("song.xml"), archive);

        assertThat(SoundingNotes.notes(MusicXmlReader.read(file))).containsExactly("0 C4 1");
    }

    @Test
    void brokenContainerIsRefusedAndLenientlyTheOnlyMusicIsTaken() throws MalformedNotationException {
        String broken = "<container><rootfiles><rootfile full-path='St. Mary's.xml'/></rootfiles></container>";
        byte[] archive = Xml.zip("META-INF/container.xml", broken, "St. Mary's.xml", SONG);

        Reading reading = MusicXmlReader.readLenient(archive);

        assertThatThrownBy(() -> MusicXmlReader.read(archive))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("META-INF/container.xml");
        assertThat(SoundingNotes.notes(reading.sequence())).containsExactly("0 C4 1");
        assertThat(SoundingNotes.findings(reading, Finding.Kind.REPAIRED)).hasSize(1);
    }

    @Test
    void pathThatClimbsOutOfTheArchiveOpensNothing() {
        String climbing = Xml.CONTAINER.replace("song.xml", "../../../../etc/passwd");
        byte[] archive = Xml.zip("META-INF/container.xml", climbing, "a.xml", SONG, "b.xml", SONG);

        assertThatThrownBy(() -> MusicXmlReader.readLenient(archive)).hasMessageContaining("is not in the archive");
    }

    @Test
    void zipBombIsRefused() {
        byte[] archive = Xml.zip("META-INF/container.xml", Xml.CONTAINER, "song.xml", new byte[100 << 20]);

        assertThatThrownBy(() -> MusicXmlReader.readLenient(archive))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("200 times its size");
    }

    @Test
    void archiveOfThousandsOfEntriesIsRefused() {
        Object[] entries = new Object[2 * 1_001];
        Arrays.setAll(entries, i -> i % 2 == 0 ? i + ".xml" : "");

        assertThatThrownBy(() -> MusicXmlReader.readLenient(Xml.zip(entries))).hasMessageContaining("1000 entries");
    }

    @Test
    void archiveWithoutContainerAndDamagedArchiveAreRefused() {
        byte[] sound = Xml.zip("META-INF/container.xml", Xml.CONTAINER, "song.xml", SONG);

        assertThatThrownBy(() -> MusicXmlReader.read(Xml.zip("song.xml", SONG)))
                .hasMessageContaining("no entry META-INF/container.xml");
        assertThatThrownBy(() -> MusicXmlReader.read(Arrays.copyOf(sound, sound.length / 3)))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("ZIP archive is damaged");
    }
}
