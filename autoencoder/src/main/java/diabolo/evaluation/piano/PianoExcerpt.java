package diabolo.evaluation.piano;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.evaluation.tune.Tune;
import diabolo.grid.Passage;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.representation.MelodicLine;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Notes of both hands on a grid of sixteenths: what is measured. The left hand is what lies below middle C, as models of piano rolls
 * know no hands.
 *
 * <pre>{@code
 * List<PianoExcerpt> fourBars = PianoExcerpt.of(RhythmGrid.SIXTEENTHS.quantize(rag), 64);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param notes in any order, each beginning within the excerpt
 * @param steps its length, sixteenths
 */
public record PianoExcerpt(List<QuantizedNote> notes, int steps) {

    private static final int MIDDLE_C = 60;
    private static final int STEPS_PER_BAR = 16;

    public PianoExcerpt {
        notes = notes.stream().sorted(QuantizedNote.IN_TIME).toList();
        requireBetween("steps", steps, 1, RhythmGrid.MAX_STEPS);
        require(
                notes.isEmpty() || notes.getLast().startStep() < steps,
                "a note begins after the end of the excerpt; give more steps");
    }

    /**
     * Excerpts of a piece from its first bar on, drums left out; what is left at the end belongs to none, and neither do silent ones.
     *
     * @param steps the length of each: 64 are four bars of 4/4, or eight of the 2/4 in which rags are written
     * @throws IllegalArgumentException if it is not on sixteenths
     */
    public static List<PianoExcerpt> of(QuantizedSequence piece, int steps) {
        requireBetween("steps", steps, 1, RhythmGrid.MAX_STEPS);
        require(
                piece.grid().equals(RhythmGrid.SIXTEENTHS),
                () -> "piano music is measured on sixteenths, and this has %d steps a beat; quantize it on that grid"
                        .formatted(piece.grid().stepsPerBeat()));
        int pickup = Passage.of(piece).pickupSteps();
        List<QuantizedNote> all = piece.parts().stream()
                .filter(part -> !part.isDrums())
                .flatMap(part -> part.notes().stream())
                .sorted(QuantizedNote.IN_TIME)
                .toList();
        List<PianoExcerpt> excerpts = new ArrayList<>();
        for (int from = pickup; from + steps <= piece.lengthInSteps(); from += steps) {
            PianoExcerpt excerpt = between(all, from, steps);
            if (!excerpt.notes().isEmpty()) {
                excerpts.add(excerpt);
            }
        }
        return List.copyOf(excerpts);
    }

    private static PianoExcerpt between(List<QuantizedNote> all, int from, int steps) {
        List<QuantizedNote> inside = all.stream()
                .filter(note -> note.startStep() >= from && note.startStep() < from + steps)
                .map(note ->
                        new QuantizedNote(note.pitch(), note.velocity(), note.startStep() - from, note.lengthInSteps()))
                .toList();
        return new PianoExcerpt(inside, steps);
    }

    /** The highest pitch of each onset, in order. */
    List<Integer> topPitches() {
        TreeMap<Integer, Integer> highest = new TreeMap<>();
        notes.forEach(note -> highest.merge(note.startStep(), note.pitch().midi(), Math::max));
        return List.copyOf(highest.values());
    }

    /** The highest line, one note at a time, in bars of four quarter notes. */
    public Tune topLine() {
        List<QuantizedNote> inside = notes.stream()
                .map(note -> new QuantizedNote(
                        note.pitch(),
                        note.velocity(),
                        note.startStep(),
                        Math.min(note.lengthInSteps(), steps - note.startStep())))
                .toList();
        return new Tune(MelodicLine.of(inside).notes(), STEPS_PER_BAR, Math.max(1, Math.ceilDiv(steps, STEPS_PER_BAR)));
    }

    static boolean isLeftHand(QuantizedNote note) {
        return note.pitch().midi() < MIDDLE_C;
    }
}
