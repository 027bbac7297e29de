package diabolo.cli;

import diabolo.experiment.RunFolder;
import diabolo.listening.AnswerKey;
import diabolo.listening.Answers;
import diabolo.listening.ListeningTest;
import diabolo.listening.PreferenceScore;
import diabolo.listening.Rendition;
import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Blind pairs of real and made music, and what listeners say of them. */
@Command(
        name = "listening-test",
        description = "Writes a page of blind pairs, real against made; score says what listeners answered.",
        subcommands = ListeningTestVerb.ScoreVerb.class,
        footer = {
            "%nExamples:",
            "  diabolo listening-test --real my-tunes --made pieces --out test",
            "  diabolo listening-test score answers-*.csv --key test/key.json",
            "%nSend page.html alone to listeners; it needs no other file. key.json says which pieces were made: keep it."
        })
final class ListeningTestVerb extends Verb {

    @Option(names = "--real", paramLabel = "DIR", description = "Music by people.")
    private Optional<Path> real = Optional.empty();

    @Option(
            names = "--made",
            paramLabel = "DIR",
            description = "Made music; several, each with --made, are heard equally often.")
    private List<Path> made = List.of();

    @Option(names = "--pairs", paramLabel = "N", description = "How many pairs (${DEFAULT-VALUE}).")
    private int pairs = 20;

    @Option(names = "--seconds", paramLabel = "S", description = "About the length of a piece (${DEFAULT-VALUE}).")
    private int seconds = 12;

    @Option(
            names = "--as-played",
            description = "With instruments, velocities, timing and tempo of the files; else notes alone are compared.")
    private boolean asPlayed;

    @Option(names = "--seed", paramLabel = "S", description = "Random seed (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to make (${DEFAULT-VALUE}).")
    private Path out = Path.of("listening-test");

    @Mixin
    private SoundOption sound = new SoundOption();

    @Override
    public Integer call() throws IOException {
        if (real.isEmpty() || made.isEmpty()) {
            throw wrongUsage("Give real music with --real and made music with --made, or score answers with score");
        }
        ListeningTest test =
                new ListeningTest(pairs, seconds, asPlayed ? Rendition.AS_PLAYED : Rendition.ON_GRID, seed);
        RunFolder.requireEmpty(out);
        AnswerKey key = test.write(real.get(), made, out, sound.synthesizer());
        results().println(out.resolve(ListeningTest.PAGE));
        messages()
                .println("%s in test %s; which is which is in %s."
                        .formatted(Plural.of(key.pairs().size(), "pair"), key.test(), out.resolve(ListeningTest.KEY)));
        return DONE;
    }

    /** What answers mean. */
    @Command(
            name = "score",
            description = "Says how often listeners chose made pieces, with a confidence interval.",
            footer = {"%nExample:", "  diabolo listening-test score answers-*.csv --key test/key.json"})
    static final class ScoreVerb extends Verb {

        @Parameters(paramLabel = "CSV", arity = "1..*", description = "Files that the page has saved.")
        private List<Path> files = List.of();

        @Option(
                names = "--key",
                required = true,
                paramLabel = "JSON",
                description = "The key that was written beside the page.")
        private Path key = Path.of("");

        @Option(names = "--json", description = "Prints the figures as JSON.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            AnswerKey answerKey = AnswerKey.read(key);
            Answers answers = Answers.read(files, answerKey);
            List<PreferenceScore> scores = PreferenceScore.of(answerKey, answers);
            if (json) {
                printJson(scores.stream().map(PreferenceScore::figures).toList());
            } else {
                scores.forEach(score -> results().println(score.sentence()));
                messages().println(Plural.of(answers.listeners(), "listener") + ".");
            }
            return DONE;
        }
    }
}
