package diabolo.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceScoreTest {

    private static final String HEAD = "test,listener,pair,better,person\n";

    private final AnswerKey key = new AnswerKey("abc", List.of(pair(Side.LEFT, "made"), pair(Side.RIGHT, "other")));

    @TempDir
    private Path folder;

    /** As R's binom.confint(method = "wilson") gives them. */
    @Test
    void intervalsAreThoseOfWilson() {
        assertInterval(WilsonInterval.of(8, 10), 0.4901625, 0.9433178);
        assertInterval(WilsonInterval.of(0, 10), 0, 0.2775328);
        assertInterval(WilsonInterval.of(10, 20), 0.2992980, 0.7007020);
        assertInterval(WilsonInterval.of(0, 0), 0, 1);
    }

    @Test
    void choicesOfTheMadePieceAreCountedByFolderAndQuestion() throws IOException {
        Path first = answers("first.csv", HEAD + "abc,anna,1,left,right\nabc,anna,2,left,\n");
        Path second = answers("second.csv", HEAD + "abc,ben,1,left,left\nabc,ben,2,right,right\n");

        List<PreferenceScore> scores = PreferenceScore.of(key, Answers.read(List.of(first, second), key));

        assertThat(scores)
                .containsExactly(
                        new PreferenceScore("made", Question.BETTER, 2, 2),
                        new PreferenceScore("made", Question.PERSON, 2, 1),
                        new PreferenceScore("other", Question.BETTER, 2, 1),
                        new PreferenceScore("other", Question.PERSON, 1, 1));
    }

    @Test
    void whatASpreadsheetSavesIsRead() throws IOException {
        Path saved = answers(
                "saved.csv",
                "\uFEFF\"test\";\"listener\";\"pair\";\"better\";\"person\"\r\n\"abc\";\"a\";1;\"left\";\r\n");

        assertThat(PreferenceScore.of(key, Answers.read(List.of(saved), key))
                        .getFirst()
                        .made())
                .isEqualTo(1);
    }

    @Test
    void aListenerWhoAnswersAgainIsCountedOnce() throws IOException {
        Path file = answers("answers.csv", HEAD + "abc,anna,1,left,\nabc,anna,1,right,\n");

        PreferenceScore score =
                PreferenceScore.of(key, Answers.read(List.of(file, file), key)).getFirst();

        assertThat(score).isEqualTo(new PreferenceScore("made", Question.BETTER, 1, 0));
    }

    @Test
    void sentencesSayWhatAShareMeans() {
        assertThat(new PreferenceScore("made", Question.BETTER, 40, 24).sentence())
                .isEqualTo(
                        "made: the made piece was liked better in 24 of 40 answers, 60 % (95 % confidence: 45 to 74 %):"
                                + " 50 %, where it cannot be told from real music, is within.");
        assertThat(new PreferenceScore("made", Question.PERSON, 40, 4).sentence())
                .endsWith("less often than real music, as 50 % would be no difference.");
        assertThat(new PreferenceScore("made", Question.PERSON, 40, 36).sentence())
                .contains("more often");
    }

    @Test
    void answersThatDoNotBelongToTheKeyAreRefused() throws IOException {
        assertRefused(HEAD + "xyz,anna,1,left,\n", "line 2 is an answer to test xyz, but the key is of test abc");
        assertRefused(HEAD + "abc,anna,3,left,\n", "is of pair '3', but the key has pairs 1 to 2");
        assertRefused(HEAD + "abc,anna,1,middle,\n", "'middle' for an answer");
        assertRefused(HEAD + "abc,anna\n", "has 2 columns, and answers have 5");
        assertRefused(HEAD + "abc,anna,1,,\n", "Nothing was answered");
        assertRefused("pair,answer\n", "has no answers");
        Path foreign = answers("key.json", "{\"pairs\": 3}");
        assertThatThrownBy(() -> AnswerKey.read(foreign))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no key of a listening test");
    }

    private void assertRefused(String content, String words) throws IOException {
        Path file = answers("refused.csv", content);
        assertThatThrownBy(() -> Answers.read(List.of(file), key))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words);
    }

    private Path answers(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static AnswerKey.Pair pair(Side made, String folder) {
        return new AnswerKey.Pair(made, folder, "a.mid", 1, "b.mid", 1);
    }

    private static void assertInterval(WilsonInterval interval, double low, double high) {
        assertThat(interval.low()).isEqualTo(low, within(1e-6));
        assertThat(interval.high()).isEqualTo(high, within(1e-6));
    }
}
