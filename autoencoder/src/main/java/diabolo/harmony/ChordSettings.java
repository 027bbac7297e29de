package diabolo.harmony;

import diabolo.note.Checks;

/**
 * How a {@link ChordModel} weighs what it learned: exponents and smoothing, found on pieces that were learned from.
 *
 * <pre>{@code
 * ChordSettings.DEFAULT.withTransitionWeight(0.5);
 * }</pre>
 *
 * <p>What slots say of their chords overlaps, since each looks at its neighbours too; exponents below 1 make up for that, as in speech
 * recognition. Immutable.
 *
 * @param evidenceWeight exponent of what the melody says of a chord; 0 to 10
 * @param priorWeight how much of a chord's frequency is taken out of it, since the chords before and after say that too; 0 to 1
 * @param transitionWeight exponent of the probability of a chord after another; 0 to 10
 * @param targetWeight exponent of how much likelier a chord begins at this position of the bar than anywhere; 0 to 10
 * @param changeSmoothing changes that all keys and roots together add to those counted from a chord; above 0
 */
public record ChordSettings(
        double evidenceWeight,
        double priorWeight,
        double transitionWeight,
        double targetWeight,
        double changeSmoothing) {

    /** Where a search for better ones begins. */
    public static final ChordSettings DEFAULT = new ChordSettings(0.8, 0.6, 0.4, 0.5, 20);

    private static final double MOST = 10;
    private static final double LEAST_SMOOTHING = 1e-3;
    private static final double MOST_SMOOTHING = 1e6;

    public ChordSettings {
        Checks.requireBetween("evidenceWeight", evidenceWeight, 0, MOST);
        Checks.requireBetween("priorWeight", priorWeight, 0, 1);
        Checks.requireBetween("transitionWeight", transitionWeight, 0, MOST);
        Checks.requireBetween("targetWeight", targetWeight, 0, MOST);
        Checks.requireBetween("changeSmoothing", changeSmoothing, LEAST_SMOOTHING, MOST_SMOOTHING);
    }

    public ChordSettings withEvidenceWeight(double other) {
        return new ChordSettings(other, priorWeight, transitionWeight, targetWeight, changeSmoothing);
    }

    public ChordSettings withPriorWeight(double other) {
        return new ChordSettings(evidenceWeight, other, transitionWeight, targetWeight, changeSmoothing);
    }

    public ChordSettings withTransitionWeight(double other) {
        return new ChordSettings(evidenceWeight, priorWeight, other, targetWeight, changeSmoothing);
    }

    public ChordSettings withTargetWeight(double other) {
        return new ChordSettings(evidenceWeight, priorWeight, transitionWeight, other, changeSmoothing);
    }

    public ChordSettings withChangeSmoothing(double other) {
        return new ChordSettings(evidenceWeight, priorWeight, transitionWeight, targetWeight, other);
    }
}
