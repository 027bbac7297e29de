package diabolo.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.ForAll;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RhythmGridTest {

    @Test
    void snappingMovesBeginningAndEndToTheNearestStep() {
        NoteSequence played = piece(note(60, Beat.of(11, 40), Beat.of(1, 4)), note(62, Beat.of(13, 20), Beat.of(1, 3)));

        QuantizedSequence quantized = RhythmGrid.SIXTEENTHS.quantize(played);

        assertThat(quantized.allNotes()).containsExactly(step(60, 1, 1), step(62, 3, 1));
    }

    @Test
    void snappingKeepsAtLeastOneStepOfEveryNote() {
        NoteSequence grace = piece(note(60, Beat.of(1), Beat.of(1, 1000)));

        assertThat(RhythmGrid.SIXTEENTHS.quantize(grace).allNotes()).containsExactly(step(60, 4, 1));
    }

    @Test
    void droppingLeavesOutAndCountsNotesThatBeginOffTheGrid() {
        NoteSequence triplet = piece(
                note(60, Beat.ZERO, Beat.of(1, 3)),
                note(62, Beat.of(1, 3), Beat.of(1, 3)),
                note(64, Beat.of(1), Beat.of(2)));

        Quantization quantization = RhythmGrid.SIXTEENTHS.quantize(triplet, OffGrid.DROP);

        assertThat(quantization.droppedNotes()).isEqualTo(1);
        assertThat(quantization.sequence().allNotes()).containsExactly(step(60, 0, 2), step(64, 4, 8));
    }

    @Test
    void aPieceOnTheGridSurvivesQuantizingAndTheWayBack() {
        ForAll.examples(RhythmGridTest::onGrid).check(sequence -> {
            NoteSequence free = sequence.toNoteSequence();

            assertThat(RhythmGrid.SIXTEENTHS.quantize(free)).isEqualTo(sequence);
            assertThat(RhythmGrid.SIXTEENTHS.quantize(free, OffGrid.DROP)).isEqualTo(new Quantization(sequence, 0));
        });
    }

    @Test
    void quantizingTwiceIsQuantizingOnce() {
        ForAll.examples(RhythmGridTest::played).check(sequence -> {
            QuantizedSequence once = RhythmGrid.SIXTEENTHS.quantize(sequence);

            assertThat(RhythmGrid.SIXTEENTHS.quantize(once.toNoteSequence())).isEqualTo(once);
        });
    }

    @Test
    void drumsStayDrums() {
        Part drums = new Part("kit", new Instrument.Drums(), List.of(note(36, Beat.ZERO, Beat.of(1))));
        NoteSequence sequence = NoteSequence.of("", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(drums));

        assertThat(RhythmGrid.SIXTEENTHS.quantize(sequence).parts()).allMatch(QuantizedPart::isDrums);
    }

    @Test
    void aPieceOfYearsIsRefusedWithASentence() {
        NoteSequence endless = piece(note(60, Beat.of(Long.MAX_VALUE / 8), Beat.of(1)));
        NoteSequence held = piece(note(60, Beat.ZERO, Beat.of(Long.MAX_VALUE)));

        for (NoteSequence hostile : List.of(endless, held)) {
            assertThatThrownBy(() -> RhythmGrid.SIXTEENTHS.quantize(hostile))
                    .isInstanceOf(UnquantizableException.class)
                    .hasMessageContaining("50000 beats is the most");
        }
    }

    @Test
    void fractionsTooFineToComputeWithAreRefused() {
        NoteSequence fine = piece(note(60, Beat.of(1, Long.MAX_VALUE), Beat.of(1, Long.MAX_VALUE - 1)));

        assertThatThrownBy(() -> RhythmGrid.SIXTEENTHS.quantize(fine))
                .isInstanceOf(UnquantizableException.class)
                .hasMessageContaining("too fine");
    }

    @Test
    void aSliceCutsNotesAtItsEdgesAndKeepsTheTempoThatHolds() {
        NoteSequence sequence = new NoteSequence(
                "",
                List.of(new Part(
                        "",
                        Instrument.PIANO,
                        List.of(note(60, Beat.ZERO, Beat.of(4)), note(62, Beat.of(5), Beat.of(1))))),
                List.of(new At<>(Beat.ZERO, new Tempo(90)), new At<>(Beat.of(2), new Tempo(60))),
                List.of(),
                List.of());

        QuantizedSequence slice = RhythmGrid.SIXTEENTHS.quantize(sequence).slice(4, 8);

        assertThat(slice.lengthInSteps()).isEqualTo(8);
        assertThat(slice.allNotes()).containsExactly(step(60, 0, 8));
        assertThat(slice.tempos())
                .containsExactly(new At<>(Beat.ZERO, new Tempo(90)), new At<>(Beat.of(1), new Tempo(60)));
    }

    @Test
    void ofNotesOfOnePitchThatSoundOnASliceKeepsTheLongest() {
        QuantizedSequence piled = RhythmGrid.SIXTEENTHS.quantize(piece(
                note(60, Beat.ZERO, Beat.of(3)), note(60, Beat.of(1), Beat.of(5)), note(60, Beat.of(1), Beat.of(2))));

        assertThat(piled.slice(8, 64).allNotes()).containsExactly(step(60, 0, 16));
    }

    @Test
    void aSliceDoesNotStrikeADrumAgainThatSoundsOn() {
        QuantizedPart drums =
                new QuantizedPart("", new Instrument.Drums(), List.of(step(49, 0, 8), step(36, 4, 4), step(38, 6, 1)));
        QuantizedSequence piece = QuantizedSequence.of(RhythmGrid.SIXTEENTHS, 8, List.of(drums));

        assertThat(piece.slice(4, 4).allNotes()).containsExactly(step(36, 0, 4), step(38, 2, 1));
    }

    private static QuantizedSequence onGrid(SplittableRandom random) {
        List<QuantizedNote> notes = Stream.generate(
                        () -> step(random.nextInt(128), random.nextInt(60), 1 + random.nextInt(20)))
                .limit(random.nextInt(1, 30))
                .toList();
        int end = notes.stream().mapToInt(QuantizedNote::endStep).max().orElseThrow();
        return QuantizedSequence.of(
                RhythmGrid.SIXTEENTHS, end, List.of(new QuantizedPart("", Instrument.PIANO, notes)));
    }

    private static NoteSequence played(SplittableRandom random) {
        return piece(Stream.generate(() -> note(
                        random.nextInt(128), Beat.of(random.nextInt(9999), 480), Beat.of(random.nextInt(1, 999), 480)))
                .limit(random.nextInt(1, 30))
                .toArray(Note[]::new));
    }

    private static NoteSequence piece(Note... notes) {
        return NoteSequence.of(
                "", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, List.of(notes))));
    }

    private static Note note(int pitch, Beat start, Beat duration) {
        return new Note(Pitch.of(pitch), Velocity.DEFAULT, start, duration);
    }

    private static QuantizedNote step(int pitch, int startStep, int lengthInSteps) {
        return new QuantizedNote(Pitch.of(pitch), Velocity.DEFAULT, startStep, lengthInSteps);
    }
}
