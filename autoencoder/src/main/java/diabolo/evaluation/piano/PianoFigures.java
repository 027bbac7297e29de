package diabolo.evaluation.piano;

import diabolo.evaluation.KeyShare;
import diabolo.grid.QuantizedNote;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a set of excerpts for two hands has, on average; to be read beside the same of written ones.
 *
 * <pre>{@code
 * PianoFigures made = PianoFigures.of(excerpts);
 * made.leftHandPulse(); // 0.53: at so many eighths the left hand strikes
 * }</pre>
 *
 * <p>Means of excerpts. In 15 rags in 2/4 of the Mutopia project the left hand's pulse is .88, single sixteenths are .33, notes 135, leaps 8.9,
 * and .91 of the notes in key.
 *
 * @param excerpts with a note
 * @param leftHandPulse share of eighths at which a note below middle C begins
 * @param singleSixteenths share of notes that last a sixteenth
 * @param notesPerFourBars notes that begin in 64 sixteenths
 * @param topLeap mean interval, up or down, from the highest note of an onset to that of the next, semitones: wide where the right
 *     hand rests while the left strikes its bass
 * @param inKey share of notes in the best of 24 keys, major and harmonic minor
 */
public record PianoFigures(
        int excerpts,
        double leftHandPulse,
        double singleSixteenths,
        double notesPerFourBars,
        double topLeap,
        double inKey) {

    private static final int EIGHTH = 2;
    private static final int FOUR_BARS = 64;

    /** Of excerpts; of none a figure is not a number. */
    public static PianoFigures of(List<PianoExcerpt> given) {
        List<PianoExcerpt> excerpts =
                given.stream().filter(excerpt -> !excerpt.notes().isEmpty()).toList();
        return new PianoFigures(
                excerpts.size(),
                mean(excerpts, PianoFigures::pulseOf),
                mean(excerpts, PianoFigures::sixteenthsOf),
                mean(excerpts, excerpt -> (double) FOUR_BARS * excerpt.notes().size() / excerpt.steps()),
                mean(excerpts, PianoFigures::leapOf),
                mean(
                        excerpts,
                        excerpt -> KeyShare.of(excerpt.notes().stream()
                                .map(QuantizedNote::pitch)
                                .toList())));
    }

    private static double mean(List<PianoExcerpt> excerpts, ToDoubleFunction<PianoExcerpt> figure) {
        return excerpts.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double pulseOf(PianoExcerpt excerpt) {
        Set<Integer> onsets = excerpt.notes().stream()
                .filter(PianoExcerpt::isLeftHand)
                .map(QuantizedNote::startStep)
                .filter(step -> step % EIGHTH == 0)
                .collect(Collectors.toSet());
        return (double) onsets.size() / Math.ceilDiv(excerpt.steps(), EIGHTH);
    }

    private static double sixteenthsOf(PianoExcerpt excerpt) {
        return (double) excerpt.notes().stream()
                        .filter(note -> note.lengthInSteps() == 1)
                        .count()
                / excerpt.notes().size();
    }

    private static double leapOf(PianoExcerpt excerpt) {
        List<Integer> pitches = excerpt.topPitches();
        return IntStream.range(1, pitches.size())
                .map(i -> Math.abs(pitches.get(i) - pitches.get(i - 1)))
                .average()
                .orElse(Double.NaN);
    }
}
