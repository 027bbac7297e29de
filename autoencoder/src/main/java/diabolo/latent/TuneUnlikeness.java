package diabolo.latent;

import diabolo.evaluation.tune.SeamCost;
import diabolo.evaluation.tune.Tune;
import diabolo.evaluation.tune.TuneFigures;
import diabolo.note.Meter;
import java.util.List;

/**
 * How far a whole tune is from what real ones have in key, repeated notes, range, returning rhythms and last note: in the unit of
 * {@link SeamCost}, to which it is added when the best of several is chosen.
 *
 * <pre>{@code
 * double nats = TuneUnlikeness.of(tune, Meter.FOUR_FOUR); // 0: like real ones
 * }</pre>
 */
final class TuneUnlikeness {

    private static final double TOO_FEW_NOTES = 100;

    // weights of what real tunes have, and what these have on average
    private static final double TOO_REPEATED = 4;
    private static final double REAL_REPEATED = 0.2;
    private static final double TOO_NARROW = 0.2;
    private static final double REAL_RANGE = 13.5;
    private static final double WITHOUT_RETURN = 3;
    private static final double REAL_RHYTHM_AGAIN = 0.6;

    /**
     * What notes out of the key weigh, and a last note that is not the tonic: more in other meters than 4/4, of which there are fewer tunes
     * to learn from.
     */
    private record Strictness(double outOfKey, double notEnded) {

        static final Strictness OF_FOUR_FOUR = new Strictness(8, 0.8);
        static final Strictness OF_OTHERS = new Strictness(30, 1.5);

        static Strictness of(Meter meter) {
            return meter.equals(Meter.FOUR_FOUR) ? OF_FOUR_FOUR : OF_OTHERS;
        }
    }

    private TuneUnlikeness() {}

    /** Of a melody in a meter: nats, 0 or more, 100 where it has too few notes to tell. */
    static double of(Tune tune, Meter meter) {
        TuneFigures figures = TuneFigures.of(List.of(tune));
        if (figures.tunes() == 0) {
            return TOO_FEW_NOTES;
        }
        Strictness strictness = Strictness.of(meter);
        return strictness.outOfKey() * (1 - figures.inKey())
                + TOO_REPEATED * Math.max(0, figures.repeatedNotes() - REAL_REPEATED)
                + TOO_NARROW * Math.max(0, REAL_RANGE - figures.range())
                + WITHOUT_RETURN
                        * (Double.isNaN(figures.rhythmAgain())
                                ? REAL_RHYTHM_AGAIN
                                : Math.max(0, REAL_RHYTHM_AGAIN - figures.rhythmAgain()))
                + strictness.notEnded() * (1 - figures.lastIsTonic());
    }
}
