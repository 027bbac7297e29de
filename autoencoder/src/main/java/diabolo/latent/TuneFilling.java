package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.corpus.KeyEstimation;
import diabolo.evaluation.tune.Tune;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.model.diffusion.SequencePrior;
import diabolo.note.Key;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes a passage of a melody anew, or its continuation, so that it fits what stays: by a model's {@link SequencePrior}, which is given
 * the windows before and after. Of several candidates the one is taken that joins best and stays in the key.
 *
 * <pre>{@code
 * TuneFilling filling = new TuneFilling(sampler);
 * QuantizedSequence filled = filling.fill(melody, 64, 128, RandomSource.of(7)); // bars 5 to 8 of 4/4
 * }</pre>
 *
 */
public record TuneFilling(TuneSampler sampler) {

    /** Windows that are written at once, so that there is room for as many that are known. */
    private static final int AT_ONCE = 4;

    /** In nats: what it costs a candidate if no note is in the key. */
    private static final double OUT_OF_KEY = 4;

    /** A run of windows, some of which are known. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Run(int firstStep, int before, int unknown, float[][] codes, boolean[] isKnown, float[] told) {}

    /**
     * A melody with a passage written anew; all notes that begin outside stay, and what sounds into the passage ends there.
     *
     * @param melody one line, as the model's windows joined
     * @param from the first step of the passage
     * @param to the step after its last; beyond the end of the melody for a continuation
     * @throws IllegalArgumentException if nothing is left of the melody
     */
    public QuantizedSequence fill(QuantizedSequence melody, int from, int to, RandomSource random) {
        require(
                from >= 0 && from < to && (from > 0 || to < melody.lengthInSteps()),
                "a passage from step %d to %d leaves nothing of a melody of %d"
                        .formatted(from, to, melody.lengthInSteps()));
        QuantizedSequence now = without(melody, from, to);
        int each = sampler.space().representation().steps();
        int atOnce = AT_ONCE * each;
        for (int first = from; first < to; first += atOnce) {
            int end = to - first <= atOnce + each ? to : first + atOnce; // a single window is not left over
            now = best(now, first, end, to, random.derive("passage", first));
            if (end == to) {
                break;
            }
        }
        return now;
    }

    /**
     * A melody whose passage repeats what was before it, or what comes after where there is too little before.
     *
     * @throws IllegalArgumentException if neither is as long
     */
    public QuantizedSequence repeated(QuantizedSequence melody, int from, int to) {
        int length = to - from;
        boolean isBefore = from >= length;
        require(
                canRepeat(melody, from, to),
                "%d steps are filled, and neither before nor after them there are as many to repeat".formatted(length));
        return with(melody, melody.slice(isBefore ? from - length : to, length), from, to);
    }

    /** Whether there is something to repeat. */
    public static boolean canRepeat(QuantizedSequence melody, int from, int to) {
        return from >= to - from || to + to - from <= melody.lengthInSteps();
    }

    private QuantizedSequence best(QuantizedSequence melody, int from, int to, int end, RandomSource random) {
        Representation representation = sampler.space().representation();
        int semitones = semitonesToC(melody);
        Run run = run(melody, from, to, end, semitones);
        Optional<Key> key = KeyEstimation.estimate(melody.toNoteSequence());
        QuantizedSequence best = melody;
        double lowest = Double.POSITIVE_INFINITY;
        List<Integer> seams = IntStream.rangeClosed(0, run.unknown())
                .mapToObj(window -> Math.min(to, from + window * representation.steps()))
                .toList();
        for (TuneSampler.Sampled candidate : sampler.filled(run.codes(), run.isKnown(), run.told(), random)) {
            List<Frames> windows = candidate.windows().subList(run.before(), run.before() + run.unknown()).stream()
                    .map(window -> moved(window, -semitones))
                    .toList();
            QuantizedSequence filled = with(melody, representation.join(windows), from, to);
            double cost = cost(filled, seams, key, from, to);
            if (cost < lowest) {
                lowest = cost;
                best = filled;
            }
        }
        return best;
    }

