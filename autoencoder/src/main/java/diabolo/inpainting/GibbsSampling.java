package diabolo.inpainting;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.model.Inpainter;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Samples lines of tokens by annealed block Gibbs sampling (Yao et al. 2014; Huang et al. 2017, section 5): in each pass some blocks of
 * the free lines are masked and sampled from what a network predicts, first all, then ever fewer; the last passes ask for few lines at
 * a time, with all others known.
 *
 * <pre>{@code
 * GibbsSampling sampling = new GibbsSampling(inpainter, 2, 1, List.of(new Pass("BASS", 3), new Pass("ALTO", 1)), 80, choice);
 * List<int[][]> candidates = sampling.sample(tokens, new Settings(24, 6, 0.8, 0.4), RandomSource.of(1));
 * }</pre>
 *
 * <p>Tokens are [lines + 1][steps]; the last line holds the places of the steps in their bars, 0 outside the piece, and a piece has
 * something outside before it and after it. Arrays are not copied.
 *
 * @param blockSteps masked together, counted from place 1: a beat
 * @param linesTogether so many lines are masked together, but in the last passes
 * @param last the last passes; the lines that are asked for in any of them are free
 * @param same for each step an earlier one that it repeats in all free lines, or itself
 * @param choice what tokens become of predictions
 * @param stepByStep whether the steps of a block are predicted one after the other, each given those before, and not at once
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GibbsSampling(
        Inpainter inpainter,
        int blockSteps,
        int linesTogether,
        List<Pass> last,
        int[] same,
        Choice choice,
        boolean stepByStep) {

    private static final double ANNEALED = 0.8; // of the passes, after which the fewest are masked (Huang et al. 2017)
    private static final double FEWEST = 0.15;
    private static final int BLOCKS_APART = 3; // in the last passes, so that blocks hardly know each other

    /**
     * A pass that asks for some lines alone.
     *
     * @param name of which its chance is derived
     */
    public record Pass(String name, Set<Integer> lines) {
        public Pass {
            lines = Set.copyOf(lines);
        }

        /** One that asks for one line. */
        public Pass(String name, int line) {
            this(name, Set.of(line));
        }
    }

    /**
     * How it is sampled.
     *
     * @param passes of masking, 1 to 1,000, before the last ones
     * @param candidates sampled side by side, 1 to 64
     * @param temperature 0.001 to 10; 1 samples from the model
     * @param lastTemperature of the last passes
     */
    public record Settings(int passes, int candidates, double temperature, double lastTemperature) {

        public Settings {
            requireBetween("passes", passes, 1, 1_000);
            requireBetween("candidates", candidates, 1, 64);
            requireBetween("temperature", temperature, 0.001, 10);
            requireBetween("lastTemperature", lastTemperature, 0.0001, 10);
        }
    }

    /** What tokens become of predictions. */
    @FunctionalInterface
    public interface Choice {

        /**
         * Puts tokens where they are masked, from left to right.
         *
         * @param tokens changed in place; those that are masked are of the pass before
         * @param masked [lines][steps]
         * @param predicted log-probabilities: [steps][lines * alphabet]
         */
        void choose(
                int[][] tokens, boolean[][] masked, float[][] predicted, double temperature, RandomGenerator random);
    }

    public GibbsSampling {
        requireBetween("blockSteps", blockSteps, 1, 4_096);
        requireBetween("linesTogether", linesTogether, 1, 64);
        last = List.copyOf(last);
        for (int step = 0; step < same.length; step++) {
            require(
                    same[step] == step || (same[step] < step && same[same[step]] == same[step]),
                    "step %d must repeat an earlier step that repeats none, not %d".formatted(step, same[step]));
        }
    }

    /** Without repeats, and the steps of a block at once. */
    public GibbsSampling(
            Inpainter inpainter, int blockSteps, int linesTogether, List<Pass> last, int steps, Choice choice) {
        this(
                inpainter,
                blockSteps,
                linesTogether,
                last,
                IntStream.range(0, steps).toArray(),
                choice,
                false);
    }

    /**
     * Samples the free lines.
     *
     * @param tokens those of free lines are ignored inside the piece
     * @return as many as there are candidates, each [lines + 1][steps]
     */
    public List<int[][]> sample(int[][] tokens, Settings settings, RandomSource random) {
        List<int[][]> candidates = new ArrayList<>();
        for (int i = 0; i < settings.candidates(); i++) {
            candidates.add(Arrays.stream(tokens).map(int[]::clone).toArray(int[][]::new));
        }
        for (int pass = 0; pass < settings.passes(); pass++) {
            double share = Math.max(FEWEST, 1 - pass / (ANNEALED * settings.passes()));
            List<boolean[][]> masks = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                RandomGenerator generator = random.derive("mask " + pass, i).generator();
                masks.add(mask(tokens, linesTogether, (_, _) -> generator.nextDouble() < share));
            }
            run(candidates, masks, settings.temperature(), random.derive("pass", pass));
        }
        for (Pass pass : last) {
            for (int part = 0; part < BLOCKS_APART; part++) {
                int which = part;
                boolean[][] mask =
                        mask(tokens, 1, (line, block) -> pass.lines().contains(line) && block % BLOCKS_APART == which);
                run(
                        candidates,
                        candidates.stream().map(_ -> mask).toList(),
                        settings.lastTemperature(),
                        random.derive("last " + pass.name(), part));
            }
        }
        return candidates;
    }

    /** Whether a block of a line is masked. */
    @FunctionalInterface
    private interface Blocks {
        boolean isMasked(int line, int block);
    }

    /** Blocks are of the beats of the bar, which a pickup does not move. */
    private boolean[][] mask(int[][] tokens, int together, Blocks blocks) {
        int lines = tokens.length - 1;
        int[] places = tokens[lines];
        boolean[][] mask = new boolean[lines][places.length];
        for (int line = 0; line < lines; line++) {
            if (!isFree(line)) {
                continue;
            }
            if (line % together != 0 && isFree(line - line % together)) {
                mask[line] = mask[line - line % together].clone();
                continue;
            }
            int block = -1;
            boolean isMasked = false;
            for (int step = 0; step < places.length; step++) {
                if (places[step] == 0) {
                    continue; // outside
                }
                if (block < 0 || places[step - 1] == 0 || (places[step] - 1) % blockSteps == 0) {
                    block++;
                    isMasked = blocks.isMasked(line, block);
                }
                mask[line][step] = same[step] == step ? isMasked : mask[line][same[step]];
            }
        }
        return mask;
    }

    private boolean isFree(int line) {
        return last.stream().anyMatch(pass -> pass.lines().contains(line));
    }

    private void run(List<int[][]> candidates, List<boolean[][]> masks, double temperature, RandomSource random) {
        if (!stepByStep) {
            predict(candidates, masks, masks, temperature, random);
            return;
        }
        int[] places = candidates.getFirst()[candidates.getFirst().length - 1];
        List<boolean[][]> open = masks.stream().map(GibbsSampling::copy).toList(); // what is masked and not chosen yet
        for (int offset = 0; offset < blockSteps; offset++) {
            int of = offset;
            List<boolean[][]> now =
                    open.stream().map(mask -> where(mask, places, of)).toList();
            predict(candidates, open, now, temperature, random.derive("step", offset));
            for (int i = 0; i < open.size(); i++) {
                for (int line = 0; line < open.get(i).length; line++) {
                    for (int step = 0; step < same.length; step++) {
                        open.get(i)[line][step] &= !now.get(i)[line][step];
                    }
                }
            }
        }
    }

    private boolean[][] where(boolean[][] mask, int[] places, int offset) {
        boolean[][] some = copy(mask);
        for (boolean[] line : some) {
            for (int step = 0; step < line.length; step++) {
                line[step] &= (places[step] - 1) % blockSteps == offset;
            }
        }
        return some;
    }

    private static boolean[][] copy(boolean[][] mask) {
        return Arrays.stream(mask).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    /** @param wanted which of the masked tokens are chosen */
    private void predict(
            List<int[][]> candidates,
            List<boolean[][]> masks,
            List<boolean[][]> wanted,
            double temperature,
            RandomSource random) {
        float[][] predicted = inpainter.logProbabilities(candidates, masks);
        int steps = same.length;
        for (int i = 0; i < candidates.size(); i++) {
            float[][] own = Arrays.copyOfRange(predicted, i * steps, (i + 1) * steps);
            join(own);
            choice.choose(
                    candidates.get(i),
                    wanted.get(i),
                    own,
                    temperature,
                    random.derive("candidate", i).generator());
        }
    }

    /** Steps that are the same get the mean of what is predicted for each. */
    private void join(float[][] predicted) {
        int[] counts = new int[same.length];
        for (int step = 0; step < same.length; step++) {
            counts[same[step]]++;
            if (same[step] != step) {
                for (int i = 0; i < predicted[step].length; i++) {
                    predicted[same[step]][i] += predicted[step][i];
                }
            }
        }
        for (int step = 0; step < same.length; step++) {
            for (int i = 0; counts[step] > 1 && i < predicted[step].length; i++) {
                predicted[step][i] /= counts[step];
            }
            predicted[step] = predicted[same[step]];
        }
    }
}
