package diabolo.evaluation.tune;

import static diabolo.note.Checks.require;

import diabolo.evaluation.NgramModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What notes follow each other in a set of melodies, and how a melody fares by that: how unlikely its notes are, and which of its
 * phrases of five notes stand there.
 *
 * <pre>{@code
 * TuneNgrams learned = TuneNgrams.of(learnedTunes);
 * learned.cost(made);       // 4.97 nats a note, where held-out real tunes cost 4.59
 * learned.knownShare(made); // 0.047: so many phrases are known; of held-out real tunes 0.107
 * }</pre>
 *
 * <p>A note is its interval from the one before and the distance to the next onset; five are seen at once, smoothed as
 * {@link NgramModel} does. A low cost can be copying, or sticking on a note: read it beside the known share, beside
 * {@link TuneFigures#repeatedNotes}, and beside the cost by melodies that no model has learned.
 */
public final class TuneNgrams {

    private static final int NOTES = 5;
    private static final int NO_INTERVAL = 2 * TuneHistograms.WIDEST + 1;
    private static final int DISTANCES = TuneHistograms.LONGEST + 1;
    static final int ALPHABET = (NO_INTERVAL + 1) * DISTANCES;

    private final NgramModel model;
    private final Set<List<Integer>> phrases = new HashSet<>();

    private TuneNgrams(List<Tune> tunes) {
        model = NgramModel.fitted(
                NOTES, ALPHABET, tunes.stream().map(TuneNgrams::tokens).toList());
        tunes.forEach(tune -> phrases.addAll(phrasesOf(tune)));
    }

    /**
     * Counts the notes of melodies.
     *
     * @throws IllegalArgumentException if no melody has notes enough, see {@link TuneFigures}
     */
    public static TuneNgrams of(List<Tune> given) {
        List<Tune> tunes = TuneFigures.valid(given);
        require(
                !tunes.isEmpty(),
                () -> "of %d melodies none has %d notes or more, so there is nothing to compare with; give others"
                        .formatted(given.size(), TuneFigures.FEWEST_NOTES));
        return new TuneNgrams(tunes);
    }

    /** The mean cost of a note, nats; the first of a melody is not counted. */
    public double cost(List<Tune> tunes) {
        return TuneFigures.valid(tunes).stream()
                .flatMapToDouble(tune -> {
                    double[] costs = model.costs(tokens(tune));
                    return IntStream.range(1, costs.length).mapToDouble(note -> costs[note]);
                })
                .average()
                .orElse(Double.NaN);
    }

    /** The mean cost of the notes that follow a seam, see {@link TuneHistograms}. */
    public double seamCost(List<Tune> tunes) {
        return TuneFigures.valid(tunes).stream()
                .flatMapToDouble(tune -> {
                    double[] costs = model.costs(tokens(tune));
                    return IntStream.range(1, costs.length)
                            .filter(note -> tune.isAfterSeam(note, TuneHistograms.BARS_BETWEEN_SEAMS))
                            .mapToDouble(note -> costs[note]);
                })
                .average()
                .orElse(Double.NaN);
    }

    /** The share of phrases of five notes that stand in these melodies, at any pitch. */
    public double knownShare(List<Tune> tunes) {
        return TuneFigures.valid(tunes).stream()
                .flatMap(tune -> phrasesOf(tune).stream())
                .mapToInt(phrase -> phrases.contains(phrase) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** A note as a number: its interval and its distance to the next onset. */
    static int[] tokens(Tune tune) {
        return IntStream.range(0, tune.notes().size())
                .map(note -> (note == 0 ? NO_INTERVAL : TuneHistograms.interval(tune, note) + TuneHistograms.WIDEST)
                                * DISTANCES
                        + TuneHistograms.distance(tune, note))
                .toArray();
    }

    /** From the second note on, as the first has no interval before it. */
    private static List<List<Integer>> phrasesOf(Tune tune) {
        List<List<Integer>> phrases = new ArrayList<>();
        for (int first = 1; first + NOTES <= tune.notes().size(); first++) {
            List<Integer> phrase = new ArrayList<>();
            for (int note = first; note < first + NOTES; note++) {
                phrase.add(note == first ? 0 : TuneHistograms.interval(tune, note));
                phrase.add(TuneHistograms.distance(tune, note));
            }
            phrases.add(phrase);
        }
        return phrases;
    }
}
