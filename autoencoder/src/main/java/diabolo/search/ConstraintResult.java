package diabolo.search;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

/**
 * How well a decoded piece meets a constraint.
 *
 * <pre>{@code
 * for (ConstraintResult fulfilment : search.results(piece.windows())) {
 *     System.out.println(fulfilment.sentence()); // "31 of 32 notes are in G major"
 * }
 * }</pre>
 *
 * @param value what was reached: of a density the density, of the others the share of notes (of a melody to be harmonized: of its
 *     cells) that are as wanted, 0 to 1
 * @param violation how far from wanted: 0 where it is met in full, 1 where nothing is as wanted. Of a density the difference in
 *     parts of what is wanted, at most 1, and 0 where no whole number of onsets comes closer
 * @param sentence for people
 */
public record ConstraintResult(Constraint constraint, double value, double violation, String sentence) {

    public ConstraintResult {
        requireNonNull(constraint, "constraint");
        requireNonNull(sentence, "sentence");
        requireBetween("miss", violation, 0, 1);
    }

    /** Whether it is met in full; a density, to {@link Constraint.Density#TOLERANCE}. */
    public boolean isMet() {
        return constraint instanceof Constraint.Density ? violation <= Constraint.Density.TOLERANCE : violation == 0;
    }
}
