package diabolo.evaluation.chorale;

import diabolo.note.Key;
import java.util.Arrays;
import java.util.stream.Stream;

/** Chorales written as four lines of pitches, {@code "72 72 71 72"}, in C major and 4/4; what is like the step before is held. */
public final class Lines {

    private Lines() {}

    public static Chorale of(String soprano, String alto, String tenor, String bass) {
        return of(Key.C_MAJOR, soprano, alto, tenor, bass);
    }

    static Chorale of(Key key, String... lines) {
        int[][] pitches = Arrays.stream(lines)
                .map(line -> Stream.of(line.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new);
        boolean[][] begins = new boolean[pitches.length][pitches[0].length];
        for (int line = 0; line < pitches.length; line++) {
            for (int step = 0; step < pitches[line].length; step++) {
                begins[line][step] = step == 0 || pitches[line][step] != pitches[line][step - 1];
            }
        }
        return new Chorale("lines", key, BarPlace.ofFourFour(pitches[0].length), pitches, begins);
    }
}
