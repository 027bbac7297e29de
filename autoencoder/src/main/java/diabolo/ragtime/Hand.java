package diabolo.ragtime;

import diabolo.note.Velocity;
import java.util.NavigableSet;

/**
 * The hands of a pianist. Of the notes that a hand strikes at once one leads: the highest of the right hand, the lowest of the left.
 *
 * <pre>{@code
 * Hand.LEFT.leading(struck); // the bass
 * }</pre>
 */
public enum Hand {
    RIGHT(0, "Right hand", 84),
    LEFT(2, "Left hand", 68);

    /** How many hands there are. */
    public static final int COUNT = 2;

    private final int line;
    private final String partName;
    private final int velocity;

    Hand(int line, String partName, int velocity) {
        this.line = line;
        this.partName = partName;
        this.velocity = velocity;
    }

    /** The line of tokens of the leading notes. */
    int line() {
        return line;
    }

    /** The line of tokens of what is struck with them. */
    int shapeLine() {
        return line + 1;
    }

    /** The name of its part. */
    public String partName() {
        return partName;
    }

    /** How loud it plays: the right hand above the left. */
    Velocity velocity() {
        return Velocity.of(velocity);
    }

    /** The leading one of pitches that are struck at once. */
    int leading(NavigableSet<Integer> pitches) {
        return this == RIGHT ? pitches.last() : pitches.first();
    }
}
