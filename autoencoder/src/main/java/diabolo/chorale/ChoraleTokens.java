package diabolo.chorale;

import diabolo.evaluation.chorale.Chorale;
import diabolo.evaluation.chorale.Voice;
import diabolo.note.Key;

/**
 * Four voices as tokens, in C major or A minor: 0 outside the piece, 1 for rests, and two for each pitch, when it begins and while it is held.
 *
 * <pre>{@code
 * int[][] tokens = ChoraleTokens.of(chorale); // [voices + 1][steps], the last line the places in the bar
 * }</pre>
 *
 * <p>A held token says what is held, unlike those of melodies, so that each token means the same whatever is masked before it.
 */
public final class ChoraleTokens {

    /** MIDI number of the lowest pitch, A1, in C major or A minor. */
    static final int LOWEST = 33;

    /** MIDI number of the highest pitch, D6, in C major or A minor. */
    static final int HIGHEST = 86;

    static final int OUTSIDE = 0;
    static final int REST = 1;
    private static final int FIRST_PITCH = 2;

    /** How many tokens there are. */
    static final int COUNT = FIRST_PITCH + 2 * (HIGHEST - LOWEST + 1);

    /** Steps outside the piece at both ends. */
    static final int MARGIN = 8;

    private ChoraleTokens() {}

    /** Semitones up to C major or A minor. */
    static int up(Key key) {
        return key.semitonesToNoSharpsNoFlats();
    }

    /** The token of a pitch in C major or A minor, which must be of 33 to 86. */
    static int token(int pitch, boolean begins) {
        return pitch == Chorale.REST ? REST : FIRST_PITCH + 2 * (pitch - LOWEST) + (begins ? 0 : 1);
    }

    /** The pitch of a token; {@link Chorale#REST} of rests and outside. */
    static int pitch(int token) {
        return token < FIRST_PITCH ? Chorale.REST : LOWEST + (token - FIRST_PITCH) / 2;
    }

    static boolean isHeld(int token) {
        return token >= FIRST_PITCH && token % 2 == 1;
    }

    static boolean isPitch(int token) {
        return token >= FIRST_PITCH;
    }

    /** Whether all pitches have tokens. */
    public static boolean fit(Chorale chorale) {
        int up = up(chorale.key());
        for (int[] line : chorale.pitches()) {
            for (int pitch : line) {
                if (pitch != Chorale.REST && (pitch + up < LOWEST || pitch + up > HIGHEST)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** With a margin at both ends: [voices + 1][steps + 2 * MARGIN]. */
    public static int[][] of(Chorale chorale) {
        int up = up(chorale.key());
        int[][] tokens = new int[Voice.COUNT + 1][chorale.steps() + 2 * MARGIN];
        for (int voice = 0; voice < Voice.COUNT; voice++) {
            for (int step = 0; step < chorale.steps(); step++) {
                int pitch = chorale.pitches()[voice][step];
                tokens[voice][MARGIN + step] =
                        token(pitch == Chorale.REST ? pitch : pitch + up, chorale.begins()[voice][step]);
            }
        }
        System.arraycopy(chorale.places(), 0, tokens[Voice.COUNT], MARGIN, chorale.steps());
        return tokens;
    }

    /** The four voices of tokens; what is held and was not sounding begins. */
    static Chorale chorale(String name, Key key, int[][] tokens) {
        int steps = tokens[0].length - 2 * MARGIN;
        int up = up(key);
        int[] places = new int[steps];
        System.arraycopy(tokens[Voice.COUNT], MARGIN, places, 0, steps);
        int[][] pitches = new int[Voice.COUNT][steps];
        boolean[][] begins = new boolean[Voice.COUNT][steps];
        for (int voice = 0; voice < Voice.COUNT; voice++) {
            for (int step = 0; step < steps; step++) {
                int token = tokens[voice][MARGIN + step];
                int pitch = pitch(token);
                pitches[voice][step] = pitch == Chorale.REST ? pitch : pitch - up;
                begins[voice][step] = step == 0
                        || pitches[voice][step] != pitches[voice][step - 1]
                        || (isPitch(token) && !isHeld(token));
            }
        }
        return new Chorale(name, key, places, pitches, begins);
    }
}
