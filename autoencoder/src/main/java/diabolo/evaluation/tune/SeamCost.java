package diabolo.evaluation.tune;

import static diabolo.note.Checks.require;

import diabolo.evaluation.NgramModel;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How unlikely the notes at the seams of a melody are, where windows of two bars meet, in the music that it was counted in: to choose of
 * several melodies the one that joins best.
 *
 * <pre>{@code
 * SeamCost cost = new SeamCost(SeamCost.counted(learnedTunes));
 * double nats = cost.of(tune); // of a note after a seam; 4 to 7
 * }</pre>
 *
 * <p>Three notes are seen at once, each as its interval from the one before and its distance to the next, as in {@link TuneNgrams}.
 */
public final class SeamCost {

    private static final int NOTES = 3;
    private static final int AFTER_SEAM = 2; // notes

    private final NgramModel model;

    /** By what {@link #counted} counted. */
    public SeamCost(float[][] counted) {
        require(
                counted.length > 0 && counted[0].length == NOTES + 1,
                "notes are counted in threes, with a number after them");
        this.model = NgramModel.counted(TuneNgrams.ALPHABET, counted);
    }

    /**
     * Counts the notes of melodies.
     *
     * @return [phrases][4]: three notes, as numbers, and how often they follow each other
     */
    public static float[][] counted(List<Tune> tunes) {
        return NgramModel.fitted(
                        NOTES,
                        TuneNgrams.ALPHABET,
                        TuneFigures.valid(tunes).stream()
                                .map(TuneNgrams::tokens)
                                .toList())
                .counts();
    }

    /** The mean cost of the two notes after each seam, nats; infinite for a melody without one. */
    public double of(Tune tune) {
        return cost(tune, note -> tune.isAfterSeam(note, TuneHistograms.BARS_BETWEEN_SEAMS));
    }

    /**
     * The mean cost of the two notes after each of some places.
     *
     * @param steps where something else begins, such as what was filled in
     */
    public double at(Tune tune, List<Integer> steps) {
        return cost(tune, note -> steps.stream()
                .anyMatch(step -> tune.notes().get(note - 1).startStep() < step
                        && step <= tune.notes().get(note).startStep()));
    }

    private double cost(Tune tune, IntPredicate isAfterSeam) {
        int count = tune.notes().size();
        double[] costs = model.costs(TuneNgrams.tokens(tune));
        return IntStream.range(1, count)
                .filter(isAfterSeam)
                .flatMap(note -> IntStream.range(note, Math.min(count, note + AFTER_SEAM)))
                .mapToDouble(note -> costs[note])
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
