package diabolo.chorale;

import static diabolo.note.Checks.requireBetween;

import diabolo.evaluation.chorale.BarPlace;
import diabolo.evaluation.chorale.Chorale;
import diabolo.evaluation.chorale.Voice;
import diabolo.evaluation.chorale.VoiceLeading;
import diabolo.model.Inpainter;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Samples voices under others that are given, by annealed block Gibbs sampling (Huang et al. 2017, section 5; Yao et al. 2014): in
 * each pass some quarter notes of the free voices are masked and sampled from what the network predicts, first all, then ever fewer.
 *
 * <pre>{@code
 * List<int[][]> candidates = new ChoraleSampler(inpainter, up).sample(tokens, Set.of(Voice.SOPRANO), settings, random);
 * }</pre>
 *
 * <p>Rules help the network, whose predictions within a pass do not know each other: tokens are chosen from left to right, and what would
 * cross another voice, make a parallel fifth or octave with it, or be a syncopation under a held note, is made unlikely; what is out of the
 * range of its voice is left out. The last passes ask for one voice at a time, with all others known.
 *
 * @param up semitones that the tokens are above the piece
 */
record ChoraleSampler(Inpainter inpainter, int up) {

    private static final double ANNEALED = 0.8; // of the passes, after which the fewest are masked (Huang et al. 2017)
    private static final double FEWEST = 0.15;
    private static final int BLOCK = 2; // a quarter note
    private static final int BLOCKS_APART = 3; // in passes over one voice, so that blocks hardly know each other
    private static final double FORBIDDEN = -30;
    private static final double CROSSING = -4;
    private static final double PARALLEL = -3;
    private static final double SYNCOPATED = -3;
    private static final double LAST_TEMPERATURE = 0.5; // times that of the passes before

    /**
     * How it is sampled.
     *
     * @param passes of masking, 1 to 1,000, before those over one voice at a time
     * @param candidates sampled side by side, 1 to 64
     * @param temperature 0.001 to 10; 1 samples from the model
     * @param rules how much crossings, parallels and syncopations are held off: 1 as usual, 0 not at all
     */
    record Settings(int passes, int candidates, double temperature, double rules) {

        Settings {
            requireBetween("passes", passes, 1, 1_000);
            requireBetween("candidates", candidates, 1, 64);
            requireBetween("temperature", temperature, 0.001, 10);
            requireBetween("rules", rules, 0, 10);
        }

        private Settings cooled() {
            return new Settings(passes, candidates, LAST_TEMPERATURE * temperature, rules);
        }
    }

