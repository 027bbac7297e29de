package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import diabolo.representation.PianoRoll;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MelodyMaskTest {

    /** Two steps of six pitches; the melody is the fourth pitch, in the first step alone. */
    private static final PianoRoll ROLL = new PianoRoll(RhythmGrid.SIXTEENTHS, 2, 60, 6);

    private static final QuantizedSequence LINE = QuantizedSequence.of(
            RhythmGrid.SIXTEENTHS,
            2,
            List.of(new QuantizedPart(
                    "", Instrument.PIANO, List.of(new QuantizedNote(Pitch.of(63), Velocity.DEFAULT, 0, 1)))));

    @Test
    void theMelodyIsATargetAndAllAboveAndTwoSemitonesBelowIsBlocked() {
        MelodyMask mask = MelodyMask.of(ROLL, LINE, all());

        assertThat(mask.cells()).containsExactly(1, 2, 3, 4, 5);
        assertThat(mask.targets()).containsExactly(0, 0, 1, 0, 0);
    }

    @Test
    void cellsThatNeverSoundNeedNoTargetUnlessTheyAreMelody() {
        BitSet active = new BitSet();
        active.set(1);
        active.set(7);

        MelodyMask mask = MelodyMask.of(ROLL, LINE, active);

        assertThat(mask.cells()).containsExactly(1, 3);
        assertThat(mask.targets()).containsExactly(0, 1);
    }

    @Test
    void outsideTheMaskTheDecodingIsKept() {
        MelodyMask mask = MelodyMask.of(ROLL, LINE, new BitSet());
        BitSet decoded = new BitSet();
        decoded.set(0, 7);

        assertThat(mask.outside(decoded).stream()).containsExactly(0, 6);
        assertThat(mask.melodyCells()).isEqualTo(1);
        assertThat(mask.melodyCellsIn(decoded)).isEqualTo(1);
        assertThat(mask.coveringCellsIn(decoded)).isEqualTo(4);
        assertThat(mask.melodyCellsIn(new BitSet())).isZero();
    }

    private static BitSet all() {
        BitSet all = new BitSet();
        all.set(0, ROLL.cells());
        return all;
    }
}
