package diabolo.picture;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;

/**
 * How text stands on a canvas.
 *
 * <pre>{@code
 * TextStyle.LABEL.anchored(TextStyle.Anchor.END); // ends at the given point
 * }</pre>
 *
 * @param size in pixels, 1 to 200
 */
public record TextStyle(double size, Colour colour, Anchor anchor, Direction direction) {

    /** Which part of the text lies at the given point. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Where the text runs to. */
    public enum Direction {
        RIGHT,
        UP
    }

    public static final TextStyle TITLE = new TextStyle(15, Colour.INK, Anchor.START, Direction.RIGHT);
    public static final TextStyle LABEL = new TextStyle(11, Colour.FAINT_INK, Anchor.START, Direction.RIGHT);

    /** Of charts, which a page shows smaller than they are. */
    static final TextStyle CHART = new TextStyle(13, Colour.FAINT_INK, Anchor.START, Direction.RIGHT);

    /** A letter of a usual typeface is about so wide, as a part of the size. Pictures are laid out without measuring. */
    private static final double LETTER_WIDTH = 0.58;

    public TextStyle {
        Checks.requireBetween("size", size, 1, 200);
        requireNonNull(colour, "colour");
        requireNonNull(anchor, "anchor");
        requireNonNull(direction, "direction");
    }

    public TextStyle anchored(Anchor newAnchor) {
        return new TextStyle(size, colour, newAnchor, direction);
    }

    public TextStyle coloured(Colour newColour) {
        return new TextStyle(size, newColour, anchor, direction);
    }

    public TextStyle upward() {
        return new TextStyle(size, colour, anchor, Direction.UP);
    }

    /** About how wide a text will be, in pixels. */
    double widthOf(String text) {
        return text.codePointCount(0, text.length()) * size * LETTER_WIDTH;
    }

    /** The text, cut with an ellipsis where it is wider than there is room. */
    String fitted(String text, double room) {
        int letters = (int) Math.max(1, room / (size * LETTER_WIDTH));
        if (text.codePointCount(0, text.length()) <= letters) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "…";
    }
}
