package exercises.wrong;

import exercises.solution.RollSolution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

public final class RollMistakes {

    private RollMistakes() {}

    @Caught("one step too long")
    public static class EndIncluded extends RollSolution {
        @Override
        public boolean[][] encode(int[][] notes, int steps, int lowestPitch, int pitches) {
            int[][] longer = Stream.of(notes)
                    .map(note -> new int[] {note[0], note[1], note[2] + 1})
                    .toArray(int[][]::new);
            return super.encode(longer, steps, lowestPitch, pitches);
        }
    }

    @Caught("takes the length for the step where the note ends")
    public static class LengthForEnd extends RollSolution {
        @Override
        public boolean[][] encode(int[][] notes, int steps, int lowestPitch, int pitches) {
            int[][] wrong = Stream.of(notes)
                    .map(note -> new int[] {note[0], note[1], note[2] - note[1]})
                    .toArray(int[][]::new);
            return super.encode(wrong, steps, lowestPitch, pitches);
        }
    }

    @Caught("only the first step of the note is set")
    public static class OnsetAlone extends RollSolution {
        @Override
        public boolean[][] encode(int[][] notes, int steps, int lowestPitch, int pitches) {
            int[][] wrong = Stream.of(notes)
                    .map(note -> new int[] {note[0], note[1], 1})
                    .toArray(int[][]::new);
            return super.encode(wrong, steps, lowestPitch, pitches);
        }
    }

    @Caught("the piano's lowest key, 21")
    public static class FromThePianosLowestKey extends RollSolution {
        @Override
        public boolean[][] encode(int[][] notes, int steps, int lowestPitch, int pitches) {
            return super.encode(notes, steps, 21, pitches);
        }
    }

    @Caught("upside down")
    public static class UpsideDown extends RollSolution {
        @Override
        public boolean[][] encode(int[][] notes, int steps, int lowestPitch, int pitches) {
            int[][] wrong = Stream.of(notes)
                    .map(note -> new int[] {2 * lowestPitch + pitches - 1 - note[0], note[1], note[2]})
                    .toArray(int[][]::new);
            return super.encode(wrong, steps, lowestPitch, pitches);
        }
    }

    @Caught("[pitches][steps]")
    public static class Transposed extends RollSolution {
        @Override
        public boolean[][] encode(int[][] notes, int steps, int lowestPitch, int pitches) {
            boolean[][] right = super.encode(notes, steps, lowestPitch, pitches);
            boolean[][] transposed = new boolean[pitches][steps];
            for (int step = 0; step < steps; step++) {
                for (int row = 0; row < pitches; row++) {
                    transposed[row][step] = right[step][row];
                }
            }
            return transposed;
        }
    }

    @Caught("outside the roll")
    public static class NoCheckOfTheRange extends RollSolution {
        @Override
        public boolean[][] encode(int[][] notes, int steps, int lowestPitch, int pitches) {
            boolean[][] cells = new boolean[steps][pitches];
            for (int[] note : notes) {
                for (int step = note[1]; step < note[1] + note[2]; step++) {
                    cells[step][note[0] - lowestPitch] = true;
                }
            }
            return cells;
        }
    }

    @Caught("one note for each cell")
    public static class NoteForEachCell extends RollSolution {
        @Override
        public int[][] decode(boolean[][] cells, int lowestPitch) {
            List<int[]> notes = new ArrayList<>();
            for (int step = 0; step < cells.length; step++) {
                for (int row = 0; row < cells[step].length; row++) {
                    if (cells[step][row]) {
                        notes.add(new int[] {lowestPitch + row, step, 1});
                    }
                }
            }
            return notes.toArray(int[][]::new);
        }
    }

    @Caught("still sounds in the last step")
    public static class LastNoteLost extends RollSolution {
        @Override
        public int[][] decode(boolean[][] cells, int lowestPitch) {
            return Stream.of(super.decode(cells, lowestPitch))
                    .filter(note -> note[1] + note[2] < cells.length)
                    .toArray(int[][]::new);
        }
    }

    @Caught("lowestPitch is not added")
    public static class RowForPitch extends RollSolution {
        @Override
        public int[][] decode(boolean[][] cells, int lowestPitch) {
            return super.decode(cells, 0);
        }
    }

    @Caught("in another order")
    public static class PitchByPitch extends RollSolution {
        @Override
        public int[][] decode(boolean[][] cells, int lowestPitch) {
            return Stream.of(super.decode(cells, lowestPitch))
                    .sorted((a, b) -> Integer.compare(a[0], b[0]))
                    .toArray(int[][]::new);
        }
    }
}
