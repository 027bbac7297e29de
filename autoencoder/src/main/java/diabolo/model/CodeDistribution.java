package diabolo.model;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.TensorScope;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How the codes of the training music are distributed: a normal distribution for each key that its pieces are in, fitted to the
 * codes of all pieces transposed to that key.
 *
 * <pre>{@code
 * CodeDistribution.InKey key = distribution.key(random.generator());
 * float[] code = key.sample(random.generator());
 * }</pre>
 *
 * <p>A variational autoencoder is trained so that the codes of its corpus together are about N(0, I); those of a few tunes in a few
 * keys are not, and in one key they lie closer together than in all (the aggregate posterior of Hoffman and Johnson 2016).
 *
 * @param keys none where nothing is known
 */
public record CodeDistribution(List<InKey> keys) {

    /** Nothing is known. */
    public static final CodeDistribution NONE = new CodeDistribution(List.of());

    /** From C, in semitones. */
    public static final int PITCH_CLASSES = 12;

    /**
     * The distribution in one key.
     *
     * @param share in proportion to which it is chosen, such as the number of windows in it; above 0
     * @param mean [codeSize]
     * @param factor lower triangular, [codeSize][codeSize]; times its transpose it is the covariance
     * @param pitchClasses from C, the share of each of the twelve in the notes; all 0 in music without pitch
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record InKey(double share, float[] mean, float[][] factor, float[] pitchClasses) {

        public InKey {
            require(share > 0, "the share of a key must be above 0, was %s".formatted(share));
            require(factor.length == mean.length, "mean and covariance of the codes must have one size");
            require(pitchClasses.length == PITCH_CLASSES, "there are twelve pitch classes, was " + pitchClasses.length);
        }

        /** Added to each variance, so that few codes give a covariance that can be factored. */
        private static final double LEAST_VARIANCE = 1e-4;

        /**
         * Fitted to codes.
         *
         * @param codes of music in this key, one or more: [windows][codeSize]
         */
        public static InKey of(float[][] codes, double share, float[] pitchClasses) {
            try (TensorScope _ = TensorScope.open()) {
                Tensor all = FrameTensors.of(codes); // [windows, codeSize]
                Tensor mean = all.mean(0); // [codeSize]
                Tensor centred = all.sub(mean);
                Tensor covariance = centred.t()
                        .mm(centred)
                        .div(new Scalar(codes.length))
                        .add(torch.eye(mean.numel()).mul(new Scalar(LEAST_VARIANCE)));
                return new InKey(
                        share,
                        FrameTensors.toArray(mean),
                        FrameTensors.toArrays(torch.linalg_cholesky(covariance)),
                        pitchClasses);
            }
        }

        /** A sample: [codeSize]. */
        public float[] sample(RandomGenerator random) {
            float[] code = mean.clone();
            for (int column = 0; column < code.length; column++) {
                double normal = random.nextGaussian();
                for (int unit = column; unit < code.length; unit++) {
                    code[unit] += (float) (normal * factor[unit][column]);
                }
            }
            return code;
        }
    }

    public CodeDistribution {
        keys = List.copyOf(requireNonNull(keys, "keys"));
    }

    public boolean isKnown() {
        return !keys.isEmpty();
    }

    /**
     * One of the keys, by their shares.
     *
     * @throws IllegalStateException if nothing is known
     */
    public InKey key(RandomGenerator random) {
        double left =
                random.nextDouble() * keys.stream().mapToDouble(InKey::share).sum();
        for (InKey key : keys) {
            left -= key.share();
            if (left < 0) {
                return key;
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("nothing is known of the codes of the training music");
        }
        return keys.getLast(); // where the sums round differently
    }
}
