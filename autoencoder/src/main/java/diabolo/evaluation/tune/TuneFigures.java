package diabolo.evaluation.tune;

import diabolo.corpus.KeyEstimation;
import diabolo.evaluation.KeyShare;
import diabolo.grid.QuantizedNote;
import diabolo.note.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a set of melodies has, on average; to be read beside the same of real ones.
 *
 * <pre>{@code
 * TuneFigures made = TuneFigures.of(tunes);
 * made.inKey(); // 0.93: of a hundred notes 93 are in the key that fits best
 * }</pre>
 *
 * <p>Melodies of fewer than {@value #FEWEST_NOTES} notes are counted in {@code validShare} alone. Intervals are between a note and
 * the next, those of all melodies together; other means are of melodies.
 *
 * @param tunes with enough notes
 * @param validShare of all that were given
 * @param repeatedNotes share of intervals that are 0: the same pitch is struck again
 * @param notesPerBar onsets
 * @param inKey share of the notes in the best of 24 keys, major and harmonic minor
 * @param range from the lowest note to the highest, semitones
 * @param meanInterval up or down, semitones
 * @param leaps share of intervals of more than a fifth
 * @param rhythmAgain share of bars with two notes or more whose onsets are those of an earlier bar of the melody
 * @param intervalsAgain the same of onsets and intervals, at any pitch
 * @param silentBars share of bars in which no note begins
 * @param longestNote the longest note of a melody, bars
 * @param lastIsTonic share whose last note is the tonic of the key that is estimated
 */
public record TuneFigures(
        int tunes,
        double validShare,
        double repeatedNotes,
        double notesPerBar,
        double inKey,
        double range,
        double meanInterval,
        double leaps,
        double rhythmAgain,
        double intervalsAgain,
        double silentBars,
        double longestNote,
        double lastIsTonic) {

    static final int FEWEST_NOTES = 8;

    private static final int FIFTH = 7;

    /** Of a set of melodies; where there is nothing to divide by, a figure is not a number. */
    public static TuneFigures of(List<Tune> given) {
        List<Tune> tunes = valid(given);
        int[] intervals = tunes.stream()
                .flatMapToInt(tune -> IntStream.range(1, tune.notes().size()).map(tune::interval))
                .map(Math::abs)
                .toArray();
        return new TuneFigures(
                tunes.size(),
                (double) tunes.size() / given.size(),
                share(intervals, interval -> interval == 0),
                mean(tunes, tune -> (double) tune.notes().size() / tune.bars()),
                mean(tunes, TuneFigures::inBestKey),
                mean(tunes, TuneFigures::rangeOf),
                IntStream.of(intervals).average().orElse(Double.NaN),
                share(intervals, interval -> interval > FIFTH),
                again(tunes, TuneFigures::rhythm),
                again(tunes, TuneFigures::intervals),
                mean(
                        tunes,
                        tune -> (double) tune.notesByBar().stream()
                                        .filter(List::isEmpty)
                                        .count()
                                / tune.bars()),
                mean(
                        tunes,
                        tune -> (double) tune.notes().stream()
                                        .mapToInt(QuantizedNote::lengthInSteps)
                                        .max()
                                        .orElse(0)
                                / tune.stepsPerBar()),
                mean(tunes, tune -> endsOnTonic(tune) ? 1 : 0));
    }

    /** Those with enough notes to be measured. */
    static List<Tune> valid(List<Tune> tunes) {
        return tunes.stream()
                .filter(tune -> tune.notes().size() >= FEWEST_NOTES)
                .toList();
    }

    private static double mean(List<Tune> tunes, ToDoubleFunction<Tune> figure) {
        return tunes.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static double share(int[] intervals, IntPredicate which) {
        return (double) IntStream.of(intervals).filter(which).count() / intervals.length;
    }

    private static double inBestKey(Tune tune) {
        return KeyShare.of(tune.notes().stream().map(QuantizedNote::pitch).toList());
    }

    private static double rangeOf(Tune tune) {
        IntSummaryStatistics pitches =
                tune.notes().stream().mapToInt(note -> note.pitch().midi()).summaryStatistics();
        return pitches.getMax() - pitches.getMin();
    }

    private static boolean endsOnTonic(Tune tune) {
        Optional<Key> key = KeyEstimation.estimate(tune.music().toNoteSequence());
        int last = tune.pitch(tune.notes().size() - 1);
        return key.isPresent() && key.get().tonicPitchClass() == last % 12;
    }

    /** Over all melodies, the share of bars after the first, with two notes or more, that are like an earlier bar of theirs. */
    private static double again(List<Tune> tunes, Function<List<QuantizedNote>, List<Integer>> form) {
        int bars = 0;
        int like = 0;
        for (Tune tune : tunes) {
            Set<List<Integer>> seen = new HashSet<>();
            List<List<QuantizedNote>> byBar = tune.notesByBar();
            for (int bar = 0; bar < byBar.size(); bar++) {
                List<QuantizedNote> notes = relative(byBar.get(bar), bar * tune.stepsPerBar());
                if (notes.isEmpty()) {
                    continue;
                }
                boolean isSeen = !seen.add(form.apply(notes));
                if (bar > 0 && notes.size() >= 2) {
                    bars++;
                    like += isSeen ? 1 : 0;
                }
            }
        }
        return (double) like / bars;
    }

    private static List<QuantizedNote> relative(List<QuantizedNote> notes, int barStart) {
        return notes.stream()
                .map(note -> new QuantizedNote(
                        note.pitch(), note.velocity(), note.startStep() - barStart, note.lengthInSteps()))
                .toList();
    }

    private static List<Integer> rhythm(List<QuantizedNote> bar) {
        return bar.stream().map(QuantizedNote::startStep).toList();
    }

    private static List<Integer> intervals(List<QuantizedNote> bar) {
        List<Integer> form = new ArrayList<>(rhythm(bar));
        int first = bar.getFirst().pitch().midi();
        bar.forEach(note -> form.add(note.pitch().midi() - first));
        return form;
    }
}
