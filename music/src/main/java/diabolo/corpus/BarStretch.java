package diabolo.corpus;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.representation.TokenRepresentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars of one meter, or of those that windows are cut of, that follow each other, from a bar line on. A meter that is stated again begins its bars anew there, as after
 * a pickup, whose notes then lie before the first whole bar.
 *
 * @param fits whether windows are cut of it; its bars are then those of the windows, whatever the meter
 * @param firstStep of the first bar
 * @param bars whole ones, or one that the piece ends in
 */
record BarStretch(Meter meter, boolean fits, int firstStep, int bars) {

    /**
     * The stretches of a piece up to its end, in order of time; where no meter is stated, 4/4 holds.
     *
     * @param endStep where its last note ends
     */
    static List<BarStretch> of(
            List<At<Meter>> meters, int endStep, TokenRepresentation representation, CorpusSpec spec) {
        int stepsPerBeat = representation.grid().stepsPerBeat();
        List<At<Meter>> changes = new ArrayList<>(meters);
        if (changes.isEmpty() || changes.getFirst().start().isPositive()) {
            changes.addFirst(new At<>(Beat.ZERO, Meter.FOUR_FOUR));
        }
        List<BarStretch> stretches = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            long from = changes.get(i).start().toTicks(stepsPerBeat);
            long to = i + 1 < changes.size() ? changes.get(i + 1).start().toTicks(stepsPerBeat) : endStep;
            if (from < Math.min(to, endStep)) {
                Meter meter = changes.get(i).value();
                boolean fits = spec.takes(representation, meter);
                Meter counted = fits ? representation.meter() : meter;
                double bars = (Math.min(to, endStep) - from) / stepsPerBar(counted, stepsPerBeat);
                int whole = (int) (to >= endStep ? Math.ceil(bars) : Math.floor(bars));
                append(stretches, new BarStretch(counted, fits, (int) from, whole), stepsPerBeat);
            }
        }
        return stretches;
    }

    /** How many windows of so many bars begin and end in it. */
    int windows(int windowBars, int strideSteps, int stepsPerBar) {
        return bars < windowBars ? 0 : (bars - windowBars) * stepsPerBar / strideSteps + 1;
    }

    /** Where a bar line of the one before is the beginning of the next, they are one stretch. */
    private static void append(List<BarStretch> stretches, BarStretch next, int stepsPerBeat) {
        BarStretch whole = next;
        if (!stretches.isEmpty()) {
            BarStretch last = stretches.getLast();
            boolean alike = last.fits == next.fits && last.meter.equals(next.meter);
            double end = last.firstStep + last.bars * stepsPerBar(last.meter, stepsPerBeat);
            if (alike && end == next.firstStep) {
                stretches.removeLast();
                whole = new BarStretch(last.meter, last.fits, last.firstStep, last.bars + next.bars);
            }
        }
        stretches.add(whole);
    }

    private static double stepsPerBar(Meter meter, int stepsPerBeat) {
        return meter.barLength().toDouble() * stepsPerBeat;
    }
}
