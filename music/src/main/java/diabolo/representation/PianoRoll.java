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
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A binary piano roll: for every step and pitch, whether it sounds. A note fills all its steps, so that beginning and
 * holding look the same.
 *
 * <pre>{@code
 * Cells cells = PianoRoll.DEEPHEAR.encode(piece);             // 64 steps of 88 pitches
 * boolean middleC = cells.values()[PianoRoll.DEEPHEAR.index(0, Pitch.of(60))] == 1;
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
    public List<Line> lines() {
        return List.of(new Line("piano", Line.Kind.PITCHED, pitches));
    }

    @Override
    public int highestPitch() {
        return lowestPitch + pitches - 1;
    }

    /** Whether the roll has cells for a pitch. */
    public boolean contains(Pitch pitch) {
        return pitch.midi() >= lowestPitch && pitch.midi() <= highestPitch();
    }

    /**
     * Where a step and a pitch stand in the array.
     *
     * @throws IllegalArgumentException if the roll has no such step or pitch
     */
    public int index(int step, Pitch pitch) {
        Checks.requireBetween("step", step, 0, steps - 1);
        Checks.requireBetween("pitch", pitch.midi(), lowestPitch, highestPitch());
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
    public Cells encode(QuantizedSequence sequence) {
        return require(encodeReporting(sequence).frames());
    }

    @Override
    public QuantizedSequence decode(Frames frames) {
        return decode(require(frames), Cells.SOUNDING, Restrike.NEVER);
    }

    /**
     * The music that cells tell, with a threshold of one's own.
     *
     * @param threshold a cell above it sounds; one that is not a number does not
     * @throws IllegalArgumentException if there are more or fewer cells
     */
    public QuantizedSequence decode(Cells cells, double threshold, Restrike restrike) {
        float[] values = require(cells).values();
        List<QuantizedNote> notes = new ArrayList<>();
        for (int row = 0; row < pitches; row++) {
            addNotes(values, row, threshold, restrike, notes);
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

    /** What sounds on both sides of a seam is one note. */
    @Override
    public QuantizedSequence join(List<? extends Frames> windows) {
        float[] joined = new float[windows.size() * cells()];
        for (int window = 0; window < windows.size(); window++) {
            System.arraycopy(require(windows.get(window)).values(), 0, joined, window * cells(), cells());
        }
        return new PianoRoll(grid, steps * windows.size(), lowestPitch, pitches).decode(new Cells(joined));
    }

    @Override
    public Cells require(Frames frames) {
        return switch (frames) {
            case Cells cells -> {
                Checks.require(
                        cells.values().length == cells(),
                        "A piano roll of %d steps and %d pitches has %d cells, but %d were given."
                                .formatted(steps, pitches, cells(), cells.values().length));
                yield cells;
            }
            case Tokens _ -> throw new IllegalArgumentException("A piano roll is of cells, but tokens were given.");
        };
    }

    @Override
    public Optional<Frames> transpose(Frames frames, int semitones) {
        BitSet moved = new BitSet(cells());
        for (int cell : sounding(frames).stream().toArray()) {
            long row = (long) cell % pitches + semitones;
            if (row < 0 || row >= pitches) {
                return Optional.empty();
            }
            moved.set(cell + semitones);
        }
        return Optional.of(ofSounding(moved));
    }

    /** A given note begins only where its pitch was silent, so the cell before it falls silent. */
    @Override
    public Cells overlay(Frames given, Frames window) {
        BitSet over = sounding(given);
        BitSet laid = sounding(window);
        over.stream().filter(cell -> cell >= pitches).forEach(cell -> laid.clear(cell - pitches));
        laid.or(over);
        return ofSounding(laid);
    }

    @Override
    public Cells beginning(Frames window, int steps) {
        return new Cells(Arrays.copyOf(
                require(window).values(), Checks.requireBetween("steps", steps, 0, this.steps) * pitches));
    }

    @Override
    public BitSet sounding(Frames frames) {
        return sounding(require(frames), Cells.SOUNDING);
    }

    /** The cells above a threshold. */
    public BitSet sounding(Cells cells, double threshold) {
        float[] values = cells.values();
        BitSet sounding = new BitSet(values.length);
        for (int cell = 0; cell < values.length; cell++) {
            if (values[cell] > threshold) {
                sounding.set(cell);
            }
        }
        return sounding;
    }

    @Override
    public Cells ofSounding(BitSet cells) {
        float[] values = new float[cells()];
        cells.stream().forEach(cell -> values[cell] = 1);
        return new Cells(values);
    }

    @Override
    public boolean isSilent(Frames frames) {
        return sounding(frames).isEmpty();
    }
}
