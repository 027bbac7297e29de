package diabolo.training;

import static diabolo.note.Checks.require;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * What is done to gradients that are too long.
 *
 * <pre>{@code
 * Clipping.MUSIC_VAE; // shortened to a norm of 1, and no update at all above 10,000
 * }</pre>
 *
 * @param largestNorm longer ones are shortened to it; positive
 * @param hopelessNorm of still longer ones no update is made
 */
public record Clipping(double largestNorm, double hopelessNorm) {

    public static final Clipping NONE = new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** As in the code of Roberts et al. (2018). */
    public static final Clipping MUSIC_VAE = new Clipping(1, 10_000);

    public Clipping {
        require(
                largestNorm > 0 && hopelessNorm >= largestNorm,
                "the norm to clip to must be positive and the hopeless one no smaller, were %s and %s"
                        .formatted(largestNorm, hopelessNorm));
    }

    /** Shortens the gradients where they are too long; says whether they can be used at all. */
    boolean clip(Tensor gradients) {
        if (equals(NONE)) {
            return true;
        }
        double norm = gradients.norm().item_double();
        if (norm > largestNorm && norm <= hopelessNorm) {
            gradients.mul_(new Scalar(largestNorm / norm));
        }
        return norm <= hopelessNorm;
    }
}
