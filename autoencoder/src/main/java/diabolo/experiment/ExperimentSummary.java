package diabolo.experiment;

import static java.util.Objects.requireNonNull;

import diabolo.report.page.Correction;
import diabolo.report.page.Introduction;
import diabolo.report.page.NextStep;
import java.util.ArrayList;
import java.util.List;

/**
 * What an experiment is about: its line in {@code experiment list}, and what stands around the figures of its report.
 *
 * <pre>{@code
 * ExperimentSummary.of("deephear", "DeepHear: ragtime from sixteen latent dimensions")
 *         .withLine("DeepHear (Sun 2015): ragtime from 16 random bits")
 *         .withIdea("A bottleneck of sixteen units holds four bars of ragtime.", "...", "...")
 *         .withLookFor("How many cells are wrong with and without pre-training.")
 *         .withCorrection("600 ragtimes", "About 600 measures, in nine pieces.")
 *         .withNext("Thirty new pieces", "./diabolo generate --model ragtime-deephear --count 30 --out rags")
 *         .withSources("F. Sun, DeepHear, 2015");
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param name as on the command line: {@code deephear}
 * @param title a heading
 * @param line for the list of experiments, one line of some 70 letters
 * @param introduction of its report
 */
public record ExperimentSummary(String name, String title, String line, Introduction introduction) {

    public ExperimentSummary {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        requireNonNull(line, "line");
        requireNonNull(introduction, "introduction");
    }

    /** Its line in the list is its title until another is given. */
    public static ExperimentSummary of(String name, String title) {
        return new ExperimentSummary(name, title, title, Introduction.NONE);
    }

    public ExperimentSummary withLine(String other) {
        return new ExperimentSummary(name, title, other, introduction);
    }

    /** About three sentences. */
    public ExperimentSummary withIdea(String... sentences) {
        return with(new Introduction(
                List.of(sentences),
                introduction.lookFor(),
                introduction.corrections(),
                introduction.next(),
                introduction.sources()));
    }

    /** What to look for in the report, each a sentence. */
    public ExperimentSummary withLookFor(String... sentences) {
        return with(new Introduction(
                introduction.idea(),
                List.of(sentences),
                introduction.corrections(),
                introduction.next(),
                introduction.sources()));
    }

    /** One more place where the lecture is loose, and what is true. */
    public ExperimentSummary withCorrection(String said, String fact) {
        return with(new Introduction(
                introduction.idea(),
                introduction.lookFor(),
                and(introduction.corrections(), new Correction(said, fact)),
                introduction.next(),
                introduction.sources()));
    }

    /** One more thing to try next; the command may be empty. */
    public ExperimentSummary withNext(String words, String command) {
        return with(new Introduction(
                introduction.idea(),
                introduction.lookFor(),
                introduction.corrections(),
                and(introduction.next(), new NextStep(words, command)),
                introduction.sources()));
    }

    /** Papers and pages. */
    public ExperimentSummary withSources(String... sources) {
        return with(new Introduction(
                introduction.idea(),
                introduction.lookFor(),
                introduction.corrections(),
                introduction.next(),
                List.of(sources)));
    }

    private ExperimentSummary with(Introduction other) {
        return new ExperimentSummary(name, title, line, other);
    }

    private static <T> List<T> and(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
