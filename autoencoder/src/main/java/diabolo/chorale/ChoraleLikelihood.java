package diabolo.chorale;

import static diabolo.note.Checks.require;

import diabolo.evaluation.NgramModel;
import diabolo.evaluation.chorale.Voice;
import diabolo.model.Inpainter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How unlikely a model finds the three lower voices of pieces: their cross-entropy, note by note.
 *
 * <pre>{@code
 * ChoraleLikelihood network = ChoraleLikelihood.ofNetwork(inpainter, split.heldOut());
 * ChoraleLikelihood baseline = ChoraleLikelihood.ofNgrams(split.training(), split.validation(), split.heldOut());
 * network.natsPerToken(); // lower is better
 * }</pre>
 *
 * <p>Both decide the tokens in the same order, eighth by eighth, bass, tenor, alto, each given all before it (the chain rule). The network also
 * sees the whole melody, as it does when it harmonizes; the n-grams see it up to the eighth in question.
 *
 * @param nats of all tokens of the lower voices together
 * @param tokens how many there are: one for each eighth of each voice
 * @param notes that begin in these voices
 */
public record ChoraleLikelihood(double nats, int tokens, int notes) {

    private static final List<Voice> ORDER = List.of(Voice.BASS, Voice.TENOR, Voice.ALTO);
    private static final int[] NGRAM_ORDERS = {3, 4, 5, 6, 8, 9, 12};
    private static final int WINDOW = 64;
    private static final int WINDOWS_AT_ONCE = 48;

    public double natsPerToken() {
        return nats / tokens;
    }

    public double natsPerNote() {
        return nats / notes;
    }

    private ChoraleLikelihood plus(ChoraleLikelihood other) {
        return new ChoraleLikelihood(nats + other.nats, tokens + other.tokens, notes + other.notes);
    }

    /** By a network. */
    public static ChoraleLikelihood ofNetwork(Inpainter inpainter, List<HymnFolder.Hymn> pieces) {
        return sum(HymnFolder.tokens(pieces), tokens -> nats(inpainter, tokens));
    }

    /**
     * By n-grams (Witten and Bell) of the tokens of all voices in turn.
     *
     * @param validation which decide how long the n-grams are
     */
    public static ChoraleLikelihood ofNgrams(
            List<HymnFolder.Hymn> training, List<HymnFolder.Hymn> validation, List<HymnFolder.Hymn> pieces) {
        require(!training.isEmpty(), "at least one piece is needed to count n-grams, there was none");
        List<int[]> streams = HymnFolder.tokens(training).stream()
                .map(ChoraleLikelihood::stream)
                .toList();
        double least = Double.POSITIVE_INFINITY;
        NgramModel best = NgramModel.fitted(NGRAM_ORDERS[0], Voice.COUNT * ChoraleTokens.COUNT, streams);
        for (int order : NGRAM_ORDERS) {
            NgramModel model = NgramModel.fitted(order, Voice.COUNT * ChoraleTokens.COUNT, streams);
            double cost = sum(HymnFolder.tokens(validation), tokens -> nats(model, tokens))
                    .nats();
            if (cost < least) {
                least = cost;
                best = model;
            }
        }
        NgramModel chosen = best;
        return sum(HymnFolder.tokens(pieces), tokens -> nats(chosen, tokens));
    }

    private static ChoraleLikelihood sum(List<int[][]> pieces, ToDoubleFunction<int[][]> nats) {
        return pieces.stream()
                .map(tokens -> new ChoraleLikelihood(nats.applyAsDouble(tokens), tokens(tokens), notes(tokens)))
                .reduce(new ChoraleLikelihood(0, 0, 0), ChoraleLikelihood::plus);
    }

    private static int tokens(int[][] tokens) {
        return ORDER.size() * (tokens[0].length - 2 * ChoraleTokens.MARGIN);
    }

    private static int notes(int[][] tokens) {
        return (int) ORDER.stream()
                .flatMapToInt(voice -> Arrays.stream(tokens[voice.line()]))
                .filter(token -> ChoraleTokens.isPitch(token) && !ChoraleTokens.isHeld(token))
                .count();
    }

    /** Soprano, bass, tenor, alto of each eighth, with numbers of their own. */
    private static int[] stream(int[][] tokens) {
        int steps = tokens[0].length - 2 * ChoraleTokens.MARGIN;
        int[] stream = new int[Voice.COUNT * steps];
        for (int step = 0; step < steps; step++) {
            int at = Voice.COUNT * step;
            stream[at++] = tokens[0][ChoraleTokens.MARGIN + step];
            for (Voice voice : ORDER) {
                stream[at++] = voice.line() * ChoraleTokens.COUNT + tokens[voice.line()][ChoraleTokens.MARGIN + step];
            }
        }
        return stream;
    }

    private static double nats(NgramModel model, int[][] tokens) {
        double[] costs = model.costs(stream(tokens));
        double sum = 0;
        for (int i = 0; i < costs.length; i++) {
            sum += i % Voice.COUNT == 0 ? 0 : costs[i];
        }
        return sum;
    }

    /** A token in question: its window, what is masked, and where it is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Question(int[][] window, boolean[][] masked, int line, int step) {}

    private static double nats(Inpainter inpainter, int[][] tokens) {
        List<Question> questions = new ArrayList<>();
        double sum = 0;
        int end = tokens[0].length - ChoraleTokens.MARGIN;
        for (int step = ChoraleTokens.MARGIN; step < end; step++) {
            for (int number = 0; number < ORDER.size(); number++) {
                questions.add(question(tokens, step, number));
                if (questions.size() == WINDOWS_AT_ONCE || (step == end - 1 && number == ORDER.size() - 1)) {
                    sum += nats(inpainter, questions);
                    questions.clear();
                }
            }
        }
        return sum;
    }

    private static Question question(int[][] tokens, int step, int number) {
        int length = Math.min(WINDOW, tokens[0].length);
        int start = Math.clamp(step - length / 2, 0, tokens[0].length - length);
        int[][] window = new int[tokens.length][];
        for (int line = 0; line < tokens.length; line++) {
            window[line] = Arrays.copyOfRange(tokens[line], start, start + length);
        }
        boolean[][] masked = new boolean[Voice.COUNT][length];
        for (int later = 0; later < ORDER.size(); later++) {
            int line = ORDER.get(later).line();
            for (int at = step - start + (later < number ? 1 : 0); at < length; at++) {
                masked[line][at] = window[line][at] != ChoraleTokens.OUTSIDE;
            }
        }
        return new Question(window, masked, ORDER.get(number).line(), step - start);
    }

    private static double nats(Inpainter inpainter, List<Question> questions) {
        float[][] likely = inpainter.logProbabilities(
                questions.stream().map(Question::window).toList(),
                questions.stream().map(Question::masked).toList());
        double sum = 0;
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            int row = i * question.window()[0].length + question.step();
            int token = question.window()[question.line()][question.step()];
            sum -= likely[row][question.line() * ChoraleTokens.COUNT + token];
        }
        return sum;
    }
}
