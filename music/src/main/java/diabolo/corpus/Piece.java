package diabolo.corpus;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;

/**
 * A piece of a corpus: what it gave, and what it lost on the way.
 *
 * <p>Immutable.
 *
 * @param name of its file, unique in the corpus
 * @param lengthInSteps as quantized
 * @param windows examples it gave
 * @param refusedWindows those that are not among them, by reason
 * @param offGridNotes notes dropped because they do not begin on the grid
 * @param unplacedNotes notes that no window holds: too low, too high, of other parts, under the highest line
 * @param semitones by which it was transposed, negative where down
 */
public record Piece(
        String name,
        int lengthInSteps,
        int windows,
        RefusedWindows refusedWindows,
        int offGridNotes,
        int unplacedNotes,
        int semitones) {

    public Piece {
        requireNonNull(name, "name");
        requireNonNull(refusedWindows, "refusedWindows");
        Checks.require(
                lengthInSteps >= 0 && windows >= 0 && offGridNotes >= 0 && unplacedNotes >= 0,
                "the counts of piece %s must not be negative".formatted(name));
    }
}
