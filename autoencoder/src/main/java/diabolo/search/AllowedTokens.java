package diabolo.search;

import diabolo.note.Pitch;
import diabolo.representation.DrumClass;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import java.util.stream.IntStream;

/**
 * The tokens that a decoder may choose under constraints: a given note is struck and held, and any other note-on must be in the
 * key and not forbidden. A mask by token cannot keep an earlier note from being held into a forbidden one; {@link
 * ConstraintResult} shows if it happens.
 */
record AllowedTokens(WindowConstraints constraints, TokenRepresentation representation) {

    /** By line, step and token. */
    boolean[][][] table() {
        int[][] given = representation
                .require(constraints.sketch().orElseGet(representation::silence))
                .lines();
        boolean[][][] allowed = new boolean[given.length][][];
        for (int line = 0; line < allowed.length; line++) {
            allowed[line] = switch (representation.lines().get(line).kind()) {
                case PITCHED -> tones(given[line]);
                case DRUMS -> hits(given[line]);
            };
        }
        return allowed;
    }

    private boolean[][] tones(int[] given) {
        boolean[][] allowed = new boolean[given.length][];
        boolean sounding = false;
        for (int step = 0; step < given.length; step++) {
            sounding = given[step] >= Melody.FIRST_NOTE_ON || (sounding && given[step] == Melody.HOLD);
            allowed[step] = sounding ? only(given[step]) : tones(step);
        }
        return allowed;
    }

    private boolean[][] hits(int[] given) {
        return IntStream.range(0, given.length)
                .mapToObj(step -> hits(given[step], step))
                .toArray(boolean[][]::new);
    }

    private static boolean[] only(int token) {
        boolean[] allowed = new boolean[Melody.ALPHABET];
        allowed[token] = true;
        return allowed;
    }

    private boolean[] tones(int step) {
        boolean[] allowed = new boolean[Melody.ALPHABET];
        allowed[Melody.HOLD] = true;
        allowed[Melody.NOTE_OFF] = true;
        for (int midi = Melody.LOWEST_PITCH; midi <= Melody.HIGHEST_PITCH; midi++) {
            Pitch pitch = Pitch.of(midi);
            boolean inKey = constraints.key().map(key -> key.contains(pitch)).orElse(true);
            allowed[Melody.noteOn(pitch)] = inKey && !isForbidden(SoundingNotes.tone(pitch), step);
        }
        return allowed;
    }

    private boolean[] hits(int given, int step) {
        boolean[] allowed = new boolean[Drums.ALPHABET];
        for (int token = 0; token < allowed.length; token++) {
            allowed[token] = (token & given) == given && !anyForbidden(token, step);
        }
        return allowed;
    }

    private boolean anyForbidden(int token, int step) {
        for (DrumClass drum : DrumClass.values()) {
            if ((token & drum.bit()) != 0 && isForbidden(SoundingNotes.drum(drum.pitch()), step)) {
                return true;
            }
        }
        return false;
    }

    private boolean isForbidden(int voice, int step) {
        return constraints.forbidden().stream()
                .anyMatch(note -> note.voice() == voice && note.start() <= step && step < note.end());
    }
}
