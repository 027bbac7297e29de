package diabolo.evaluation.tune;

import java.util.List;
import java.util.stream.Stream;

/**
 * How often a set of melodies has each interval, each rhythm of three notes, and each interval across a seam: to be laid over those
 * of another set.
 *
 * <pre>{@code
 * TuneHistograms.of(made).seams().overlap(TuneHistograms.of(real).seams()); // 0.74
 * }</pre>
 *
 * @param intervals between a note and the next, semitones, those beyond {@value #WIDEST} with these
 * @param rhythms distances between three onsets in a row and the next, steps
 * @param seams intervals over every second bar line, where models of two bars are strung together
 */
public record TuneHistograms(Histogram<Integer> intervals, Histogram<List<Integer>> rhythms, Histogram<Integer> seams) {

    /** Semitones up or down. */
    public static final int WIDEST = 14;

    /** Steps. */
    static final int LONGEST = 32;

    public static final int BARS_BETWEEN_SEAMS = 2;

    /** Of melodies with enough notes, see {@link TuneFigures}. */
    public static TuneHistograms of(List<Tune> given) {
        List<Tune> tunes = TuneFigures.valid(given);
        return new TuneHistograms(
                Histogram.of(tunes.stream().flatMap(tune -> notes(tune, 1).map(note -> interval(tune, note)))),
                Histogram.of(tunes.stream().flatMap(tune -> notes(tune, 3)
                        .map(note -> List.of(
                                distance(tune, note - 3), distance(tune, note - 2), distance(tune, note - 1))))),
                Histogram.of(tunes.stream().flatMap(tune -> notes(tune, 1)
                        .filter(note -> tune.isAfterSeam(note, BARS_BETWEEN_SEAMS))
                        .map(note -> interval(tune, note)))));
    }

    private static Stream<Integer> notes(Tune tune, int first) {
        return Stream.iterate(first, note -> note < tune.notes().size(), note -> note + 1);
    }

    static int interval(Tune tune, int note) {
        return Math.clamp(tune.interval(note), -WIDEST, WIDEST);
    }

    static int distance(Tune tune, int note) {
        return Math.min(LONGEST, tune.onsetDistance(note));
    }
}
