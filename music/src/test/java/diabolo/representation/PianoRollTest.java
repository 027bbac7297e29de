package diabolo.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.ForAll;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PianoRollTest {

    private static final PianoRoll ROLL = PianoRoll.DEEPHEAR;

    @Test
    void aNoteFillsAllItsStepsInTheRowOfItsPitch() {
        Cells cells = ROLL.encode(piece(note(12, 0, 1), note(99, 62, 2)));

        assertThat(cells.values()).hasSize(5632);
        assertThat(activeIndices(cells)).containsExactly(0, 62 * 88 + 87, 63 * 88 + 87);
    }

    @Test
    void decodingWhatWasEncodedGivesThePieceBack() {
        ForAll.examples(PianoRollTest::holdable).check(piece -> {
            Encoded encoded = ROLL.encodeReporting(piece);

            assertThat(encoded.loss().isNone()).isTrue();
            assertThat(ROLL.decode(encoded.frames())).isEqualTo(piece);
        });
    }

    @Test
    void encodingWhatWasDecodedGivesTheCellsBack() {
        ForAll.examples(PianoRollTest::cells).check(cells -> {
            for (Restrike restrike : Restrike.values()) {
                assertThat(ROLL.encode(ROLL.decode(cells, 0.5, restrike))).isEqualTo(cells);
            }
        });
    }

    @Test
    void restrikingBreaksHeldTonesEveryFourSteps() {
        Cells cells = ROLL.encode(piece(note(60, 2, 7)));

        assertThat(ROLL.decode(cells, 0.5, Restrike.EVERY_FOUR_STEPS).allNotes())
                .containsExactly(note(60, 2, 2), note(60, 4, 4), note(60, 8, 1));
    }

    @Test
    void aCellSoundsOnlyAboveTheThreshold() {
        float[] cells = new float[ROLL.cells()];
        cells[ROLL.index(0, Pitch.of(60))] = 0.5f;
        cells[ROLL.index(0, Pitch.of(64))] = 0.51f;
        cells[ROLL.index(0, Pitch.of(67))] = Float.NaN;

        assertThat(ROLL.decode(new Cells(cells)).allNotes()).containsExactly(note(64, 0, 1));
    }

    @Test
    void whatTheRollCannotHoldIsCounted() {
        QuantizedPart piano = new QuantizedPart(
                "",
                Instrument.PIANO,
                List.of(
                        note(11, 0, 1),
                        note(100, 0, 1),
                        note(60, 0, 4),
                        note(60, 4, 4),
                        note(62, 60, 8),
                        note(62, 70, 1)));
        QuantizedPart drums = new QuantizedPart("", new Instrument.Drums(), List.of(note(36, 0, 1)));

        Encoded encoded = ROLL.encodeReporting(QuantizedSequence.of(RhythmGrid.SIXTEENTHS, 80, List.of(piano, drums)));

        assertThat(encoded.loss()).isEqualTo(new Encoded.Loss(2, 1, 1, 2, 0));
        assertThat(activeIndices(encoded.frames())).hasSize(8 + 4);
    }

    @Test
    void anotherGridOrLengthIsRefused() {
        QuantizedSequence fine = QuantizedSequence.of(new RhythmGrid(12), 0, List.of());

        assertThatThrownBy(() -> ROLL.encode(fine)).hasMessageContaining("12 steps a beat");
        assertThatThrownBy(() -> ROLL.decode(new Cells(new float[5])))
                .hasMessageContaining("5632 cells, but 5 were given");
    }

    /** No pitch is struck while it sounds or right after it: each tone leaves a gap behind. */
    private static QuantizedSequence holdable(SplittableRandom random) {
        List<QuantizedNote> notes = new ArrayList<>();
        for (int pitch = 12; pitch < 100; pitch += random.nextInt(1, 12)) {
            for (int start = random.nextInt(8); start < 64; ) {
                int length = random.nextInt(1, 65 - start);
                notes.add(note(pitch, start, length));
                start += length + random.nextInt(1, 8);
            }
        }
        return piece(notes.toArray(QuantizedNote[]::new));
    }

    private static Cells cells(SplittableRandom random) {
        float[] cells = new float[ROLL.cells()];
        double density = random.nextDouble();
        for (int i = 0; i < cells.length; i++) {
            cells[i] = random.nextDouble() < density ? 1 : 0;
        }
        return new Cells(cells);
    }

    private static QuantizedSequence piece(QuantizedNote... notes) {
        return QuantizedSequence.of(
                RhythmGrid.SIXTEENTHS, 64, List.of(new QuantizedPart("", Instrument.PIANO, List.of(notes))));
    }

    private static QuantizedNote note(int pitch, int startStep, int lengthInSteps) {
        return new QuantizedNote(Pitch.of(pitch), Velocity.DEFAULT, startStep, lengthInSteps);
    }

    private static List<Integer> activeIndices(Frames frames) {
        return ROLL.sounding(frames).stream().boxed().toList();
    }
}
