package diabolo.evaluation.tune;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.grid.Passage;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.representation.MelodicLine;
import java.util.ArrayList;
import java.util.List;

/**
 * A melody in bars of one length: what is measured.
 *
 * <pre>{@code
 * Tune tune = Tune.of(RhythmGrid.SIXTEENTHS.quantize(piece));
 * List<Tune> sixteenBars = tune.excerpts(16);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param notes in order of time, each ending before the next begins
 * @param stepsPerBar 1 to 1,024, so is bars
 */
public record Tune(List<QuantizedNote> notes, int stepsPerBar, int bars) {

    public Tune {
        notes = List.copyOf(notes);
        requireBetween("stepsPerBar", stepsPerBar, 1, 1_024);
        requireBetween("bars", bars, 1, RhythmGrid.MAX_STEPS / stepsPerBar);
        int end = 0;
        for (QuantizedNote note : notes) {
            int before = end;
            require(
                    note.startStep() >= before,
                    () -> "a note begins at step %d, where the one before sounds until step %d; give one line of notes"
                            .formatted(note.startStep(), before));
            end = note.endStep();
        }
        int last = end;
        int length = bars * stepsPerBar;
        require(last <= length, () -> "the last note ends at step %d of %d; give more bars".formatted(last, length));
    }

    /**
     * The highest line of a piece, drums left out, in bars of its first meter; a pickup fills a bar of its own.
     *
     * @throws IllegalArgumentException if a bar has no whole number of steps
     */
    public static Tune of(QuantizedSequence piece) {
        QuantizedSequence whole = Passage.of(piece).withWholePickup().music();
        Meter meter = whole.meters().isEmpty()
                ? Meter.FOUR_FOUR
                : whole.meters().getFirst().value();
        List<QuantizedNote> notes = whole.parts().stream()
                .filter(part -> !part.isDrums())
                .flatMap(part -> part.notes().stream())
                .toList();
        int stepsPerBar = stepsPerBar(meter, whole.grid());
        int bars = Math.max(1, Math.ceilDiv(whole.lengthInSteps(), stepsPerBar));
        return new Tune(MelodicLine.of(notes).notes(), stepsPerBar, bars);
    }

    private static int stepsPerBar(Meter meter, RhythmGrid grid) {
        double steps = meter.barLength().toDouble() * grid.stepsPerBeat();
        require(
                steps == Math.rint(steps) && steps >= 1,
                () -> "a bar of %s has %s steps of a grid of %d steps a beat; take a finer grid"
                        .formatted(meter, steps, grid.stepsPerBeat()));
        return (int) steps;
    }

    /** So many bars each, one after the other; what is left at the end belongs to none, and so does a note held into an excerpt. */
    public List<Tune> excerpts(int count) {
        requireBetween("bars of an excerpt", count, 1, RhythmGrid.MAX_STEPS / stepsPerBar);
        List<Tune> excerpts = new ArrayList<>();
        for (int bar = 0; bar + count <= bars; bar += count) {
            excerpts.add(between(bar * stepsPerBar, (bar + count) * stepsPerBar, count));
        }
        return List.copyOf(excerpts);
    }

    private Tune between(int from, int to, int count) {
        List<QuantizedNote> inside = notes.stream()
                .filter(note -> note.startStep() >= from && note.startStep() < to)
                .map(note -> new QuantizedNote(
                        note.pitch(),
                        note.velocity(),
                        note.startStep() - from,
                        Math.min(note.endStep(), to) - note.startStep()))
                .toList();
        return new Tune(inside, stepsPerBar, count);
    }

    int pitch(int note) {
        return notes.get(note).pitch().midi();
    }

    /** From the note before, in semitones. */
    int interval(int note) {
        return pitch(note) - pitch(note - 1);
    }

    /** From the onset of a note to the next onset; of the last note its own length. */
    int onsetDistance(int note) {
        return note + 1 < notes.size()
                ? notes.get(note + 1).startStep() - notes.get(note).startStep()
                : notes.get(note).lengthInSteps();
    }

    /** Whether a bar line that ends so many bars lies between the onsets of a note and the one before. */
    boolean isAfterSeam(int note, int barsBetweenSeams) {
        int steps = barsBetweenSeams * stepsPerBar;
        return notes.get(note).startStep() / steps != notes.get(note - 1).startStep() / steps;
    }

    /** The notes that begin in each bar. */
    List<List<QuantizedNote>> notesByBar() {
        List<List<QuantizedNote>> byBar = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            byBar.add(new ArrayList<>());
        }
        notes.forEach(note -> byBar.get(note.startStep() / stepsPerBar).add(note));
        return byBar;
    }

    /** As music of sixteenths, to estimate its key. */
    QuantizedSequence music() {
        return QuantizedSequence.of(
                RhythmGrid.SIXTEENTHS, bars * stepsPerBar, List.of(new QuantizedPart("", Instrument.PIANO, notes)));
    }
}
