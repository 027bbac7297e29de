package diabolo.report.page;

import static java.util.Objects.requireNonNull;

/**
 * Where a source is loose, and what is true.
 *
 * <pre>{@code
 * new Correction("600 ragtimes", "About 600 measures: nine pieces, 594 bars of sixteen steps.");
 * }</pre>
 *
 * @param said as the lecture or the paper has it
 * @param fact a sentence
 */
public record Correction(String said, String fact) {
    public Correction {
        requireNonNull(said, "said");
        requireNonNull(fact, "fact");
    }
}
