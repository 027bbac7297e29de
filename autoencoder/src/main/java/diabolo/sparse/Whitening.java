package diabolo.sparse;

import static diabolo.note.Checks.require;

import diabolo.projection.PrincipalComponents;
import diabolo.tensor.RandomSource;

/**
 * Makes all directions of examples vary alike, so that what is learned from them is more than the few directions of most variance: the
 * symmetric whitening U (Λ + ε)^(-1/2) Uᵀ of the covariance U Λ Uᵀ, which changes examples least (Bell and Sejnowski 1997, section 3).
 *
 * <pre>{@code
 * Whitening whitening = Whitening.of(patches, 0.1);
 * float[][] whitened = whitening.whiten(patches);
 * float[][] again = whitening.restore(whitened);
 * }</pre>
 *
 * @param components all of the examples' directions
 * @param floor ε, in units of the variance of the examples
 */
public record Whitening(PrincipalComponents components, double floor) {

    public Whitening {
        require(floor > 0, "the floor of the variances must be positive, was " + floor);
    }

    /**
     * The whitening of examples.
     *
     * @param examples [examples][dimensions], two or more
     * @param share the floor as a share of the mean variance of a dimension: directions that vary less are raised less
     */
    public static Whitening of(float[][] examples, double share) {
        require(examples.length > 1, "at least 2 examples are needed to whiten, were " + examples.length);
        int dimensions = examples[0].length;
        PrincipalComponents all = PrincipalComponents.of(examples, dimensions, RandomSource.of(0), _ -> {});
        return new Whitening(all, share * all.totalVariance() / dimensions);
    }

    /** Examples of variance about 1 in every direction: [examples][dimensions]. */
    public float[][] whiten(float[][] examples) {
        float[][] along = components.project(examples); // [examples][components]
        float[][] whitened = new float[examples.length][components.mean().length];
        for (int example = 0; example < examples.length; example++) {
            for (int component = 0; component < along[example].length; component++) {
                addTo(whitened[example], component, along[example][component] / deviation(component));
            }
        }
        return whitened;
    }

    /** The examples that were whitened. */
    public float[][] restore(float[][] whitened) {
        float[][] restored = new float[whitened.length][components.mean().length];
        for (int example = 0; example < whitened.length; example++) {
            for (int component = 0; component < components.directions().length; component++) {
                double along = 0;
                for (int i = 0; i < whitened[example].length; i++) {
                    along += components.directions()[component][i] * whitened[example][i];
                }
                addTo(restored[example], component, along * deviation(component));
            }
            for (int i = 0; i < restored[example].length; i++) {
                restored[example][i] += (float) components.mean()[i];
            }
        }
        return restored;
    }

    private double deviation(int component) {
        return Math.sqrt(components.variances()[component] + floor);
    }

    private void addTo(float[] sum, int component, double coordinate) {
        double[] direction = components.directions()[component];
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (coordinate * direction[i]);
        }
    }
}
