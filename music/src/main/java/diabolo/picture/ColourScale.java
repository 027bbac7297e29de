package diabolo.picture;

/**
 * Numbers as colours.
 *
 * <pre>{@code
 * ColourScale.SEQUENTIAL.of(0.5);   // between paper and blue
 * ColourScale.DIVERGING.of(0.5);    // paper: neither more nor less
 * }</pre>
 */
public enum ColourScale {
    /** From paper to dark blue: how much. */
    SEQUENTIAL(0xF7FBFF, 0x6BAED6, 0x08306B),
    /** From orange through paper to blue: less and more, with nothing in the middle. */
    DIVERGING(0xB35806, 0xF7F7F7, 0x2166AC),
    /** From blue through red to yellow, all of them visible on paper: early to late. */
    TIME(0x0D0887, 0xCC4778, 0xF0B32A);

    private final int low;
    private final int middle;
    private final int high;

    ColourScale(int low, int middle, int high) {
        this.low = low;
        this.middle = middle;
        this.high = high;
    }

    /** The colour at a fraction from 0 to 1; what lies outside is taken for the nearer end. */
    public Colour of(double fraction) {
        double place = Math.clamp(fraction, 0, 1) * 2;
        return place <= 1
                ? new Colour(low).mixedWith(new Colour(middle), place)
                : new Colour(middle).mixedWith(new Colour(high), place - 1);
    }
}
