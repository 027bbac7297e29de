package diabolo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.descriptor.Descriptor;
import diabolo.grid.QuantizedSequence;
import diabolo.latent.AccompaniedMelody;
import diabolo.latent.LatentSpace;
import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Frames;
import diabolo.search.Continuation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the included model of tunes, on a tune in G major of the form AABA, with chords. */
final class TuneOperationsTest {

    private static LatentSpace space;
    private static NoteSequence tune;

    @BeforeAll
    static void makeATune() throws IOException {
        space = LatentSpace.load(Path.of("..", "models", "tune-16bar"));
        tune = generated(Optional.empty()).getFirst();
    }

    @AfterAll
    static void close() {
        space.close();
    }

    private static List<NoteSequence> generated(Optional<String> values) {
        return rendered(new Generate(
                        1,
                        9,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("AABA"),
                        Optional.of("G major"),
                        values,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .on(space));
    }

    private static List<NoteSequence> rendered(Outcome outcome) {
        return outcome.pieces().stream()
                .map(piece -> space.render(piece.recipe()).music())
                .toList();
    }

    @Test
    void aMelodyIsContinuedWithItsChordsAndStays() {
        Continuation.Settings usual = Continuation.Settings.DEFAULT;

        Outcome outcome =
                new Continue(Source.of(tune), 2, new Continuation.Settings(3, usual.tries(), usual.rounds())).on(space);

        List<NoteSequence> longer = rendered(outcome);
        assertThat(longer).hasSize(2).allSatisfy(piece -> {
            assertThat(melody(piece, 0, 15)).isEqualTo(melody(tune, 0, 15));
            assertThat(melody(piece, 16, 22)).hasSizeGreaterThan(6);
            assertThat(melody(piece, 22, 40)).isEmpty();
            assertThat(piece.chords()).hasSizeGreaterThan(tune.chords().size());
        });
        assertThat(melody(longer.get(0), 16, 22)).isNotEqualTo(melody(longer.get(1), 16, 22));
    }

    @Test
    void aStrongVariationChangesMoreThanAWeakOneAndKeepsTheForm() {
        List<Frames> windows = melody(tune);

        List<Frames> strong = varied(0.7);

        assertThat(differing(windows, varied(0.1))).isLessThan(differing(windows, strong));
        assertThat(strong.subList(2, 4)).isEqualTo(strong.subList(0, 2));
        assertThat(strong.subList(6, 8)).isEqualTo(strong.subList(0, 2));
    }

    private static List<Frames> varied(double strength) {
        Outcome outcome = new Vary(Source.of(tune), 1, 0, 1, Optional.of(strength), Decoding.DEFAULT).on(space);
        return space.windows(outcome.pieces().getFirst().recipe());
    }

    private static int differing(List<Frames> some, List<Frames> others) {
        assertThat(others).hasSameSizeAs(some);
        int differing = 0;
        for (int i = 0; i < some.size(); i++) {
            differing += space.representation().differingSteps(some.get(i), others.get(i));
        }
        return differing;
    }

    @Test
    void aStrengthNeedsAModelOfTunes() throws IOException {
        try (LatentSpace windows = LatentSpace.load(Path.of("..", "models", "melody-2bar"))) {
            assertThatThrownBy(() -> new Vary(Source.of(tune), 1, 0, 1, Optional.of(0.5), Decoding.DEFAULT).on(windows))
                    .isInstanceOf(OutOfRangeException.class)
                    .hasMessageContaining("choose tune-16bar");
        }
    }

    /** The two bars of the melody come again where those of the other do, and are followed by others where these are. */
    @Test
    void aMelodyTakesTheFormOfAnotherTune() {
        List<Frames> windows = melody(tune);
        NoteSequence twoWindows = space.representation()
                .join(List.of(windows.get(0), windows.get(1)))
                .toNoteSequence();

        Outcome outcome = new Combine(Source.of(twoWindows), Source.of(tune), Decoding.DEFAULT).on(space);

        List<Frames> combined = space.windows(outcome.pieces().getFirst().recipe());
        assertThat(combined).hasSameSizeAs(windows);
        assertThat(combined.subList(0, 2)).isEqualTo(windows.subList(0, 2));
        assertThat(combined.subList(2, 4)).isEqualTo(windows.subList(0, 2));
        assertThat(combined.get(4)).isNotEqualTo(windows.get(4));
    }

    private static List<Frames> melody(NoteSequence piece) {
        return space.frames(AccompaniedMelody.of(piece).melody());
    }

    /** The notes of the melody that begin in some bars of 4/4. */
    private static List<Note> melody(NoteSequence piece, int from, int to) {
        return piece.parts().getFirst().notes().stream()
                .filter(note -> note.start().compareTo(Beat.of(4L * from)) >= 0
                        && note.start().compareTo(Beat.of(4L * to)) < 0)
                .toList();
    }

    @Test
    void aTuneHasTheValuesThatItIsAskedFor() {
        double few = Descriptor.NOTE_DENSITY.of(asked("density=0.12"));
        double many = Descriptor.NOTE_DENSITY.of(asked("density=0.32"));

        assertThat(few).isBetween(0.06, 0.19);
        assertThat(many).isBetween(0.24, 0.4);
        assertThatThrownBy(() -> generated(Optional.of("density=0.99")))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessageContaining("which is what two bars of the music that was learned have");
    }

    private static QuantizedSequence asked(String values) {
        return space.representation().join(melody(generated(Optional.of(values)).getFirst()));
    }

    @Test
    void aMelodyIsChangedToTheValuesThatAreSetAndKeepsChords() {
        double before = Descriptor.NOTE_DENSITY.of(space.representation().join(melody(tune)));

        Outcome outcome = new SetAttributes(
                        Source.of(tune), "note-density=0.4", SetAttributes.USUAL_FREEDOM, Decoding.DEFAULT)
                .on(space);

        NoteSequence changed = rendered(outcome).getFirst();
        double after = Descriptor.NOTE_DENSITY.of(space.representation().join(melody(changed)));
        assertThat(after).isGreaterThan(before + 0.05).isBetween(0.3, 0.5);
        assertThat(changed.chords()).isEqualTo(tune.chords());
        assertThat(outcome.remarks())
                .filteredOn(Remark.ValuesAsked.class::isInstance)
                .singleElement()
                .satisfies(remark -> {
                    Remark.ValuesAsked asked = (Remark.ValuesAsked) remark;
                    assertThat(asked.got().get(Descriptor.NOTE_DENSITY)).isEqualTo(after);
                    assertThat(asked.keptShare().getAsDouble()).isBetween(0.2, 1.0);
                });
    }
}