    private double cost(QuantizedSequence filled, List<Integer> seams, Optional<Key> key, int from, int to) {
        Tune tune = Tune.of(filled);
        double joins = sampler.seamCost().map(cost -> cost.at(tune, seams)).orElse(0.0);
        List<QuantizedNote> notes = tune.notes().stream()
                .filter(note -> note.startStep() >= from && note.startStep() < to)
                .toList();
        double outside = key.isEmpty()
                ? 0
                : notes.stream()
                        .mapToInt(note -> key.get().contains(note.pitch()) ? 0 : 1)
                        .average()
                        .orElse(1);
        return (Double.isFinite(joins) ? joins : 0) + OUT_OF_KEY * outside + (notes.isEmpty() ? OUT_OF_KEY : 0);
    }

    /** The windows around a passage, as many as the sampler takes. */
    private Run run(QuantizedSequence melody, int from, int to, int end, int semitones) {
        int each = sampler.space().representation().steps();
        int length = sampler.windows();
        int unknown = Math.ceilDiv(to - from, each);
        int availableBefore = from / each;
        boolean isWritten = to >= end; // what comes after is known
        int availableAfter = isWritten ? Math.max(0, (melody.lengthInSteps() - to) / each) : 0;
        int before = Math.min(availableBefore, Math.ceilDiv(length - unknown, 2));
        int after = Math.min(availableAfter, length - unknown - before);
        before = Math.min(availableBefore, length - unknown - after);
        int first = from - before * each;
        float[][] codes = new float[length][sampler.space().network().spec().codeSize()];
        boolean[] isKnown = new boolean[length];
        List<Integer> places = new ArrayList<>();
        List<Frames> windows = new ArrayList<>();
        for (int place = 0; place < before + unknown + after; place++) {
            boolean isInside = place >= before && place < before + unknown;
            if (!isInside) {
                int step = place < before ? first + place * each : to + (place - before - unknown) * each;
                Frames window = sampler.space().representation().encode(melody.slice(step, each));
                places.add(place);
                windows.add(moved(window, semitones));
            }
        }
        float[][] known =
                windows.isEmpty() ? new float[0][] : sampler.space().network().encode(windows);
        for (int i = 0; i < known.length; i++) {
            codes[places.get(i)] = known[i];
            isKnown[places.get(i)] = true;
        }
        boolean fillsAll = before + unknown + after == length;
        boolean begins = first < each;
        boolean ends = isWritten && to + after * each + each > melody.lengthInSteps();
        float[] told = fillsAll ? SequencePrior.told(begins, ends) : new float[SequencePrior.CONDITIONS];
        return new Run(first, before, unknown, codes, isKnown, told);
    }

    private static int semitonesToC(QuantizedSequence melody) {
        return KeyEstimation.estimate(melody.toNoteSequence())
                .map(Key::semitonesToNoSharpsNoFlats)
                .orElse(0);
    }

    /** Transposed, an octave farther where it would leave the range. */
    private Frames moved(Frames window, int semitones) {
        return IntStream.of(semitones, semitones - 12, semitones + 12)
                .mapToObj(some -> sampler.space().representation().transpose(window, some))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(window);
    }

    private static QuantizedSequence without(QuantizedSequence melody, int from, int to) {
        return of(melody, kept(melody, from, to), Math.max(to, melody.lengthInSteps()));
    }

    private static List<QuantizedNote> kept(QuantizedSequence melody, int from, int to) {
        return melody.allNotes()
                .filter(note -> note.startStep() < from || note.startStep() >= to)
                .map(note -> note.startStep() < from && note.endStep() > from
                        ? new QuantizedNote(note.pitch(), note.velocity(), note.startStep(), from - note.startStep())
                        : note)
                .toList();
    }

    private static QuantizedSequence with(QuantizedSequence melody, QuantizedSequence passage, int from, int to) {
        List<QuantizedNote> notes = new ArrayList<>(kept(melody, from, to));
        passage.allNotes()
                .filter(note -> from + note.startStep() < to)
                .map(note -> new QuantizedNote(
                        note.pitch(),
                        note.velocity(),
                        from + note.startStep(),
                        Math.min(note.lengthInSteps(), to - from - note.startStep())))
                .forEach(notes::add);
        return of(melody, notes, melody.lengthInSteps());
    }

    private static QuantizedSequence of(QuantizedSequence melody, List<QuantizedNote> notes, int steps) {
        QuantizedPart part = melody.parts().getFirst();
        return new QuantizedSequence(
                melody.title(),
                melody.grid(),
                steps,
                List.of(new QuantizedPart(part.name(), part.instrument(), notes)),
                melody.tempos(),
                melody.meters(),
                melody.keys(),
                melody.chords());
    }
}
