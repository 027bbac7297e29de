package diabolo.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import diabolo.note.Beat;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
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

    private static Path data(String folder) {
        var found = DataFolder.find(folder);
        assumeTrue(found.isPresent(), DataFolder.ABSENT);
        return found.get();
    }
}
