package exercises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.NoteSequence;
import diabolo.representation.PianoRoll;
import exercises.course.ExerciseTest;
import exercises.given.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 3, see 03-piano-roll.md. */
@ExerciseTest
class RollTest {

    private static final int STEPS = 16;
    private static final int LOWEST = 12;
    private static final int PITCHES = 88;

    @Test
    @Order(1)
    void aNoteFillsItsSteps(Roll roll) {
        boolean[][] cells = roll.encode(new int[][] {{64, 3, 5}}, STEPS, LOWEST, PITCHES);

        if (cells.length == PITCHES && cells[0].length == STEPS) {
            fail("The roll is [pitches][steps]; its first index is the step.");
        }
        assertEquals(STEPS, cells.length, "the roll has as many rows as there are steps;");
        assertEquals(PITCHES, cells[0].length, "a step has as many cells as there are pitches;");
        String given = "Of a note of pitch 64, 5 steps long from step 3, in a roll from pitch 12 up, ";
        List<Integer> steps = stepsOf(cells, 64 - LOWEST);
        if (steps.isEmpty()) {
            int row = rowThatSounds(cells);
            fail(given + "nothing sounds in row 52"
                    + (row < 0
                            ? " nor any other: does the loop run from the first step to the first step plus the length, or does it take the length for the step where the note ends?"
                            : row == 64 - 21
                                    ? ", but in row 43: that is counted from the piano's lowest key, 21; count from lowestPitch."
                                    : row == PITCHES - 1 - 52
                                            ? ", but in row %d: the roll is upside down; row 0 is the lowest pitch."
                                                    .formatted(row)
                                            : ", but in row %d.".formatted(row)));
        }
        if (!steps.equals(List.of(3, 4, 5, 6, 7))) {
            fail(given
                    + "the steps %s sound, and 3 to 7 should%s"
                            .formatted(
                                    steps,
                                    steps.equals(List.of(3, 4, 5, 6, 7, 8))
                                            ? ": one step too long; the first step at which a note no longer sounds is start + length."
                                            : steps.equals(List.of(3))
                                                    ? ": only the first step of the note is set."
                                                    : steps.equals(List.of(3, 4))
                                                            ? ": the loop takes the length for the step where the note ends."
                                                            : "."));
        }
    }

    @Test
    @Order(2)
    void whatIsOutsideIsLeftOut(Roll roll) {
        int[][] notes = {{11, 0, 2}, {100, 0, 2}, {60, 14, 8}};
        try {
            boolean[][] cells = roll.encode(notes, STEPS, LOWEST, PITCHES);
            assertEquals(
                    2,
                    Stream.of(cells).mapToInt(RollTest::sounding).sum(),
                    "Of the pitches 11 and 100, outside the roll, and a note from step 14, past whose end it goes, two cells should sound, steps 14 and 15 of pitch 60; the number of cells");
        } catch (ArrayIndexOutOfBoundsException outside) {
            fail("A note that is outside the roll is left out, and encode reached for a cell that there is not ("
                    + outside.getMessage()
                    + "): check pitch and step before setting a cell.");
        }
    }

    @Test
    @Order(3)
    void aRunOfCellsIsANote(Roll roll) {
        int[][] notes = {{60, 0, 4}, {64, 2, 3}, {60, 8, 1}, {67, 8, 2}};

        check(roll, notes, cellsOf(notes));
    }

    @Test
    @Order(4)
    void aNoteMaySoundToTheEnd(Roll roll) {
        int[][] notes = {{72, 3, 2}, {55, 12, 4}};
        if (roll.decode(cellsOf(notes), LOWEST).length == 1) {
            fail(
                    "A note that still sounds in the last step is missing: nothing falls silent after it, so end it with the roll.");
        }

        check(roll, notes, cellsOf(notes));
    }

    private static void check(Roll roll, int[][] notes, boolean[][] cells) {
        int[][] decoded = roll.decode(cells, LOWEST);
        String wanted =
                "decode should find " + Arrays.deepToString(notes) + ", and found " + Arrays.deepToString(decoded);
        if (Arrays.deepEquals(notes, decoded)) {
            return;
        }
        int total = Stream.of(notes).mapToInt(note -> note[2]).sum();
        if (decoded.length == total) {
            fail(wanted + ": that is one note for each cell; a note goes on while its pitch sounds.");
        }
        if (Arrays.deepEquals(sorted(notes), sorted(decoded))) {
            fail(
                    wanted
                            + ": the same in another order; go through the steps first, and within a step through the pitches.");
        }
        boolean tooLow = decoded.length == notes.length && decoded[0][0] == notes[0][0] - LOWEST;
        fail(wanted + (tooLow ? ": lowestPitch is not added to the row." : "."));
    }

