package diabolo.latent;

import diabolo.evaluation.tune.BarDivision;
import diabolo.evaluation.tune.Tune;
import diabolo.model.ModelFolders;
import diabolo.note.Meter;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;

/**
 * A meter in which whole tunes are made: 4/4 or 3/4.
 *
 * <pre>{@code
 * TuneMeter.parse("3/4").model(); // melody-2bar-3-4
 * }</pre>
 *
 * <p>The model of 3/4 has learned from some tunes in 6/8 too, whose bars are as long. So of what is sampled in 3/4 only what is heard so
 * is taken. Tunes in 6/8 are not made: of the pieces that were learned 14 are in it, and of what is sampled too little.
 */
public record TuneMeter(Meter meter) {

    private static final Meter THREE_FOUR = new Meter(3, 4);
    private static final Meter SIX_EIGHT = new Meter(6, 8);

    /** Real tunes lean so far on average, in bars of three quarters as in those of two dotted ones. */
    private static final double REAL_LEAN = 0.55;

    /** Nine in ten real tunes lean farther. */
    private static final double LEAST_LEAN = 0.15;

    public TuneMeter {
        if (!meter.equals(Meter.FOUR_FOUR) && !meter.equals(THREE_FOUR)) {
            throw new OutOfRangeException(
                    "meter",
                    "must be 4/4 or 3/4 for whole tunes, was %s; choose one of them%s"
                            .formatted(meter, meter.equals(SIX_EIGHT) ? ", or continue or vary a melody in 6/8" : ""));
        }
    }

    /**
     * The meter that is written so.
     *
     * @throws OutOfRangeException if no tunes are made in it
     */
    public static TuneMeter parse(String text) {
        return new TuneMeter(Meter.parse(text));
    }

    /** The name of the included model that makes tunes in it. */
    public String model() {
        return meter.equals(THREE_FOUR) ? ModelFolders.TUNES_IN_THREE : ModelFolders.TUNES;
    }

    /** Whether windows of a representation are in it. */
    public boolean isOf(Representation representation) {
        return representation instanceof TokenRepresentation tokens
                && tokens.meter().equals(meter);
    }

    /** How far a melody is from being heard in a meter as real ones are: 0 where it is, and where there is nothing to mistake it for. */
    static double unlikeness(Meter meter, Tune tune) {
        return isDoubtful(meter) ? Math.max(0, REAL_LEAN - lean(meter, tune)) : 0;
    }

    /** Whether a melody is rather in a meter than in another of its length. */
    static boolean isHeardIn(Meter meter, Tune tune) {
        return !isDoubtful(meter) || lean(meter, tune) >= LEAST_LEAN;
    }

    private static boolean isDoubtful(Meter meter) {
        return meter.equals(THREE_FOUR) || meter.equals(SIX_EIGHT);
    }

    private static double lean(Meter meter, Tune tune) {
        double lean = BarDivision.lean(tune);
        return meter.equals(SIX_EIGHT) ? -lean : lean;
    }
}
