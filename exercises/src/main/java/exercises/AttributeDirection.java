package exercises;

/**
 * Exercise 7: an attribute as a direction in the latent space.
 *
 * <pre>{@code
 * double[] density = attribute.direction(codes, noteDensities);
 * double[] busier = attribute.moved(code, density, 1);
 * }</pre>
 *
 * <p>Source: Roberts et al., "A hierarchical latent vector model for learning long-term structure in music", 2018, section 5.4 and
 * appendix. Diabolo's own is {@code diabolo.attribute.AttributeLearning}.
 */
public class AttributeDirection {

    /**
     * The mean code of the quarter of examples with most of the attribute, less that of the quarter with least. A quarter of n
     * examples is n / 4 of them, rounded down, and at least one. No two examples have the same value.
     *
     * @param codes [examples][codeSize]; left as they are
     * @param values how much of the attribute each example has: [examples]; left as they are
     * @return [codeSize]
     */
    public double[] direction(double[][] codes, double[] values) {
        throw new UnsupportedOperationException(
                "AttributeDirection.direction is yours to write: the mean code of the upper quartile less that of the lower one.");
    }

    /**
     * A code with more of the attribute: code + factor · direction. The code itself is left as it is.
     *
     * @param factor negative for less of it
     * @return [codeSize], a new array
     */
    public double[] moved(double[] code, double[] direction, double factor) {
        throw new UnsupportedOperationException(
                "AttributeDirection.moved is yours to write: the code plus factor times the direction, in a new array.");
    }
}
