package diabolo.evaluation;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A language model of tokens that looks back a few: how unlikely a line of tokens is in the music it was fitted to, by which
 * MusicVAE judges interpolations (Roberts et al. 2018, section 5.3).
 *
 * <pre>{@code
 * NgramModel music = NgramModel.fitted(5, 90, training);
 * music.cost(melody); // nats; an implausible melody costs more
 * }</pre>
 *
 * <p>What was not seen after the last four tokens is judged by what was seen after three, and so on down to all tokens being
 * alike, mixed as Witten and Bell (1991, method C) mix. Immutable once fitted.
 */
public final class NgramModel {

    private static final int BEFORE = -1;

    /** What came after a context: how often in all, and each token. */
    private static final class Followers {
        private int total;
        private final Map<Integer, Integer> counts = new HashMap<>();
    }

    private final int order;
    private final int alphabet;
    private final Map<List<Integer>, Followers> contexts = new HashMap<>();

    private NgramModel(int order, int alphabet) {
        this.order = order;
        this.alphabet = alphabet;
    }

    /**
     * Counts lines of tokens.
     *
     * @param order how many tokens are seen at once, the one judged included, 1 to 16
     * @param alphabet tokens are 0 to below it
     * @param lines one or more
     */
    public static NgramModel fitted(int order, int alphabet, List<int[]> lines) {
        requireBetween("order", order, 1, 16);
        require(!lines.isEmpty(), "at least one line is needed to fit a language model, there was none");
        NgramModel model = new NgramModel(order, alphabet);
        lines.forEach(model::count);
        return model;
    }

    /**
     * A model of what {@link #counts} gave.
     *
     * @param counts [n-grams][order + 1]
     */
    public static NgramModel counted(int alphabet, float[][] counts) {
        require(counts.length > 0, "at least one n-gram is needed, there was none");
        NgramModel model = new NgramModel(requireBetween("order", counts[0].length - 1, 1, 16), alphabet);
        for (float[] row : counts) {
            int[] ngram = new int[model.order];
            for (int i = 0; i < ngram.length; i++) {
                ngram[i] = (int) row[i];
            }
            for (int length = 0; length < model.order; length++) {
                model.count(ngram, model.order - 1, length, (int) row[model.order]);
            }
        }
        return model;
    }

    /** The longest n-grams of the lines, each with how often it was there; -1 stands for none before the beginning. */
    public float[][] counts() {
        List<float[]> rows = new ArrayList<>();
        contexts.forEach((context, followers) -> {
            if (context.size() == order - 1) {
                followers.counts.forEach((token, count) -> {
                    float[] row = new float[order + 1];
                    for (int i = 0; i < context.size(); i++) {
                        row[i] = context.get(i);
                    }
                    row[order - 1] = token;
                    row[order] = count;
                    rows.add(row);
                });
            }
        });
        rows.sort(Arrays::compare);
        return rows.toArray(float[][]::new);
    }

    private void count(int[] line) {
        for (int position = 0; position < line.length; position++) {
            for (int length = 0; length < order; length++) {
                count(line, position, length, 1);
            }
        }
    }

    private void count(int[] line, int position, int length, int times) {
        Followers followers = contexts.computeIfAbsent(context(line, position, length), _ -> new Followers());
        followers.total += times;
        followers.counts.merge(line[position], times, Integer::sum);
    }

    /** The negative logarithm of a line's probability, in nats. */
    public double cost(int[] line) {
        return Arrays.stream(costs(line)).sum();
    }

    /** That of each token after those before it, in nats. */
    public double[] costs(int[] line) {
        double[] costs = new double[line.length];
        for (int position = 0; position < line.length; position++) {
            double probability = 1.0 / alphabet;
            for (int length = 0; length < order; length++) {
                Followers followers = contexts.get(context(line, position, length));
                if (followers == null) {
                    break; // nor was any longer context seen
                }
                int kinds = followers.counts.size();
                probability = (followers.counts.getOrDefault(line[position], 0) + kinds * probability)
                        / (followers.total + kinds);
            }
            costs[position] = -Math.log(probability);
        }
        return costs;
    }

    /** So many tokens before a position, and what stands for none before the beginning. */
    private static List<Integer> context(int[] line, int position, int length) {
        Integer[] context = new Integer[length];
        for (int i = 0; i < length; i++) {
            int at = position - length + i;
            context[i] = at < 0 ? BEFORE : line[at];
        }
        return Arrays.asList(context);
    }
}
