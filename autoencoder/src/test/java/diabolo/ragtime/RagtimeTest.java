package diabolo.ragtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.inpainting.InpaintedProvenance.Known;
import diabolo.model.Inpainter;
import diabolo.note.Key;
import diabolo.note.Note;
import diabolo.note.Part;
import diabolo.tensor.RandomSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RagtimeTest {

    private static final Ragtime.Settings EIGHT_BARS =
            new Ragtime.Settings(Optional.of(new Key(-4, Key.Mode.MAJOR)), 8, 1, 1, 1);

    private static Inpainter network;

    @BeforeAll
    static void open() {
        network = RagModel.included().open();
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static Ragtime rag(Ragtime.Settings settings) {
        return Ragtime.of(settings, RagModel.included(), network);
    }

    @Test
    void aRagHasTwoHandsThatPlayInTheKeyThatIsAskedFor() {
        Ragtime rag = rag(EIGHT_BARS);

        assertThat(rag.music().parts()).extracting(Part::name).containsExactly("Right hand", "Left hand");
        assertThat(rag.music().parts())
                .allSatisfy(part -> assertThat(part.notes()).hasSizeGreaterThan(20));
        assertThat(rag.music().length().toDouble()).isBetween(12.0, 16.0);
        List<Note> notes = rag.music().allNotes().toList();
        assertThat((double) notes.stream()
                                .filter(note -> rag.key().contains(note.pitch()))
                                .count()
                        / notes.size())
                .isGreaterThan(0.75);
        assertThat(rag.provenance().originality().map(Known::similarity).orElseThrow())
                .isBetween(0.0, 0.3);
    }

    @Test
    void theSameSeedGivesTheSameRagAndAKeyMovesIt() {
        Ragtime rag = rag(EIGHT_BARS);

        assertThat(rag(EIGHT_BARS).music()).isEqualTo(rag.music());
        assertThat(rag(EIGHT_BARS.withSeed(2)).music()).isNotEqualTo(rag.music());
        Ragtime inC = rag(new Ragtime.Settings(Optional.of(Key.C_MAJOR), 8, 1, 1, 1));
        assertThat(inC.music().allNotes().map(note -> note.pitch().midi() - 4).toList())
                .isEqualTo(
                        rag.music().allNotes().map(note -> note.pitch().midi()).toList());
        assertThat(rag(new Ragtime.Settings(Optional.of(new Key(6, Key.Mode.MAJOR)), 8, 3, 1, 4))
                        .music()
                        .allNotes()
                        .map(note -> note.pitch().midi() - 6)
                        .toList())
                .isEqualTo(rag(new Ragtime.Settings(Optional.of(Key.C_MAJOR), 8, 3, 1, 4))
                        .music()
                        .allNotes()
                        .map(note -> note.pitch().midi())
                        .toList());
        Ragtime any = rag(new Ragtime.Settings(Optional.empty(), 8, 1, 1, 1));
        assertThat(rag(new Ragtime.Settings(Optional.of(any.key()), 8, 1, 1, 1)).music())
                .isEqualTo(any.music());
    }

    @Test
    void barsThatComeAgainDoSoNoteForNote() {
        Ragtime.Settings settings = new Ragtime.Settings(Optional.of(Key.C_MAJOR), 16, 3, 1, 1);
        Strain strain = RagModel.included()
                .strains()
                .get(RandomSource.of(3)
                        .derive("strain")
                        .generator()
                        .nextInt(RagModel.included().strains().size()));

        Ragtime rag = rag(settings);

        assertThat(strain.returns()).doesNotContainSequence(8, 9, 10); // or nothing is tested
        for (int bar = 0; bar < 16; bar++) {
            assertThat(onsets(rag, bar)).isEqualTo(onsets(rag, strain.returns().get(bar)));
        }
    }

    /** What begins in a bar, past its first step, at which a note may be struck again that is held over elsewhere. */
    private static List<List<Integer>> onsets(Ragtime rag, int bar) {
        return rag.music().parts().stream()
                .map(part -> part.notes().stream()
                        .filter(note -> note.start().toDouble() > 2 * bar
                                && note.start().toDouble() < 2 * bar + 2)
                        .map(note -> note.pitch().midi() * 8
                                + (int) (4 * (note.start().toDouble() - 2 * bar)))
                        .toList())
                .toList();
    }

    @Test
    void aModelIsReadAsItWasWrittenAndAnotherFileIsRefused(@TempDir Path folder) throws Exception {
        RagModel.included().write(folder.resolve("rag.safetensors"));

        RagModel read = RagModel.read(folder.resolve("rag.safetensors"));

        assertThat(read.shapes()).isEqualTo(RagModel.included().shapes());
        assertThat(read.strains()).isEqualTo(RagModel.included().strains());
        try (Inpainter again = read.open()) {
            assertThat(Ragtime.of(EIGHT_BARS, read, again).music())
                    .isEqualTo(rag(EIGHT_BARS).music());
        }
        Files.copy(
                Path.of("src/main/resources/diabolo/chorale/four-voices.safetensors"),
                folder.resolve("voices.safetensors"));
        assertThatThrownBy(() -> RagModel.read(folder.resolve("voices.safetensors")))
                .hasMessageContaining("holds no model of two hands; train one by 'diabolo experiment run ragtime'");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Ragtime.Settings(Optional.empty(), 3, 1, 1, 1))
                .hasMessageContaining("bars must be between 4 and 128, was 3");
    }
}
