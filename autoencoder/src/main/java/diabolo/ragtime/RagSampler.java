package diabolo.ragtime;

import diabolo.inpainting.GibbsSampling;
import diabolo.inpainting.TokenChance;
import diabolo.model.Inpainter;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Samples two hands by {@link GibbsSampling}, which masks quarter notes.
 *
 * <pre>{@code
 * List<int[][]> candidates = new RagSampler(inpainter, shapes).sample(tokens, same, settings, random);
 * }</pre>
 *
 * <p>Of a step the left hand is chosen first, and the shape of a hand after its leading note.
 */
record RagSampler(Inpainter inpainter, HandShapes shapes) {

    private static final double IMPOSSIBLE = -1e4;

    /** Sampled shapes drift to the most frequent one, a single note; this keeps them as full as written ones. */
    private static final double SINGLE_RIGHT = 1;

    private static final double SINGLE_LEFT = 0.1;

    private static final double PITCH_TEMPERATURE = 0.8; // beside that of everything

    /** Each hand as a whole, and then the shapes under its leading notes. */
    private static final List<GibbsSampling.Pass> LAST = List.of(
            new GibbsSampling.Pass("left", Set.of(Hand.LEFT.line(), Hand.LEFT.shapeLine())),
            new GibbsSampling.Pass("left shapes", Hand.LEFT.shapeLine()),
            new GibbsSampling.Pass("right", Set.of(Hand.RIGHT.line(), Hand.RIGHT.shapeLine())),
            new GibbsSampling.Pass("right shapes", Hand.RIGHT.shapeLine()));

    private static final int[] ORDER = {
        Hand.LEFT.line(), Hand.LEFT.shapeLine(), Hand.RIGHT.line(), Hand.RIGHT.shapeLine()
    };

    /**
     * Samples both hands.
     *
     * @param tokens [LINES + 1][steps], of which the places count
     * @param same see {@link GibbsSampling}
     */
    List<int[][]> sample(int[][] tokens, int[] same, GibbsSampling.Settings settings, RandomSource random) {
        return new GibbsSampling(
                        inpainter,
                        RagTokens.STEPS_PER_BEAT,
                        RagTokens.LINES / Hand.COUNT,
                        LAST,
                        same,
                        (piece, masked, predicted, temperature, generator) ->
                                choose(piece, masked, predicted, same, temperature, generator),
                        true)
                .sample(tokens, settings, random);
    }

    private void choose(
            int[][] tokens,
            boolean[][] masked,
            float[][] predicted,
            int[] same,
            double temperature,
            RandomGenerator random) {
        for (int step = 0; step < same.length; step++) {
            for (int line : ORDER) {
                if (!masked[line][step]) {
                    continue;
                }
                if (same[step] != step) {
                    tokens[line][step] = tokens[line][same[step]];
                } else {
                    tokens[line][step] =
                            TokenChance.drawn(logits(tokens, line, step, predicted[step]), temperature, random);
                }
            }
            for (Hand hand : Hand.values()) {
                mend(tokens, hand, step);
            }
        }
    }

    /** Both lines of a hand are struck, held or rest together, and what is held is what was there. */
    private static void mend(int[][] tokens, Hand hand, int step) {
        int[] line = tokens[hand.line()];
        int[] shape = tokens[hand.shapeLine()];
        if (line[step] == RagTokens.OUTSIDE) {
            return;
        }
        if (RagTokens.isHeld(line[step]) && RagTokens.value(line[step]) != RagTokens.value(line[step - 1])) {
            line[step] = RagTokens.token(RagTokens.value(line[step]), true);
        }
        if (RagTokens.isHeld(line[step])) {
            shape[step] = RagTokens.token(Math.max(0, RagTokens.value(shape[step - 1])), false);
        } else if (RagTokens.isStruck(line[step])) {
            shape[step] = RagTokens.token(Math.max(0, RagTokens.value(shape[step])), true);
        } else {
            shape[step] = RagTokens.REST;
        }
    }

    /**
     * What is predicted of a place, made to follow what was chosen before it: what is held is what sounded, whatever was thought to.
     */
    private double[] logits(int[][] tokens, int line, int step, float[] predicted) {
        double[] logits = new double[RagTokens.COUNT];
        boolean isShape = line % 2 == 1;
        int leading = tokens[line - line % 2][step];
        int before = RagTokens.value(tokens[line][step - 1]);
        Hand hand = line < Hand.LEFT.line() ? Hand.RIGHT : Hand.LEFT;
        int most = isShape ? shapes.of(hand).size() : HandShapes.MOST;
        List<Integer> sounding =
                RagTokens.sounding(tokens, Hand.LEFT, step, shapes); // which the right hand leaves alone
        double held = 0;
        for (int token = 0; token < logits.length; token++) {
            boolean isPossible =
                    token != RagTokens.OUTSIDE && !RagTokens.isHeld(token) && RagTokens.value(token) < most;
            if (isShape) {
                isPossible &= RagTokens.isStruck(token) == RagTokens.isStruck(leading);
            }
            if (line == Hand.RIGHT.line() && RagTokens.isStruck(token)) {
                isPossible &= !sounding.contains(RagTokens.LOWEST + RagTokens.value(token));
            }
            logits[token] = isPossible ? predicted[line * RagTokens.COUNT + token] : IMPOSSIBLE;
            if (isShape && token == RagTokens.token(0, true)) {
                logits[token] -= hand == Hand.RIGHT ? SINGLE_RIGHT : SINGLE_LEFT;
            }
            held += RagTokens.isHeld(token) ? Math.exp(predicted[line * RagTokens.COUNT + token]) : 0;
        }
        if (!isShape) {
            sharpen(logits);
        }
        if (before >= 0 && (!isShape || RagTokens.isHeld(leading))) {
            logits[RagTokens.token(before, false)] = Math.log(held + Double.MIN_NORMAL);
        }
        return logits;
    }

    /** Cools what is struck, but not how likely it is that anything is struck: rhythms stay as free as pitches become sure. */
    private static void sharpen(double[] logits) {
        double before = 0;
        double after = 0;
        for (int token = 0; token < logits.length; token++) {
            before += RagTokens.isStruck(token) ? Math.exp(logits[token]) : 0;
            after += RagTokens.isStruck(token) ? Math.exp(logits[token] / PITCH_TEMPERATURE) : 0;
        }
        double moved = Math.log(before + Double.MIN_NORMAL) - Math.log(after + Double.MIN_NORMAL);
        for (int token = 0; token < logits.length; token++) {
            if (RagTokens.isStruck(token)) {
                logits[token] = logits[token] / PITCH_TEMPERATURE + moved;
            }
        }
    }
}
