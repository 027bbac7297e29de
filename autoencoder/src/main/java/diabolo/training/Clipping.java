package diabolo.training;

import static diabolo.note.Checks.require;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Gradient clipping by norm.
 *
 * <pre>{@code
 * Clipping.MUSIC_VAE; // clipped to a norm of 1, and no update above 10,000
 * }</pre>
 *
 * @param largestNorm to which gradients are clipped; positive
 * @param hopelessNorm above which no update is made
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

    /** Clips the gradients; false if no update is to be made. */
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
