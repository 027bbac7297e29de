package diabolo.listening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How often the made piece of a pair was chosen, of one folder and one question.
 *
 * <pre>{@code
 * for (PreferenceScore score : PreferenceScore.of(key, answers)) {
 *     out.println(score.sentence()); // "made: 23 of 40 answers ..."
 * }
 * }</pre>
 *
 * <p>One half is what guessing gives: the made piece cannot be told from the real one. The interval takes answers for independent; those
 * of one listener are less so, which makes it too narrow.
 *
 * @param folder of the made pieces, as it was named
 * @param answers how many there are to the question
 * @param made how many of them chose the made piece
 */
public record PreferenceScore(String folder, Question question, int answers, int made) {

    private static final double GUESSING = 0.5;

    /** Of each folder both questions, in the order of the key; those that nobody answered with no answer. */
    public static List<PreferenceScore> of(AnswerKey key, Answers given) {
        LinkedHashSet<String> folders = new LinkedHashSet<>();
        key.pairs().stream().map(AnswerKey.Pair::folder).sorted().forEach(folders::add);
        List<PreferenceScore> scores = new ArrayList<>();
        for (String folder : folders) {
            for (Question question : Question.values()) {
                scores.add(of(folder, question, key, given.sides()));
            }
        }
        return scores;
    }

    private static PreferenceScore of(String folder, Question question, AnswerKey key, Map<Answers.Place, Side> sides) {
        int answers = 0;
        int made = 0;
        for (Map.Entry<Answers.Place, Side> answer : sides.entrySet()) {
            AnswerKey.Pair pair = key.pairs().get(answer.getKey().pair() - 1);
            if (pair.folder().equals(folder) && answer.getKey().question() == question) {
                answers++;
                made += pair.made() == answer.getValue() ? 1 : 0;
            }
        }
        return new PreferenceScore(folder, question, answers, made);
    }

    /** Of the answers, those that chose the made piece, 0 to 1; not a number where there is none. */
    public double share() {
        return (double) made / answers;
    }

    public WilsonInterval interval() {
        return WilsonInterval.of(made, answers);
    }

    /** By name, for programs; a share is there where there are answers. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("made", folder);
        figures.put("question", question.column());
        figures.put("answers", answers);
        figures.put("chosen", made);
        if (answers > 0) {
            figures.put("share", share());
            figures.put("low", interval().low());
            figures.put("high", interval().high());
        }
        return figures;
    }

    /** What the answers mean, for people. */
    public String sentence() {
        if (answers == 0) {
            return "%s: nobody answered \"%s\"".formatted(folder, question.words());
        }
        WilsonInterval interval = interval();
        return String.format(
                Locale.ROOT,
                "%s: the made piece %s in %d of %d answers, %.0f %% (95 %% confidence: %.0f to %.0f %%): %s.",
                folder,
                question.outcome(),
                made,
                answers,
                100 * share(),
                100 * interval.low(),
                100 * interval.high(),
                meaning(interval));
    }

    private String meaning(WilsonInterval interval) {
        if (interval.contains(GUESSING)) {
            return "50 %, where it cannot be told from real music, is within";
        }
        return interval.low() > GUESSING
                ? "more often than real music, as 50 % would be no difference"
                : "less often than real music, as 50 % would be no difference";
    }
}
