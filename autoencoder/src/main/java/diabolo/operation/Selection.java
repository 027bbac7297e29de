package diabolo.operation;

import static java.util.Objects.requireNonNull;

import diabolo.grid.BarLines;
import diabolo.grid.Passage;
import diabolo.grid.RhythmGrid;
import diabolo.note.NoteSequence;
import java.util.Optional;

/**
 * What is taken of a piece.
 *
 * <pre>{@code
 * Selection chorus = Selection.of(Bars.parse("5-8"));
 * }</pre>
 *
 * @param bars to take; empty for all
 * @param barLines in place of those of its file
 */
public record Selection(Optional<Bars> bars, Optional<BarLines> barLines) {

    /** A piece as it is. */
    public static final Selection ALL = new Selection(Optional.empty(), Optional.empty());

    public Selection {
        requireNonNull(bars, "bars");
        requireNonNull(barLines, "barLines");
    }

    /**
     * What is taken of a piece, in sixteenths where bars are.
     *
     * @throws IllegalArgumentException if it has no such bars
     */
    public NoteSequence of(NoteSequence piece) {
        NoteSequence barred = barLines.map(lines -> lines.over(piece)).orElse(piece);
        return bars.map(some -> Passage.of(RhythmGrid.SIXTEENTHS.quantize(barred))
                        .between(some.from(), some.to())
                        .music()
                        .toNoteSequence())
                .orElse(barred);
    }

    /** Some bars, with the bar lines of the file. */
    public static Selection of(Bars bars) {
        return new Selection(Optional.of(bars), Optional.empty());
    }
}
