package diabolo.picture;

/** Ink as bytes of grey: 0 for paper becomes 255, 1 for ink becomes 0. */
final class GreyBytes {

    private GreyBytes() {}

    /** What lies outside 0 to 1 is taken for the nearer of the two. */
    static byte[] of(float[] ink) {
        byte[] grey = new byte[ink.length];
        for (int pixel = 0; pixel < ink.length; pixel++) {
            grey[pixel] = of(ink[pixel]);
        }
        return grey;
    }

    static byte of(float ink) {
        return (byte) Math.round(255 * (1 - Math.clamp(ink, 0f, 1f)));
    }
}
