package exercises;

/**
 * Exercise 6: spherical interpolation between two codes.
 *
 * <pre>{@code
 * double[] middle = slerp.between(a, b, 0.5);
 * }</pre>
 *
 * <p>Source: Shoemake, "Animating rotation with quaternion curves", 1985, section 3.3; for codes White, "Sampling generative
 * networks", 2016. Diabolo's own is {@code diabolo.latent.Interpolation.SPHERICAL}.
 */
public class Slerp {

    /**
     * The code at a share t of the arc from a to b. With Ω the angle between them, cos Ω = a·b / (‖a‖ ‖b‖):
     *
     * <pre>
     * sin((1 − t) Ω) / sin Ω · a  +  sin(t Ω) / sin Ω · b
     * </pre>
     *
     * <p>Where sin Ω is below 10⁻⁶, as for a = b, or where a code is 0 and has no direction: (1 − t) a + t b, the straight line.
     *
     * @param from a: [codeSize]
     * @param to b: [codeSize]
     * @param share t: 0 gives a, 1 gives b
     * @return [codeSize]
     */
    public double[] between(double[] from, double[] to, double share) {
        throw new UnsupportedOperationException(
                "Slerp.between is yours to write: the angle between the two codes, and their weights from it.");
    }
}
