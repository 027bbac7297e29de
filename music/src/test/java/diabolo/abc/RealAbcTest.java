package diabolo.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import diabolo.note.Beat;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real tunes, against what a parse in another language gave and a look at the page settled. */
class RealAbcTest {

    @Test
    void everyHymnReadsStrictly() throws IOException {
        for (Path hymn : hymns()) {
            assertThat(AbcReader.read(hymn).parts()).as(hymn.toString()).hasSizeBetween(2, 8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "All_Creatures_Of_Our_God_And_King-Lasst_Uns_Erfreuen | 67 4534, 65 4101, 63 3592, 78 3921 | 96",
                "Holy_Spirit_Ever_Dwelling-Ebenezer-Ton_Y_Botel | 95 6485, 62 3939, 71 4109, 63 3125 | 128",
                "Faith_Of_Our_Fathers-St_Catherine | 54 3657, 50 3120, 51 2961, 49 2462 | 72",
                "Hark_The_Herald_Angels_Sing-Mendelssohn | 76 5197, 73 4648, 70 4139, 72 3710 | 80",
                "Joy_To_The_World-Antioch | 57 3889, 57 3654, 40 2334, 40 1976 | 38",
                "By_Grace_Im_Saved-O_Dass_Ich_Tansend_Zungen | 50 3454, 54 3478, 50 2936, 50 2439 | 63",
            })
    void hymnsHaveTheNotesOfAnotherParser(String name, String notesAndPitchSums, int quarters) throws IOException {
        hymns();
        NoteSequence hymn =
                AbcReader.read(DataFolder.find("hymns-openhymnal").orElseThrow().resolve(name + ".abc"));

        assertThat(hymn.parts().stream().map(part -> "%d %d"
                        .formatted(
                                part.notes().size(),
                                part.notes().stream()
                                        .mapToInt(note -> note.pitch().midi())
                                        .sum())))
                .containsExactly(notesAndPitchSums.split(", "));
        assertThat(hymn.length()).isEqualTo(Beat.of(quarters));
    }

    static List<Path> hymns() throws IOException {
        var folder = DataFolder.find("hymns-openhymnal");
        assumeTrue(folder.isPresent(), DataFolder.ABSENT);
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(file -> file.toString().endsWith(".abc"))
                    .sorted()
                    .toList();
        }
    }
}
