package diabolo.evaluation.drums;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.grid.Passage;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.Meter;
import diabolo.representation.DrumClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Drums in bars of 4/4 on a grid of sixteenths: what is measured.
 *
 * <pre>{@code
 * DrumPattern groove = DrumPattern.of(RhythmGrid.SIXTEENTHS.quantize(piece));
 * List<DrumPattern> twoBars = groove.excerpts(2);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param steps the drums that are hit at each step, whole bars
 */
public record DrumPattern(List<Set<DrumClass>> steps) {

    static final int STEPS_PER_BAR = 16;

    private static final int MOST_BARS = RhythmGrid.MAX_STEPS / STEPS_PER_BAR;

    /** A drum at a step of its bar. */
    public record Hit(int step, DrumClass drum) {}

    public DrumPattern {
        steps = steps.stream().map(Set::copyOf).toList();
        int count = steps.size();
        require(
                count > 0 && count % STEPS_PER_BAR == 0,
                () -> "a pattern has whole bars of %d steps, was given %d steps".formatted(STEPS_PER_BAR, count));
    }

    /**
     * All drums of a piece, other parts left out; a pickup fills a bar of its own.
     *
     * @throws IllegalArgumentException if it is not on sixteenths, or not in bars of four quarter notes
     */
    public static DrumPattern of(QuantizedSequence piece) {
        require(
                piece.grid().equals(RhythmGrid.SIXTEENTHS),
                () -> "drums are measured on sixteenths, and this piece has %d steps a beat; quantize it on that grid"
                        .formatted(piece.grid().stepsPerBeat()));
        piece.meters()
                .forEach(meter -> require(
                        meter.value().barLength().equals(Meter.FOUR_FOUR.barLength()),
                        () -> "drums are measured in bars of 4/4, and this piece has %s; leave it out"
                                .formatted(meter.value())));
        QuantizedSequence whole = Passage.of(piece).withWholePickup().music();
        int bars = Math.clamp(Math.ceilDiv(whole.lengthInSteps(), STEPS_PER_BAR), 1, MOST_BARS);
        List<Set<DrumClass>> steps = new ArrayList<>();
        for (int step = 0; step < bars * STEPS_PER_BAR; step++) {
            steps.add(EnumSet.noneOf(DrumClass.class));
        }
        for (QuantizedPart part : whole.parts()) {
            if (part.isDrums()) {
                for (QuantizedNote note : part.notes()) {
                    if (note.startStep() < steps.size()) {
                        DrumClass.of(note.pitch()).ifPresent(steps.get(note.startStep())::add);
                    }
                }
            }
        }
        return new DrumPattern(steps);
    }

    public int bars() {
        return steps.size() / STEPS_PER_BAR;
    }

    /** So many bars each, one after the other; what is left at the end belongs to none, and neither do silent ones. */
    public List<DrumPattern> excerpts(int bars) {
        requireBetween("bars of an excerpt", bars, 1, MOST_BARS);
        List<DrumPattern> excerpts = new ArrayList<>();
        int length = bars * STEPS_PER_BAR;
        for (int from = 0; from + length <= steps.size(); from += length) {
            DrumPattern excerpt = new DrumPattern(steps.subList(from, from + length));
            if (excerpt.hits() > 0) {
                excerpts.add(excerpt);
            }
        }
        return List.copyOf(excerpts);
    }

    boolean isHit(int bar, int step, DrumClass drum) {
        return steps.get(bar * STEPS_PER_BAR + step).contains(drum);
    }

    int hits() {
        return steps.stream().mapToInt(Set::size).sum();
    }

    /** The hits of a bar, counted from 0. */
    Set<Hit> bar(int bar) {
        Set<Hit> hits = new HashSet<>();
        for (int step = 0; step < STEPS_PER_BAR; step++) {
            for (DrumClass drum : steps.get(bar * STEPS_PER_BAR + step)) {
                hits.add(new Hit(step, drum));
            }
        }
        return hits;
    }
}
