package diabolo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.evaluation.tune.BarDivision;
import diabolo.evaluation.tune.Tune;
import diabolo.latent.AccompaniedMelody;
import diabolo.latent.LatentSpace;
import diabolo.latent.ModelChoice;
import diabolo.latent.TuneMeter;
import diabolo.model.ModelFolders;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.OutOfRangeException;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the included model of 3/4, on a tune in D major of the form AABA, with chords. */
final class WaltzTest {

    private static final Path MODELS = Path.of("..", "models");
    private static final Optional<String> NONE = Optional.empty();

    private static LatentSpace space;
    private static NoteSequence waltz;

    @BeforeAll
    static void makeAWaltz() throws IOException {
        space = LatentSpace.load(MODELS.resolve(ModelFolders.TUNES_IN_THREE));
        waltz = rendered(inMeter("3/4").on(space)).getFirst();
    }

    @AfterAll
    static void close() {
        space.close();
    }

    private static Generate inMeter(String meter) {
        return new Generate(
                1,
                4,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("AABA"),
                Optional.of("D major"),
                NONE,
                NONE,
                NONE,
                Optional.of(meter));
    }

    private static List<NoteSequence> rendered(Outcome outcome) {
        return outcome.pieces().stream()
                .map(piece -> space.render(piece.recipe()).music())
                .toList();
    }

    @Test
    void aWaltzHasSixteenBarsAndIsHeardInThreeQuarters() {
        assertThat(waltz.meterAt(Beat.ZERO)).isEqualTo(new Meter(3, 4));
        assertThat(waltz.length()).isEqualTo(Beat.of(48));
        assertThat(waltz.parts()).hasSize(3);
        assertThat(waltz.chords()).hasSizeGreaterThan(3);
        assertThat(BarDivision.lean(Tune.of(space.representation()
                        .join(space.frames(AccompaniedMelody.of(waltz).melody())))))
                .isGreaterThan(0.1);
    }

    @Test
    void barsOfAWaltzAreFilledAndTheOthersStay() {
        Source.Music gap = new Source.Music("waltz", waltz, Selection.of(Bars.parse("5-8")));

        NoteSequence filled =
                rendered(new Fill(gap, 1, Decoding.DEFAULT).on(space)).getFirst();

        assertThat(melody(filled, 0, 12)).isEqualTo(melody(waltz, 0, 12));
        assertThat(melody(filled, 24, 48)).isEqualTo(melody(waltz, 24, 48));
        assertThat(melody(filled, 12, 24)).isNotEmpty().isNotEqualTo(melody(waltz, 12, 24));
        assertThat(filled.chords()).isNotEmpty();
    }

    private static List<Note> melody(NoteSequence piece, int from, int to) {
        return piece.parts().getFirst().notes().stream()
                .filter(note -> note.start().compareTo(Beat.of(from)) >= 0
                        && note.start().compareTo(Beat.of(to)) < 0)
                .toList();
    }

    /** A waltz has no pattern in 6/8, in which it was accompanied nevertheless. */
    @Test
    void aTuneInSixEighthsIsVariedAndAccompaniedInItsMeter() {
        List<Note> notes = IntStream.range(0, 32)
                .mapToObj(i -> new Note(
                        Pitch.of(new int[] {62, 66, 69, 66}[i % 4]),
                        Velocity.DEFAULT,
                        Beat.of(3L * (i / 2) + i % 2 * 2L, 2),
                        Beat.of(2 - i % 2, 2)))
                .toList();
        NoteSequence jig = NoteSequence.of(
                        "jig", Tempo.DEFAULT, new Meter(6, 8), List.of(new Part("", Instrument.PIANO, notes)))
                .withChords(List.of(new At<>(Beat.ZERO, ChordSymbol.parse("D").orElseThrow())));

        Outcome outcome = new Vary(Source.of(jig), 1, 0, 1, Optional.of(0.2), Decoding.DEFAULT).on(space);

        NoteSequence varied = rendered(outcome).getFirst();
        assertThat(varied.meterAt(Beat.ZERO)).isEqualTo(new Meter(6, 8));
        assertThat(varied.parts()).hasSize(3);
    }

    @Test
    void forAMelodyWithChordsTheModelOfItsMeterIsTaken() throws IOException {
        List<Path> models = List.of(MODELS.resolve(ModelFolders.TUNES), MODELS.resolve(ModelFolders.TUNES_IN_THREE));

        ModelChoice choice = ModelChoice.of(
                        List.of(waltz), models, List.of(ModelFolders.TUNES, ModelFolders.TUNES_IN_THREE))
                .orElseThrow();

        assertThat(choice).isEqualTo(new ModelChoice(models.getLast(), "a melody with chords in 3/4"));
    }

    @Test
    void otherMetersAreRefused() {
        assertThat(TuneMeter.parse("4/4").model()).isEqualTo(ModelFolders.TUNES);
        assertThatThrownBy(() -> inMeter("5/4"))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessage("meter must be 4/4 or 3/4 for whole tunes, was 5/4; choose one of them");
        assertThatThrownBy(() -> inMeter("6/8")).hasMessageEndingWith("or continue or vary a melody in 6/8");
        assertThatThrownBy(() -> inMeter("4/4").on(space))
                .hasMessage(
                        "meter must be that of the model, and melody-2bar-3-4 has no windows of 4/4; choose tune-16bar");
    }
}
