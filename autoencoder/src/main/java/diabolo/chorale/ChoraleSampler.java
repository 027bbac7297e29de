package diabolo.chorale;

import static diabolo.note.Checks.requireBetween;

import diabolo.evaluation.chorale.BarPlace;
import diabolo.evaluation.chorale.Chorale;
import diabolo.evaluation.chorale.Voice;
import diabolo.evaluation.chorale.VoiceLeading;
import diabolo.inpainting.GibbsSampling;
import diabolo.inpainting.TokenChance;
import diabolo.model.Inpainter;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Samples voices under others that are given, by {@link GibbsSampling}, which masks quarter notes.
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

    private static final int BLOCK = 2; // a quarter note
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
    }

    /**
     * Samples the voices that are not given.
     *
     * @param tokens [voices + 1][steps], see {@link ChoraleTokens}; those of free voices are ignored inside the piece
     * @param given by voice
     * @return candidates, each [voices + 1][steps]
     */
    List<int[][]> sample(int[][] tokens, boolean[] given, Settings settings, RandomSource random) {
        List<GibbsSampling.Pass> last = Stream.of(Voice.BASS, Voice.ALTO, Voice.TENOR, Voice.SOPRANO)
                .filter(voice -> !given[voice.line()])
                .map(voice -> new GibbsSampling.Pass(voice.name(), voice.line()))
                .toList();
        return new GibbsSampling(
                        inpainter,
                        BLOCK,
                        1,
                        last,
                        tokens[0].length,
                        (piece, masked, predicted, temperature, generator) ->
                                choose(piece, masked, predicted, temperature, settings.rules(), generator))
                .sample(
                        tokens,
                        new GibbsSampling.Settings(
                                settings.passes(),
                                settings.candidates(),
                                settings.temperature(),
                                LAST_TEMPERATURE * settings.temperature()),
                        random);
    }

    /** From left to right, from high to low, with the bass first of those below the soprano. */
    private void choose(
            int[][] tokens,
            boolean[][] masked,
            float[][] predicted,
            double temperature,
            double rules,
            RandomGenerator random) {
        boolean[][] isOpen = Arrays.stream(masked).map(boolean[]::clone).toArray(boolean[][]::new);
        for (int step = 0; step < predicted.length; step++) {
            for (Voice voice : List.of(Voice.SOPRANO, Voice.BASS, Voice.ALTO, Voice.TENOR)) {
                int line = voice.line();
                if (masked[line][step]) {
                    double[] logits = logits(tokens, isOpen, voice, step, predicted[step], rules);
                    tokens[line][step] = TokenChance.drawn(logits, temperature, random);
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
}
