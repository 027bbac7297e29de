package diabolo.representation;

import static java.util.Objects.requireNonNull;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.note.Checks;
import diabolo.note.Instrument;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.List;

/**
 * A binary piano roll: for every step and pitch, whether it sounds. A note fills all its steps, so that beginning and
 * holding look the same.
 *
 * <pre>{@code
 * float[] cells = PianoRoll.DEEPHEAR.encode(piece);           // [64 steps][88 pitches]
 * boolean middleC = cells[PianoRoll.DEEPHEAR.index(0, Pitch.of(60))] == 1;
 * QuantizedSequence again = PianoRoll.DEEPHEAR.decode(cells);
 * }</pre>
 *
 * <p>It holds one part without drums, in its range, in which no pitch is struck while it sounds or right after it. Velocities
 * become {@link Velocity#DEFAULT}. When not to use it: for repeated notes that matter. Immutable.
 *
 * @param steps the length of a window, 1 to {@link RhythmGrid#MAX_STEPS}
 * @param lowestPitch the pitch of the first cell of a frame, 0 to 127
 * @param pitches cells in a frame, 1 to 128
 */
public record PianoRoll(RhythmGrid grid, int steps, int lowestPitch, int pitches) implements Representation {

    /** DeepHear's: four bars of sixteenths, 88 pitches from MIDI 12 to 99 (not the piano's 21 to 108). */
    public static final PianoRoll DEEPHEAR = new PianoRoll(RhythmGrid.SIXTEENTHS, 64, 12, 88);

    /** Above it a cell of a network's output counts as active. */
    public static final double DEFAULT_THRESHOLD = 0.5;

    public PianoRoll {
        requireNonNull(grid, "grid");
        Checks.requireBetween("steps", steps, 1, RhythmGrid.MAX_STEPS);
        Checks.requireBetween("lowestPitch", lowestPitch, 0, 127);
        Checks.requireBetween("pitches", pitches, 1, 128 - lowestPitch);
    }

    @Override
    public String name() {
        return "piano-roll";
    }

    @Override
    public int cellsPerStep() {
        return pitches;
    }

    /** Whether the roll has cells for a pitch. */
    public boolean contains(Pitch pitch) {
        return pitch.midi() >= lowestPitch && pitch.midi() < lowestPitch + pitches;
    }

    /**
     * Where a step and a pitch stand in the array.
     *
     * @throws IllegalArgumentException if the roll has no such step or pitch
     */
    public int index(int step, Pitch pitch) {
        Checks.requireBetween("step", step, 0, steps - 1);
        Checks.requireBetween("pitch", pitch.midi(), lowestPitch, lowestPitch + pitches - 1);
        return step * pitches + pitch.midi() - lowestPitch;
    }

    @Override
    public Encoded encodeReporting(QuantizedSequence sequence) {
        Checks.require(
                sequence.grid().equals(grid),
                "The piece has %d steps a beat, but this piano roll has %d; quantize it on that grid."
                        .formatted(sequence.grid().stepsPerBeat(), grid.stepsPerBeat()));
        return new PianoRollEncoding(this).encode(sequence);
    }

    @Override
    public QuantizedSequence decode(float[] cells) {
        return decode(cells, DEFAULT_THRESHOLD, Restrike.NEVER);
    }

    /**
     * The music that an array tells, with a threshold of one's own.
     *
     * @param cells {@code [steps][pitches]}
     * @param threshold a cell above it sounds; one that is not a number does not
     * @throws IllegalArgumentException if the array has another length
     */
    public QuantizedSequence decode(float[] cells, double threshold, Restrike restrike) {
        Checks.require(
                cells.length == cells(),
                "A piano roll of %d steps and %d pitches has %d cells, but %d were given."
                        .formatted(steps, pitches, cells(), cells.length));
        List<QuantizedNote> notes = new ArrayList<>();
        for (int row = 0; row < pitches; row++) {
            addNotes(cells, row, threshold, restrike, notes);
        }
        return QuantizedSequence.of(grid, steps, List.of(new QuantizedPart("", Instrument.PIANO, notes)));
    }

    private void addNotes(float[] cells, int row, double threshold, Restrike restrike, List<QuantizedNote> notes) {
        int start = 0;
        boolean sounding = false;
        for (int step = 0; step <= steps; step++) {
            boolean active = step < steps && cells[step * pitches + row] > threshold;
            if (sounding && (!active || restrike.strikesAt(step))) {
                notes.add(new QuantizedNote(Pitch.of(lowestPitch + row), Velocity.DEFAULT, start, step - start));
                sounding = false;
            }
            if (active && !sounding) {
                start = step;
                sounding = true;
            }
        }
    }
}