    /**
     * Samples the voices that are not given.
     *
     * @param tokens [voices + 1][steps], see {@link ChoraleTokens}; those of free voices are ignored inside the piece
     * @param given by voice
     * @return candidates, each [voices + 1][steps]
     */
    List<int[][]> sample(int[][] tokens, boolean[] given, Settings settings, RandomSource random) {
        List<int[][]> candidates = new ArrayList<>();
        for (int i = 0; i < settings.candidates(); i++) {
            candidates.add(Arrays.stream(tokens).map(int[]::clone).toArray(int[][]::new));
        }
        for (int pass = 0; pass < settings.passes(); pass++) {
            double share = Math.max(FEWEST, 1 - pass / (ANNEALED * settings.passes()));
            List<boolean[][]> masks = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                RandomGenerator generator = random.derive("mask " + pass, i).generator();
                masks.add(mask(tokens, given, (_, _) -> generator.nextDouble() < share));
            }
            run(candidates, masks, settings, random.derive("pass", pass));
        }
        Settings cooled = settings.cooled();
        for (Voice voice : List.of(Voice.BASS, Voice.ALTO, Voice.TENOR, Voice.SOPRANO)) {
            for (int part = 0; part < BLOCKS_APART && !given[voice.line()]; part++) {
                int which = part;
                boolean[][] mask =
                        mask(tokens, given, (line, block) -> line == voice.line() && block % BLOCKS_APART == which);
                run(
                        candidates,
                        candidates.stream().map(_ -> mask).toList(),
                        cooled,
                        random.derive("last " + voice, part));
            }
        }
        return candidates;
    }

    /** Whether a block of a line is masked. */
    @FunctionalInterface
    private interface Choice {
        boolean isMasked(int line, int block);
    }

    /** Blocks are of the beats of the bar, which a pickup does not move. */
    private static boolean[][] mask(int[][] tokens, boolean[] given, Choice choice) {
        int[] places = tokens[Voice.COUNT];
        boolean[][] mask = new boolean[Voice.COUNT][places.length];
        for (int voice = 0; voice < Voice.COUNT; voice++) {
            int block = -1;
            boolean isMasked = false;
            for (int step = 0; step < places.length && !given[voice]; step++) {
                if (places[step] == 0) {
                    continue; // outside
                }
                if (block < 0 || places[step - 1] == 0 || (places[step] - 1) % BLOCK == 0) {
                    block++;
                    isMasked = choice.isMasked(voice, block);
                }
                mask[voice][step] = isMasked;
            }
        }
        return mask;
    }

    private void run(List<int[][]> candidates, List<boolean[][]> masks, Settings settings, RandomSource random) {
        float[][] predicted = inpainter.logProbabilities(candidates, masks);
        int steps = candidates.getFirst()[0].length;
        for (int i = 0; i < candidates.size(); i++) {
            RandomGenerator generator = random.derive("candidate", i).generator();
            choose(
                    candidates.get(i),
                    masks.get(i),
                    Arrays.copyOfRange(predicted, i * steps, (i + 1) * steps),
                    settings,
                    generator);
        }
    }

    /** From left to right, from high to low, with the bass first of those below the soprano. */
    private void choose(
            int[][] tokens, boolean[][] masked, float[][] predicted, Settings settings, RandomGenerator random) {
        boolean[][] isOpen = Arrays.stream(masked).map(boolean[]::clone).toArray(boolean[][]::new);
        for (int step = 0; step < predicted.length; step++) {
            for (Voice voice : List.of(Voice.SOPRANO, Voice.BASS, Voice.ALTO, Voice.TENOR)) {
                int line = voice.line();
                if (masked[line][step]) {
                    double[] logits = logits(tokens, isOpen, voice, step, predicted[step], settings.rules());
                    tokens[line][step] = chosen(logits, settings.temperature(), random);
                    isOpen[line][step] = false;
                    beginWhatIsNotHeld(tokens[line], isOpen[line], step + 1);
                }
            }
        }
    }

    /** A token that holds another pitch than the one before begins it. */
    private static void beginWhatIsNotHeld(int[] line, boolean[] isOpen, int step) {
        if (step < line.length
                && !isOpen[step]
                && ChoraleTokens.isHeld(line[step])
                && ChoraleTokens.pitch(line[step]) != ChoraleTokens.pitch(line[step - 1])) {
            line[step] = ChoraleTokens.token(ChoraleTokens.pitch(line[step]), true);
        }
    }

    private double[] logits(
            int[][] tokens, boolean[][] isOpen, Voice voice, int step, float[] predicted, double rules) {
        int line = voice.line();
        double[] logits = new double[ChoraleTokens.COUNT];
        int before = ChoraleTokens.pitch(tokens[line][step - 1]);
        boolean mayRest = voice == Voice.SOPRANO || tokens[0][step] == ChoraleTokens.REST; // a choir breathes together
        for (int token = 0; token < logits.length; token++) {
            int pitch = ChoraleTokens.pitch(token);
            boolean isPossible = token == ChoraleTokens.REST
                    ? mayRest
                    : ChoraleTokens.isPitch(token)
                            && voice.reaches(pitch - up)
                            && (!ChoraleTokens.isHeld(token) || pitch == before);
            logits[token] = predicted[line * ChoraleTokens.COUNT + token] + (isPossible ? 0 : FORBIDDEN);
            if (isPossible && pitch != Chorale.REST) {
                logits[token] += rules
                        * (broken(tokens, isOpen, line, step, pitch)
                                + (isSyncopated(tokens, isOpen, line, step, token) ? SYNCOPATED : 0));
            }
        }
        return logits;
    }

    /** What a pitch loses by crossing other voices, or by parallels with them to the step before and from it to the next. */
    private static double broken(int[][] tokens, boolean[][] isOpen, int line, int step, int pitch) {
        double sum = 0;
        for (int other = 0; other < Voice.COUNT; other++) {
            int its = other == line || isOpen[other][step] ? Chorale.REST : ChoraleTokens.pitch(tokens[other][step]);
            if (its == Chorale.REST) {
                continue;
            }
            sum += (other < line ? its < pitch : its > pitch) ? CROSSING : 0;
            for (int way = -1; way <= 1; way += 2) {
                int neighbour = step + way;
                if (isOpen[line][neighbour] || isOpen[other][neighbour]) {
                    continue;
                }
                int mine = ChoraleTokens.pitch(tokens[line][neighbour]);
                int theirs = ChoraleTokens.pitch(tokens[other][neighbour]);
                if (mine != Chorale.REST
                        && theirs != Chorale.REST
                        && (mine >= theirs
                                ? VoiceLeading.isParallel(mine, pitch, theirs, its)
                                : VoiceLeading.isParallel(theirs, its, mine, pitch))) {
                    sum += PARALLEL;
                }
            }
        }
        return sum;
    }

    /** Whether a token makes a note that begins between two beats, while the soprano holds, and is held over the second. */
    private static boolean isSyncopated(int[][] tokens, boolean[][] isOpen, int line, int step, int token) {
        boolean isHeld = ChoraleTokens.isHeld(token);
        int between = isHeld ? step - 1 : step;
        if (line == 0 || !BarPlace.isBetweenBeats(tokens[Voice.COUNT][between]) || isOpen[0][between]) {
            return false;
        }
        int other = isHeld ? tokens[line][step - 1] : tokens[line][step + 1];
        boolean isKnown = isHeld || !isOpen[line][step + 1];
        return ChoraleTokens.isHeld(tokens[0][between])
                && isKnown
                && ChoraleTokens.isPitch(other)
                && ChoraleTokens.isHeld(other) != isHeld
                && ChoraleTokens.pitch(other) == ChoraleTokens.pitch(token);
    }

    private static int chosen(double[] logits, double temperature, RandomGenerator random) {
        double highest = Arrays.stream(logits).max().orElseThrow();
        double total = 0;
        double[] weights = new double[logits.length];
        for (int token = 0; token < logits.length; token++) {
            weights[token] = Math.exp((logits[token] - highest) / temperature);
            total += weights[token];
        }
        double left = random.nextDouble() * total;
        for (int token = 0; token < logits.length; token++) {
            left -= weights[token];
            if (left < 0 && weights[token] > 0) {
                return token;
            }
        }
        return firstHighest(logits, highest);
    }

    private static int firstHighest(double[] logits, double highest) {
        for (int token = 0; token < logits.length; token++) {
            if (logits[token] == highest) {
                return token;
            }
        }
        throw new IllegalStateException("no token is likeliest");
    }
}
