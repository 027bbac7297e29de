package diabolo.latent;

import static diabolo.note.Checks.require;

/**
 * Interpolation between two codes.
 *
 * <pre>{@code
 * float[] middle = Interpolation.LINEAR.between(a, b, 0.5);
 * }</pre>
 */
public enum Interpolation {
    /** The straight line. */
    LINEAR,
    /** Along the arc between the two directions (slerp, Shoemake 1985): for codes distributed around the origin. */
    SPHERICAL;

    private static final double PARALLEL = 1e-6;

    /**
     * The code at a share of the path.
     *
     * @param share 0 gives the first, 1 the second
     * @throws IllegalArgumentException if the codes are of different sizes
     */
    public float[] between(float[] from, float[] to, double share) {
        require(
                from.length == to.length,
                "codes of one size are needed, were of %d and %d dimensions".formatted(from.length, to.length));
        double fromWeight = 1 - share;
        double toWeight = share;
        if (this == SPHERICAL) {
            double angle = angle(from, to);
            if (Math.sin(angle) > PARALLEL) {
                fromWeight = Math.sin((1 - share) * angle) / Math.sin(angle);
                toWeight = Math.sin(share * angle) / Math.sin(angle);
            }
        }
        float[] code = new float[from.length];
        for (int unit = 0; unit < code.length; unit++) {
            code[unit] = (float) (fromWeight * from[unit] + toWeight * to[unit]);
        }
        return code;
    }

    private static double angle(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int unit = 0; unit < a.length; unit++) {
            dot += (double) a[unit] * b[unit];
            aa += (double) a[unit] * a[unit];
            bb += (double) b[unit] * b[unit];
        }
        return aa == 0 || bb == 0 ? 0 : Math.acos(Math.clamp(dot / Math.sqrt(aa * bb), -1, 1));
    }
}
