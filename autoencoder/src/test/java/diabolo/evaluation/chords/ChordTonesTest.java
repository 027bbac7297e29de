package diabolo.evaluation.chords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.RealMusic;
import diabolo.abc.AbcReader;
import diabolo.file.FolderFiles;
import diabolo.musicxml.MusicXmlReader;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChordTonesTest {

    @TempDir
    private Path folder;

    @Test
    void tonesAreCountedOnBeatsAndOfAll() throws IOException {
        ChordTones tones = ChordTones.of(List.of(tune("M:4/4\nL:1/8\nK:C\n\"C\"CDEF G2A2|\"G7\"F2E2 \"Am\"C4|")));

        assertThat(tones.pieces()).isEqualTo(1);
        assertThat(tones.onBeat()).isEqualTo(5.0 / 7, within(1e-12)); // C E G, A not; F, E not, C
        assertThat(tones.all()).isEqualTo(5.0 / 9, within(1e-12)); // D and F are none either
    }

    @Test
    void beatsOfSixEightAreDotted() throws IOException {
        ChordTones tones = ChordTones.of(List.of(tune("M:6/8\nL:1/8\nK:C\n\"C\"CDE FGE|")));

        assertThat(tones.onBeat()).isEqualTo(1.0 / 2);
    }

    @Test
    void notesWithoutAChordAreNotCounted() throws IOException {
        assertThat(ChordTones.of(List.of(tune("M:4/4\nL:1/4\nK:C\nCDEF|\n"))).pieces())
                .isZero();
    }

    /** As written chords of eight qualities give in the experiment on chords: about seven in ten. */
    @Test
    void mostNotesOfSongsOnBeatsAreChordTones() throws IOException {
        List<NoteSequence> songs = new ArrayList<>();
        for (Path file :
                FolderFiles.in(RealMusic.folder("leadsheets-openewld")).files().values()) {
            if (file.toString().endsWith(".mxl") && songs.size() < 30) {
                songs.add(MusicXmlReader.readLenient(file).sequence());
            }
        }

        ChordTones tones = ChordTones.of(songs);

        assertThat(tones.onBeat()).isBetween(0.6, 0.85);
        assertThat(tones.all()).isBetween(0.5, tones.onBeat());
    }

    private NoteSequence tune(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("tune.abc"), "X:1\nT:Tune\n" + body + "\n");
        return AbcReader.readLenient(file).sequence();
    }
}
