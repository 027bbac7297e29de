package diabolo.musicxml;

/**
 * How many notes signs may still make of those that are written: a tremolo makes hundreds of one, and a sign that repeats a bar all of
 * its notes.
 *
 * <p>Belongs to one reading on one thread.
 */
final class NoteBudget {

    private static final int MOST_NOTES = 500_000;

    private int made;

    /** Whether so many more may be made; then they count. */
    boolean take(int notes) {
        boolean isWithin = notes <= MOST_NOTES - made;
        made += isWithin ? notes : 0;
        return isWithin;
    }
}
