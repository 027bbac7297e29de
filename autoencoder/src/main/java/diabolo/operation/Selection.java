package diabolo.operation;

import static java.util.Objects.requireNonNull;

import diabolo.grid.BarLines;
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

    /** Some bars, with the bar lines of the file. */
    public static Selection of(Bars bars) {
        return new Selection(Optional.of(bars), Optional.empty());
    }
}