    @Test
    @Order(5)
    void likeTheLibrary(Roll roll) {
        java.util.Random random = new java.util.Random(3);
        int[][] notes = new int[40][];
        for (int i = 0; i < notes.length; i++) {
            notes[i] = new int[] {random.nextInt(128), random.nextInt(64), 1 + random.nextInt(12)};
        }
        List<QuantizedNote> forLibrary = Stream.of(notes)
                .map(note -> new QuantizedNote(
                        diabolo.note.Pitch.of(note[0]), diabolo.note.Velocity.DEFAULT, note[1], note[2]))
                .toList();
        QuantizedSequence piece = QuantizedSequence.of(
                RhythmGrid.SIXTEENTHS,
                80,
                List.of(new diabolo.grid.QuantizedPart("", diabolo.note.Instrument.PIANO, forLibrary)));

        float[] library = PianoRoll.DEEPHEAR.encodeReporting(piece).frames() instanceof diabolo.representation.Cells c
                ? c.values()
                : new float[0];
        boolean[][] cells = roll.encode(notes, 64, LOWEST, PITCHES);
        for (int step = 0; step < 64; step++) {
            for (int row = 0; row < PITCHES; row++) {
                assertEquals(
                        library[step * PITCHES + row] == 1,
                        cells[step][row],
                        "Of 40 notes, Diabolo's roll differs in step %d at pitch %d: whether it sounds"
                                .formatted(step, LOWEST + row));
            }
        }
    }

    /** How many notes of real rags a binary roll cannot keep apart. */
    @Test
    @Order(6)
    @Tag("data")
    void whatARollForgets(Roll roll) {
        List<NoteSequence> rags = Scores.of("ragtime-mutopia");
        assumeFalse(rags.isEmpty(), Scores.missing("ragtime-mutopia"));
        long before = 0;
        long after = 0;
        for (NoteSequence rag : rags) {
            QuantizedSequence quantized = RhythmGrid.SIXTEENTHS.quantize(rag);
            int[][] notes = quantized
                    .allNotes()
                    .map(note -> new int[] {note.pitch().midi(), note.startStep(), note.lengthInSteps()})
                    .toArray(int[][]::new);
            before += Stream.of(notes).map(Arrays::toString).distinct().count();
            int[][] again = roll.decode(roll.encode(notes, quantized.lengthInSteps(), 0, 128), 0);
            after += again.length;
            assertArrayEquals(
                    roll.encode(notes, quantized.lengthInSteps(), 0, 128),
                    roll.encode(again, quantized.lengthInSteps(), 0, 128),
                    "decoding a roll and encoding it again gives another roll;");
        }
        System.out.printf(
                "Exercise 3: of %,d notes of %d rags a roll keeps %,d apart, %.1f %%.%n",
                before, rags.size(), after, 100.0 * after / before);
    }

    private static boolean[][] cellsOf(int[][] notes) {
        boolean[][] cells = new boolean[STEPS][PITCHES];
        for (int[] note : notes) {
            for (int step = 0; step < note[2]; step++) {
                cells[note[1] + step][note[0] - LOWEST] = true;
            }
        }
        return cells;
    }

    private static List<Integer> stepsOf(boolean[][] cells, int row) {
        return java.util.stream.IntStream.range(0, cells.length)
                .filter(step -> cells[step][row])
                .boxed()
                .toList();
    }

    private static int rowThatSounds(boolean[][] cells) {
        for (boolean[] step : cells) {
            for (int row = 0; row < step.length; row++) {
                if (step[row]) {
                    return row;
                }
            }
        }
        return -1;
    }

    private static int sounding(boolean[] cells) {
        int sounding = 0;
        for (boolean cell : cells) {
            sounding += cell ? 1 : 0;
        }
        return sounding;
    }

    private static int[][] sorted(int[][] notes) {
        return Stream.of(notes).sorted(Arrays::compare).toArray(int[][]::new);
    }
}
