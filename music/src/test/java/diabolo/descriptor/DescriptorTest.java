package diabolo.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptorTest {

    @Test
    void theWhiteKeysAreDiatonicInC() {
        assertThat(Descriptor.C_DIATONIC.of(melody(note(60, 0), note(61, 2), note(71, 4), note(66, 6), note(65, 8))))
                .isEqualTo(3 / 5.0);
    }

    @Test
    void densityIsOnsetsAStep() {
        assertThat(Descriptor.NOTE_DENSITY.of(melody(note(60, 0), note(60, 5), note(62, 8), note(62, 15))))
                .isEqualTo(4 / 16.0);
    }

    @Test
    void theAverageIntervalIgnoresItsDirection() {
        assertThat(Descriptor.AVERAGE_INTERVAL.of(melody(note(60, 0), note(67, 4), note(62, 8), note(62, 12))))
                .isEqualTo((7 + 5 + 0) / 3.0);
    }

    @Test
    void anOffSixteenthIsSyncopatedUnlessTheSixteenthBeforeIsStruck() {
        QuantizedSequence piece =
                melody(note(60, 0), note(60, 1), note(60, 5), note(60, 8), note(60, 11), note(60, 14));

        assertThat(Descriptor.SIXTEENTH_SYNCOPATION.of(piece)).isEqualTo(2 / 6.0); // at 5 and 11
    }

    @Test
    void anOffEighthIsSyncopatedUnlessTheEighthOrSixteenthBeforeIsStruck() {
        QuantizedSequence piece =
                melody(note(60, 0), note(60, 2), note(60, 5), note(60, 6), note(60, 10), note(60, 14));

        assertThat(Descriptor.EIGHTH_SYNCOPATION.of(piece)).isEqualTo(2 / 6.0); // at 10 and 14
    }

    @Test
    void syncopationIsThatOfSixteenthsAndOfEighths() {
        QuantizedSequence piece =
                melody(note(60, 0), note(60, 2), note(60, 5), note(60, 6), note(60, 10), note(60, 14));

        assertThat(Descriptor.SYNCOPATION.of(piece)).isEqualTo(3 / 6.0); // at 5, 10 and 14
    }

    @Test
    void theRangeIsFromTheLowestNoteToTheHighest() {
        assertThat(Descriptor.RANGE.of(melody(note(60, 0), note(67, 4), note(58, 8), note(62, 12))))
                .isEqualTo(9);
    }

    @Test
    void theContourIsHowFarTheNearestLineRises() {
        assertThat(Descriptor.CONTOUR.of(melody(note(60, 0), note(62, 1), note(64, 8))))
                .isEqualTo(4);
        assertThat(Descriptor.CONTOUR.of(melody(note(60, 0), note(67, 4), note(62, 8), note(62, 12))))
                .isCloseTo(0.3, within(1e-12)); // numpy.polyfit([0, 1, 2, 3], [60, 67, 62, 62], 1)[0] * 3
        assertThat(Descriptor.CONTOUR.of(melody(note(60, 0)))).isZero();
    }

    @Test
    void onAFinerGridTheSameMusicIsDescribedTheSame() {
        QuantizedSequence coarse = melody(note(60, 0), note(63, 2), note(60, 5), note(64, 10));
        QuantizedSequence fine = new RhythmGrid(12).quantize(coarse.toNoteSequence());

        for (Descriptor descriptor : Descriptor.values()) {
            double steps = descriptor == Descriptor.NOTE_DENSITY ? (double) fine.lengthInSteps() / 16 : 1;
            assertThat(descriptor.of(fine) * steps).isCloseTo(descriptor.of(coarse), within(1e-12));
        }
    }

    @Test
    void silenceIsNothingInEveryWay() {
        assertThat(Descriptor.values())
                .allSatisfy(descriptor -> assertThat(descriptor.of(melody())).isZero());
    }

    @Test
    void ofDrumsAloneTheHitsAreDescribed() {
        QuantizedPart kit = new QuantizedPart(
                "", new Instrument.Drums(), List.of(note(36, 0), note(42, 0), note(42, 2), note(38, 6), note(42, 11)));
        QuantizedSequence drums = QuantizedSequence.of(RhythmGrid.SIXTEENTHS, 16, List.of(kit));

        assertThat(Descriptor.NOTE_DENSITY.of(drums)).isEqualTo(5 / 16.0);
        assertThat(Descriptor.EIGHTH_SYNCOPATION.of(drums)).isEqualTo(1 / 4.0);
        assertThat(Descriptor.SIXTEENTH_SYNCOPATION.of(drums)).isEqualTo(1 / 4.0);
        assertThat(Descriptor.C_DIATONIC.of(drums)).isZero();
    }

    @Test
    void everyDescriptorIsFoundByItsNameAndOthersAreRefused() {
        assertThat(Arrays.stream(Descriptor.values()).map(Descriptor::id).map(Descriptor::named))
                .containsExactly(Descriptor.values());
        assertThatThrownBy(() -> Descriptor.named("joy"))
                .hasMessageContaining("no descriptor joy; there are c-diatonic");
    }

    @Test
    void aGridThatHasNoSixteenthsIsRefused() {
        QuantizedSequence eighths = QuantizedSequence.of(new RhythmGrid(2), 8, List.of());

        assertThatThrownBy(() -> Descriptor.NOTE_DENSITY.of(eighths)).hasMessageContaining("has 2 steps a beat");
    }

    private static QuantizedSequence melody(QuantizedNote... notes) {
        return QuantizedSequence.of(
                RhythmGrid.SIXTEENTHS, 16, List.of(new QuantizedPart("", Instrument.PIANO, List.of(notes))));
    }

    private static QuantizedNote note(int pitch, int step) {
        return new QuantizedNote(Pitch.of(pitch), Velocity.DEFAULT, step, 1);
    }
}
