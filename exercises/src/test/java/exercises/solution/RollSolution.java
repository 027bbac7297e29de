package exercises.solution;

import exercises.Roll;
import java.util.ArrayList;
import java.util.List;

public class RollSolution extends Roll {

    @Override
    public boolean[][] encode(int[][] notes, int steps, int lowestPitch, int pitches) {
        boolean[][] cells = new boolean[steps][pitches];
        for (int[] note : notes) {
            int row = note[0] - lowestPitch;
            for (int step = note[1]; step < Math.min(steps, note[1] + note[2]) && row >= 0 && row < pitches; step++) {
                cells[step][row] = true;
            }
        }
        return cells;
    }

    @Override
    public int[][] decode(boolean[][] cells, int lowestPitch) {
        List<int[]> notes = new ArrayList<>();
        for (int step = 0; step < cells.length; step++) {
            for (int row = 0; row < cells[step].length; row++) {
                if (cells[step][row] && (step == 0 || !cells[step - 1][row])) {
                    notes.add(new int[] {lowestPitch + row, step, length(cells, step, row)});
                }
            }
        }
        return notes.toArray(int[][]::new);
    }

    private static int length(boolean[][] cells, int from, int row) {
        int end = from;
        while (end < cells.length && cells[end][row]) {
            end++;
        }
        return end - from;
    }
}
