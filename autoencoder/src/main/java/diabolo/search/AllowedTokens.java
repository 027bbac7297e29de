package diabolo.search;

import diabolo.note.Pitch;
import diabolo.representation.DrumClass;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import java.util.stream.IntStream;

/**
 * Which tokens a decoder may choose so that what it writes has the given notes, none that is forbidden and none out of the key:
 * a given tone is struck and held, and where others are struck, they are allowed ones. That a tone struck before is not held into a
 * forbidden one cannot be said token by token; {@link ConstraintResult} tells if it happens.
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
