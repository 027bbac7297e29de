package diabolo.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import diabolo.grid.QuantizedNote;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.latent.SmallMelodyModel;
import diabolo.latent.SmallModel;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.Pitch;
import diabolo.representation.Frames;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContinuationTest {

    private LatentSpace dense;
    private LatentSpace recurrent;

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        dense = LatentSpace.load(SmallModel.trainedIn(folder.resolve("dense")));
        recurrent = LatentSpace.load(SmallMelodyModel.trainedIn(folder.resolve("recurrent")));
    }

    @AfterAll
    void close() {
        dense.close();
        recurrent.close();
    }

    private static Continuation of(LatentSpace space, NoteSequence piece, int windows, double temperature, int number) {
        Continuation.Settings settings = new Continuation.Settings(windows, 64, 2);
        return Continuation.of(
                space, space.passage(piece), settings, new Recipe.Chance(1, number, temperature, 0.5), _ -> {});
    }

    @Test
    void thePrimerIsKeptAndContinuedToTheEndOfTheWindow() {
        for (double temperature : new double[] {0, 1}) {
            for (LatentSpace space : List.of(dense, recurrent)) {
                NoteSequence beginning = SmallMelodyModel.tune(2, 1);

                Continuation found = of(space, beginning, 1, temperature, 0);

                List<Frames> windows = space.render(found.recipe()).windows();
                List<Frames> frames = space.frames(beginning);
                assertThat(found.givenSteps()).isEqualTo(16 + 3);
                assertThat(windows).hasSize(2);
                assertThat(windows.getFirst()).isEqualTo(frames.getFirst());
                assertThat(space.representation().beginning(windows.get(1), 3))
                        .isEqualTo(space.representation().beginning(frames.get(1), 3));
                assertThat(space.representation().decode(windows.get(1)).allNotes())
                        .anyMatch(note -> note.startStep() >= 3);
            }
        }
    }

    @Test
    void aRestOfABeatBeforeTheBarLineIsGivenAndALongerOneIsFilled() {
        int[] line = new int[16];
        line[0] = Melody.noteOn(Pitch.of(60));
        line[12] = Melody.NOTE_OFF;
        NoteSequence upToTheRest =
                SmallMelodyModel.MELODY.decode(SmallMelodyModel.tokens(line)).toNoteSequence();
        line[12] = Melody.HOLD;
        line[11] = Melody.NOTE_OFF;
        NoteSequence shorter =
                SmallMelodyModel.MELODY.decode(SmallMelodyModel.tokens(line)).toNoteSequence();

        assertThat(of(recurrent, upToTheRest, 1, 0, 0).givenSteps()).isEqualTo(16);
        assertThat(recurrent
                        .render(of(recurrent, upToTheRest, 1, 0, 0).recipe())
                        .windows())
                .hasSize(2);
        assertThat(of(recurrent, shorter, 1, 0, 0).givenSteps()).isEqualTo(11);
    }

    @Test
    void withLittleRoomLeftTheNextWindowIsFilledToo() throws IOException {
        int[] line = new int[32];
        line[0] = Melody.noteOn(Pitch.of(60));
        line[26] = Melody.NOTE_OFF; // six steps of 32 are left
        NoteSequence piece = Melody.of(2).decode(SmallMelodyModel.tokens(line)).toNoteSequence();

        try (LatentSpace space = LatentSpace.load(Path.of("../models/melody-2bar"))) {
            Continuation found = of(space, piece, 1, 0, 0);

            assertThat(found.givenSteps()).isEqualTo(26);
            assertThat(space.render(found.recipe()).windows()).hasSize(2);
        }
    }

    @Test
    void aPieceThatFillsItsWindowsIsContinuedFromItsLastBars() {
        int[] line = new int[16];
        line[0] = Melody.noteOn(Pitch.of(60));
        line[12] = Melody.noteOn(Pitch.of(62)); // to the end
        NoteSequence full =
                SmallMelodyModel.MELODY.decode(SmallMelodyModel.tokens(line)).toNoteSequence();
        for (LatentSpace space : List.of(dense, recurrent)) {
            Continuation found = of(space, full, 2, 0, 0);

            List<Frames> windows = space.render(found.recipe()).windows();
            assertThat(found.givenSteps()).isEqualTo(16);
            assertThat(windows).hasSize(3);
            assertThat(windows.getFirst()).isEqualTo(space.frames(full).getFirst());
            assertThat(windows.subList(1, 3))
                    .allMatch(cells ->
                            space.representation().decode(cells).allNotes().count() > 0);
        }
    }

    @Test
    void aLastNoteMayBeHeldLonger() {
        int[] line = new int[16];
        line[0] = Melody.noteOn(Pitch.of(60));
        line[4] = Melody.NOTE_OFF;
        NoteSequence beginning =
                SmallMelodyModel.MELODY.decode(SmallMelodyModel.tokens(line)).toNoteSequence();

        Continuation found = of(recurrent, beginning, 1, 0, 0);

        QuantizedNote first = SmallMelodyModel.MELODY
                .decode(recurrent.render(found.recipe()).windows().getFirst())
                .allNotes()
                .findFirst()
                .orElseThrow();
        assertThat(first.pitch()).isEqualTo(Pitch.of(60));
        assertThat(first.startStep()).isZero();
        assertThat(first.lengthInSteps()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void theSameNumberFindsTheSameAndAnotherAnother() {
        int[][] first = cells(0);

        assertThat(cells(0)).isDeepEqualTo(first);
        assertThat(Stream.of(1, 2, 3).map(this::cells)).anyMatch(other -> !Arrays.deepEquals(other, first));
    }

    private int[][] cells(int number) {
        return of(recurrent, SmallMelodyModel.tune(1), 1, 0, number)
                .recipe()
                .given()
                .orElseThrow()
                .cells();
    }

    @Test
    void violationsAreSilenceDensityKeyRegisterAndOriginality() {
        // two notes in eight steps are given: a density of a quarter, around C4
        PrimerAgreement agreementWithPrimer = new PrimerAgreement(
                recurrent,
                new Primer(recurrent.network(), SmallMelodyModel.MELODY, SmallMelodyModel.MELODY.silence(), 8),
                Optional.of(Key.C_MAJOR),
                0.25,
                OptionalDouble.of(60));

        assertThat(agreementWithPrimer.violation(withNotes())).isEqualTo(4);
        assertThat(missed(agreementWithPrimer, 60, 62)).isEqualTo(0, within(1e-9));
        assertThat(missed(agreementWithPrimer, 60, 61)).isEqualTo(0.5, within(1e-9)); // C sharp
        assertThat(missed(agreementWithPrimer, 60)).isEqualTo(1 - 1.4 / 2, within(1e-9)); // half as dense
        assertThat(missed(agreementWithPrimer, 72, 72)).isEqualTo((12 - 5) / 12.0, within(1e-9));
    }

    /** Without the violation by similarity, above six tenths. */
    private double missed(PrimerAgreement agreementWithPrimer, int... pitches) {
        Tokens cells = withNotes(pitches); // silent before them
        double similarity = recurrent.similarity(cells).similarity();
        return agreementWithPrimer.violation(cells) - Math.max(0, similarity - 0.6) / 0.4;
    }

    /** Of a bar, notes two steps apart in its second half. */
    private static Tokens withNotes(int... pitches) {
        int[] line = new int[16];
        for (int note = 0; note < pitches.length; note++) {
            line[8 + 2 * note] = Melody.noteOn(Pitch.of(pitches[note]));
        }
        return SmallMelodyModel.tokens(line);
    }

    @Test
    void theSecondHalfOfATrainingBarIsACopyAtItsPlace() {
        Tokens learned = SmallMelodyModel.bar(5);
        Arrays.fill(learned.lines()[0], 0, 4, Melody.HOLD);

        double inPlace = recurrent.similarity(learned).similarity();
        double follows = recurrent
                .similarity(Primer.notesFrom(4, SmallMelodyModel.MELODY.decode(SmallMelodyModel.bar(5))))
                .similarity();

        assertThat(follows).isEqualTo(inPlace);
    }

    @Test
    void aPieceThatWouldBecomeTooLongIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(recurrent, SmallMelodyModel.tune(1), 101, 0, 0))
                .withMessage("windows must be between 1 and 100, was 101; choose one in that range");
    }
}
