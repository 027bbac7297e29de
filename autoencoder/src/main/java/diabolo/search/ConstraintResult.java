package diabolo.search;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

/**
 * How well a decoded piece meets a constraint.
 *
 * <pre>{@code
 * for (ConstraintResult result : search.results(piece.windows())) {
 *     System.out.println(result.sentence()); // "31 of 32 notes are in G major"
 * }
 * }</pre>
 *
 * @param value the density, or for other constraints the share of notes (of a melody's cells) that meet it, 0 to 1
 * @param violation 0 where it is met in full, 1 where nothing meets it. For a density the relative error, at most 1, and 0 where
 *     no whole number of onsets comes closer
 * @param sentence for people
 */
public record ConstraintResult(Constraint constraint, double value, double violation, String sentence) {

    public ConstraintResult {
        requireNonNull(constraint, "constraint");
        requireNonNull(sentence, "sentence");
        requireBetween("violation", violation, 0, 1);
    }

    /** Whether it is met in full; a density, within {@link Constraint.Density#TOLERANCE}. */
    public boolean isMet() {
        return constraint instanceof Constraint.Density ? violation <= Constraint.Density.TOLERANCE : violation == 0;
    }
}
