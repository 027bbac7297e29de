package diabolo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.NamedRecipe;
import diabolo.latent.Recipe;
import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.OutOfRangeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the included model of tunes. */
final class FillTest {

    private static LatentSpace space;
    private static NoteSequence tune;

    @BeforeAll
    static void makeATune() throws IOException {
        space = LatentSpace.load(Path.of("..", "models", "tune-16bar"));
        Recipe recipe = generated(1).getFirst().recipe();
        tune = space.render(recipe).music();
    }

    private static List<NamedRecipe> generated(int count) {
        return new Generate(
                        count,
                        9,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("AABA"),
                        Optional.of("G major"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .on(space)
                .pieces();
    }

    @AfterAll
    static void close() {
        space.close();
    }

    @Test
    void aGeneratedTuneHasChordsAndAnAccompanimentThatComeBackFromItsRecipe() {
        GeneratedPiece piece = space.render(generated(1).getFirst().recipe());

        assertThat(piece.music().parts()).hasSize(3);
        assertThat(piece.music().chords()).hasSizeGreaterThan(4);
        assertThat(piece.music().keys().getFirst().value().name()).isEqualTo("G major");
        assertThat(piece.windows().subList(2, 4)).isEqualTo(piece.windows().subList(0, 2));
        assertThat(space.render(piece.provenance().recipe()).music()).isEqualTo(piece.music());
    }

    @Test
    void theBarsThatAreNotNamedStayAndTheOthersAreWrittenAnew() {
        Outcome outcome = new Fill(bars("5-8"), 3, Decoding.DEFAULT).on(space);

        List<NoteSequence> takes = outcome.pieces().stream()
                .map(piece -> space.render(piece.recipe()).music())
                .toList();
        assertThat(takes).hasSize(3).allSatisfy(take -> {
            assertThat(melody(take, 0, 4)).isEqualTo(melody(tune, 0, 4));
            assertThat(melody(take, 8, 16)).isEqualTo(melody(tune, 8, 16));
            assertThat(melody(take, 4, 8)).isNotEmpty();
            assertThat(take.chords()).isNotEmpty(); // as the given tune has
        });
        assertThat(melody(takes.get(0), 4, 8))
                .isNotEqualTo(melody(tune, 4, 8))
                .isNotEqualTo(melody(takes.get(1), 4, 8));
        assertThat(outcome.pieces().getLast().recipe().details()).containsEntry("take", "as before");
    }

    @Test
    void anOddNumberOfBarsIsFilledTooAndWhatSoundsIntoThemEndsThere() {
        NoteSequence take = space.render(new Fill(bars("4-6"), 1, Decoding.DEFAULT)
                        .on(space)
                        .pieces()
                        .getFirst()
                        .recipe())
                .music();

        Beat beginning = Beat.of(4L * 3);
        assertThat(melody(take, 0, 3))
                .isEqualTo(melody(tune, 0, 3).stream()
                        .map(note -> note.end().compareTo(beginning) > 0
                                ? new Note(note.pitch(), note.velocity(), note.start(), beginning.minus(note.start()))
                                : note)
                        .toList());
        assertThat(melody(take, 6, 16)).isEqualTo(melody(tune, 6, 16));
    }

    @Test
    void allBarsAndNoneAreRefused() {
        Source.Music whole = new Source.Music("tune", tune, Selection.ALL);

        assertThatThrownBy(() -> new Fill(whole, 1, Decoding.DEFAULT).on(space))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessageContaining("must name those to be written anew, such as 5-8");
        assertThatThrownBy(() -> new Fill(bars("1-16"), 1, Decoding.DEFAULT).on(space))
                .hasMessageContaining("a fill needs bars that stay");
        assertThatThrownBy(() -> new Fill(bars("15-18"), 1, Decoding.DEFAULT).on(space))
                .hasMessageContaining("but not bars 15 to 18");
    }

    private static Source.Music bars(String bars) {
        return new Source.Music("tune", tune, Selection.of(Bars.parse(bars)));
    }

    /** The notes of the melody that begin in some bars of 4/4. */
    private static List<Note> melody(NoteSequence piece, int from, int to) {
        return piece.parts().getFirst().notes().stream()
                .filter(note -> note.start().compareTo(Beat.of(4L * from)) >= 0
                        && note.start().compareTo(Beat.of(4L * to)) < 0)
                .toList();
    }
}
