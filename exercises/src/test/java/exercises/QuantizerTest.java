package exercises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import diabolo.grid.QuantizedNote;
import diabolo.grid.RhythmGrid;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import exercises.course.ExerciseTest;
import exercises.given.Scores;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 2, see 02-quantization.md. */
@ExerciseTest
class QuantizerTest {

    private static final int SIXTEENTHS = 4;

    @Test
    @Order(1)
    void nearestStep(Quantizer quantizer) {
        for (double beat : new double[] {1.3, 0, 0.25, 1, 1.49, 2.05, 2.2, 7.8, 100.99}) {
            int right = (int) Math.floor(beat * SIXTEENTHS + 0.5);
            int step = quantizer.nearestStep(beat, SIXTEENTHS);
            if (step != right) {
                fail("Beat %s is nearest to step %d of sixteenths, and nearestStep says %d%s"
                        .formatted(beat, right, step, cause(beat, right, step)));
            }
        }
    }

    private static String cause(double beat, int right, int step) {
        if (step == right + 1) {
            return ": one step too late: steps are counted from 0.";
        }
        if (step == (int) (beat * SIXTEENTHS)) {
            return ": it is rounded down, and the next step is nearer.";
        }
        if (step == Math.round(beat) * SIXTEENTHS) {
            return ": the beat is rounded before it is multiplied; multiply first.";
        }
        return step == (int) Math.floor(beat + 0.5)
                ? ": that takes stepsPerBeat for the steps of a whole 4/4 bar; they are those of one quarter note."
                : ".";
    }

    @Test
    @Order(2)
    void halfWay(Quantizer quantizer) {
        for (double beat : new double[] {0.125, 0.375, 0.625}) {
            int right = (int) (beat * SIXTEENTHS + 0.5);
            assertEquals(
                    right,
                    quantizer.nearestStep(beat, SIXTEENTHS),
                    "Beat %s is half-way between two steps and goes to the later one, %d (Math.rint goes to the even one)"
                            .formatted(beat, right));
        }
    }

    @Test
    @Order(3)
    void lengthOfANote(Quantizer quantizer) {
        int[] quantized = quantizer.quantize(0.6, 0.6, SIXTEENTHS); // from 2.4 to 4.8 sixteenths
        assertEquals(2, quantized.length, "quantize returns two numbers: the first step and the length in steps");
        if (quantized[1] != 3) {
            fail("A note from 2.4 to 4.8 steps is from step 2 to 5 on the grid: 3 steps long, and quantize says %d%s"
                    .formatted(
                            quantized[1],
                            switch (quantized[1]) {
                                case 2 ->
                                    ": the duration is rounded by itself, or down. Round the end, and take the difference: else neighbours overlap or part.";
                                case 5 -> ": that is where the note ends; its length is the end less the start.";
                                default -> ".";
                            }));
        }
    }

    @Test
    @Order(4)
    void shortNotes(Quantizer quantizer) {
        int[] quantized = quantizer.quantize(1.02, 0.05, SIXTEENTHS);

        assertEquals(
                1,
                quantized[1],
                "A note of a twentieth of a beat, which starts and ends nearest to one step, must keep one step; with no steps at all it vanishes. The length");
    }

    @Test
    @Order(5)
    void likeTheLibrary(Quantizer quantizer) {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            int stepsPerBeat = List.of(2, 3, 4, 6, 12).get(random.nextInt(5));
            Beat start = Beat.of(random.nextInt(10_000), 128);
            Beat duration = Beat.of(1 + random.nextInt(500), 128);

            assertArrayEquals(
                    steps(libraryQuantized(start, duration, stepsPerBeat)),
                    quantizer.quantize(start.toDouble(), duration.toDouble(), stepsPerBeat),
                    "A note from beat %s, %s beats long, at %d steps a beat is on another step or of another length than in Diabolo;"
                            .formatted(start, duration, stepsPerBeat));
        }
    }

    /** How far drummers are from the grid: a person, unlike a score, is never on it. */
    @Test
    @Order(6)
    @Tag("data")
    void howFarDrummersAreFromTheGrid(Quantizer quantizer) {
        List<NoteSequence> grooves = Scores.of("drums-groove/drummer1/session1");
        assumeFalse(grooves.isEmpty(), Scores.missing("drums-groove"));

        StringBuilder distances = new StringBuilder();
        for (int stepsPerBeat : new int[] {2, 4, 6, 12}) {
            double mean = grooves.stream()
                    .flatMap(NoteSequence::allNotes)
                    .mapToDouble(note -> note.start().toDouble())
                    .map(beat -> Math.abs(beat - (double) quantizer.nearestStep(beat, stepsPerBeat) / stepsPerBeat))
                    .average()
                    .orElseThrow();
            distances.append("%n  %.4f beats at %d steps a beat".formatted(mean, stepsPerBeat));
            assertTrue(mean <= 0.5 / stepsPerBeat, "a nearest step is never farther than half a step");
        }
        System.out.println("Exercise 2: drum strokes are from their nearest step, in mean," + distances);
    }

    private static int[] steps(QuantizedNote note) {
        return new int[] {note.startStep(), note.lengthInSteps()};
    }

    private static QuantizedNote libraryQuantized(Beat start, Beat duration, int stepsPerBeat) {
        Note note = new Note(Pitch.of(60), Velocity.DEFAULT, start, duration);
        NoteSequence piece = NoteSequence.of(
                "", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, List.of(note))));
        return new RhythmGrid(stepsPerBeat)
                .quantize(piece)
                .allNotes()
                .findFirst()
                .orElseThrow();
    }
}
