package diabolo.grid;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;

/**
 * What quantizing gave: the music on the grid, and how many notes it cost.
 *
 * <p>Immutable.
 *
 * @param droppedNotes notes left out because they do not begin on a step; always 0 with {@link OffGrid#SNAP}
 */
public record Quantization(QuantizedSequence sequence, int droppedNotes) {

    public Quantization {
        requireNonNull(sequence, "sequence");
        Checks.require(droppedNotes >= 0, "droppedNotes must not be negative, was " + droppedNotes);
    }
}
