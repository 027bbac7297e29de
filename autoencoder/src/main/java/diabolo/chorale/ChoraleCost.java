package diabolo.chorale;

import diabolo.evaluation.chorale.Chorale;
import diabolo.evaluation.chorale.ChoraleFigures;
import diabolo.evaluation.chorale.Sonority;
import diabolo.evaluation.chorale.VoiceLeading;

/**
 * What a sampled piece of four voices costs, by which the best of several candidates is chosen.
 *
 * <pre>{@code
 * Chorale best = candidates.stream().min(Comparator.comparingDouble(ChoraleCost::of)).orElseThrow();
 * }</pre>
 *
 * <p>Each parallel fifth or octave, each step with a crossing, each sonority that is no chord, and each leading tone that does not rise
 * costs its part; an end on another chord than the tonic's costs as much as many of them.
 */
final class ChoraleCost {

    private static final double PARALLEL = 1;
    private static final double CROSSED = 0.5;
    private static final double WIDE = 0.2;
    private static final double NO_CHORD = 0.3;
    private static final double UNRESOLVED = 0.3;
    private static final double OTHER_END = 20;

    private ChoraleCost() {}

    static double of(Chorale chorale) {
        VoiceLeading leading = VoiceLeading.of(chorale);
        int noChords = 0;
        for (int step = 0; step < chorale.steps(); step++) {
            int[] pitches = chorale.sonority(step);
            noChords += chorale.isNew(step) && Sonority.isWhole(pitches) && !Sonority.isChord(pitches) ? 1 : 0;
        }
        return PARALLEL * leading.parallels()
                + CROSSED * leading.crossed()
                + WIDE * leading.wide()
                + NO_CHORD * noChords
                + UNRESOLVED * (leading.leadingTones() - leading.resolved())
                + (ChoraleFigures.endsOnTonic(chorale) ? 0 : OTHER_END);
    }
}
