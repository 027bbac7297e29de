package diabolo.grid;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the bar lines of a piece lie, in place of what its file says: many MIDI files state a placeholder such as 1/4.
 *
 * <pre>{@code
 * NoteSequence song = new BarLines(Meter.FOUR_FOUR, Beat.of(1)).over(piece); // after a pickup of a quarter note
 * }</pre>
 *
 * @param offset of the first bar line, in quarter notes: at least 0 and less than a bar; the notes before it are a pickup
 */
public record BarLines(Meter meter, Beat offset) {

    public BarLines {
        requireNonNull(meter, "meter");
        require(
                !offset.isNegative() && offset.compareTo(meter.barLength()) < 0,
                "the first bar line must lie in the first bar of %s, which has %s quarter notes, was at %s; choose less"
                        .formatted(meter, meter.barLength(), offset));
    }

    /** The piece with these bar lines alone. */
    public NoteSequence over(NoteSequence piece) {
        List<At<Meter>> meters = new ArrayList<>(List.of(new At<>(Beat.ZERO, meter)));
        if (offset.isPositive()) {
            meters.add(new At<>(offset, meter));
        }
        return piece.withMeters(meters);
    }
}
