package diabolo.representation;

import diabolo.note.Checks;
import java.util.List;

/** Between tokens and one-hot cells, and the check that tokens are as many and as large as they may be. */
final class OneHot {

    private OneHot() {}

    static int[][] tokens(TokenRepresentation representation, float[] cells) {
        Checks.require(
                cells.length == representation.cells(),
                "%s of %d steps has %d cells, but %d were given."
                        .formatted(
                                named(representation), representation.steps(), representation.cells(), cells.length));
        List<Integer> alphabets = representation.alphabets();
        int steps = representation.steps();
        int[][] tokens = new int[alphabets.size()][steps];
        int cell = 0;
        for (int step = 0; step < steps; step++) {
            for (int line = 0; line < tokens.length; line++) {
                int size = alphabets.get(line);
                tokens[line][step] = mostActive(cells, cell, size);
                cell += size;
            }
        }
        return tokens;
    }

    static float[] cells(TokenRepresentation representation, int[][] tokens) {
        requireTokens(representation, tokens);
        List<Integer> alphabets = representation.alphabets();
        float[] cells = new float[representation.cells()];
        int cell = 0;
        for (int step = 0; step < representation.steps(); step++) {
            for (int line = 0; line < tokens.length; line++) {
                cells[cell + tokens[line][step]] = 1;
                cell += alphabets.get(line);
            }
        }
        return cells;
    }

    static void requireTokens(TokenRepresentation representation, int[][] tokens) {
        List<Integer> alphabets = representation.alphabets();
        Checks.require(
                tokens.length == alphabets.size(),
                "%s has %d lines of tokens, but %d were given."
                        .formatted(named(representation), alphabets.size(), tokens.length));
        for (int line = 0; line < tokens.length; line++) {
            Checks.require(
                    tokens[line].length == representation.steps(),
                    "%s has %d tokens in a line, but %d were given."
                            .formatted(named(representation), representation.steps(), tokens[line].length));
            for (int token : tokens[line]) {
                Checks.requireBetween("token", token, 0, alphabets.get(line) - 1);
            }
        }
    }

    private static int mostActive(float[] cells, int from, int size) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int token = 0; token < size; token++) {
            if (cells[from + token] > most) {
                most = cells[from + token];
                best = token;
            }
        }
        return best;
    }

    private static String named(TokenRepresentation representation) {
        return "The representation " + representation.name();
    }
}
