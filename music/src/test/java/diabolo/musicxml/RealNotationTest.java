package diabolo.musicxml;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files against numbers that a parse in another language gave. */
class RealNotationTest {

    @ParameterizedTest
    @CsvSource({
        "searchlight, 74, 2608, 1184",
        "strenous, 76, 2482, 1214",
        "maple_leaf, 72, 2553, 1144",
        "entertainer, 76, 2628, 1214",
        "syncopations, 74, 2238, 1182",
        "cleopha, 74, 2241, 1182",
        "winners, 42, 1407, 670",
        "winners_2, 20, 632, 318",
        "alabama, 86, 2929, 1374",
    })
    void ragsHaveTheirBarsOfSixteenStepsAndTheirNotes(String name, int bars, int notes, int steps) throws IOException {
        NoteSequence rag = MusicXmlReader.read(data("ragtime-deephear").resolve(name + ".xml"));

        assertThat(rag.allNotes().count()).isEqualTo(notes);
        assertThat(rag.length()).isEqualTo(Beat.of(steps, 4));
        assertThat((steps + 15) / 16).isEqualTo(bars);
        assertThat(rag.parts()).hasSize(2);
    }

    /** Every fourth of the many lead sheets; every one of the unusual files. */
    @ParameterizedTest
    @CsvSource({"midi-torture, 1", "leadsheets-openewld, 4"})
    void filesAreReadOrRefusedWithASentence(String folder, int stride) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(data(folder))) {
            files = all.filter(file -> file.toString().matches(".*\\.(xml|musicxml|mxl)"))
                    .toList();
        }

        assertThat(files).isNotEmpty();
        for (int i = 0; i < files.size(); i += stride) {
            HostileNotationTest.assertReadOrRefused(Files.readAllBytes(files.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Al_Dubin-Jimmy_McHugh--South_American_Way | 140 | 134",
                "Arthur_Johnston-Gus_Kahn--Thanks_a_Million | 162 | 255",
                "Fats_Waller--The_Jitterbug_Waltz | 220 | 189",
                "Frederick_Ricketts--Colonel_Bogey_March | 263 | 388",
                "George_Gershwin-Ira_Gershwin--A_Foggy_Day | 150 | 277",
                "Glenn_Miller--Moonlight_Serenade | 156 | 176",
                "Gus_Edwards-Will_Cobb--School_Days | 266 | 383",
                "Gus_Kahn-Isham_Jones--On_the_Alamo | 152 | 257",
            })
    void leadSheetsWithRepeatsSoundAsLongAsTheyShould(String name, int notes, int quarters) throws IOException {
        Path file = data("leadsheets-openewld").resolve(name + ".mxl");

        NoteSequence song = MusicXmlReader.readLenient(file).sequence();

        assertThat(song.allNotes().count()).isEqualTo(notes);
        assertThat(song.length()).isEqualTo(Beat.of(quarters));
    }

    private static Path data(String folder) {
        var found = DataFolder.find(folder);
        assumeTrue(found.isPresent(), DataFolder.ABSENT);
        return found.get();
    }
}
