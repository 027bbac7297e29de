package diabolo.latent;

import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;

/**
 * Given notes laid over a window: they sound as given, and the rest stays as it was.
 *
 * @param goal whose notes are given
 * @param sketch the cells of the given notes alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LaidOver(WindowGoal goal, float[] sketch) {

    /** The window, zeros and ones, with the notes over it. */
    float[] over(float[] cells) {
        return switch (goal.representation()) {
            case PianoRoll roll -> over(roll, cells);
            case TokenRepresentation tokens -> over(tokens, cells);
        };
    }

    private float[] over(PianoRoll roll, float[] cells) {
        float[] laid = new float[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            boolean beginsNext = cell + roll.pitches() < cells.length
                    && sketch[cell] == 0
                    && sketch[cell + roll.pitches()] == 1; // a note begins only where its pitch was silent
            laid[cell] = sketch[cell] == 1 || (cells[cell] > 0.5f && !beginsNext) ? 1 : 0;
        }
        return laid;
    }

    private float[] over(TokenRepresentation representation, float[] cells) {
        int[][] tokens = representation.tokens(cells);
        int[][] given = representation.tokens(sketch);
        for (int line = 0; line < tokens.length; line++) {
            boolean isDrums = representation instanceof Drums || (representation instanceof Trio && line == Trio.DRUMS);
            if (isDrums) {
                hit(tokens[line], given[line]);
            } else {
                play(tokens[line], given[line]);
            }
        }
        return representation.cells(tokens);
    }

    private static void hit(int[] line, int[] given) {
        for (int step = 0; step < line.length; step++) {
            line[step] |= given[step];
        }
    }

    /** A given tone is copied with its holds; where it ends, what was held is silent. */
    private static void play(int[] line, int[] given) {
        boolean sounding = false;
        for (int step = 0; step < line.length; step++) {
            boolean ends = sounding && given[step] == Melody.NOTE_OFF;
            sounding = given[step] >= Melody.FIRST_NOTE_ON || (sounding && given[step] == Melody.HOLD);
            if (sounding) {
                line[step] = given[step];
            } else if (ends && line[step] == Melody.HOLD) {
                line[step] = Melody.NOTE_OFF;
            }
        }
    }
}
