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
 * @param silentWindowsLeftOut windows without a note that are not among them
 * @param offGridNotes notes dropped because they do not begin on the grid
 * @param unheldNotes notes that the representation has no cells for: too low, too high, drums
 * @param semitones by which it was transposed, negative where down
 */
public record Piece(
        String name,
        int lengthInSteps,
        int windows,
        int silentWindowsLeftOut,
        int offGridNotes,
        int unheldNotes,
        int semitones) {

    public Piece {
        requireNonNull(name, "name");
        Checks.require(
                lengthInSteps >= 0
                        && windows >= 0
                        && silentWindowsLeftOut >= 0
                        && offGridNotes >= 0
                        && unheldNotes >= 0,
                "the counts of piece %s must not be negative".formatted(name));
    }
}
