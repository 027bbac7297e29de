package diabolo.model;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The posteriors of examples, in plain arrays.
 *
 * <pre>{@code
 * PosteriorArrays posteriors = network.posteriors(windows);
 * posteriors.divergenceBits(); // from the prior, mean over the examples
 * }</pre>
 *
 * @param means [examples][codeSize]
 * @param deviations of the same size; empty with a plain bottleneck
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PosteriorArrays(float[][] means, float[][] deviations) {

    private static final double ACTIVE = 0.01; // Burda, Grosse and Salakhutdinov 2016, section 5.2

    /** The same in plain arrays. */
    static PosteriorArrays of(Posterior posterior) {
        return new PosteriorArrays(
                FrameTensors.toArrays(posterior.mean()),
                posterior.deviation().map(FrameTensors::toArrays).orElse(new float[0][]));
    }

    /** The posteriors of all portions of examples. */
    public static PosteriorArrays joined(List<PosteriorArrays> portions) {
        return new PosteriorArrays(
                portions.stream().flatMap(some -> Arrays.stream(some.means())).toArray(float[][]::new),
                portions.stream()
                        .flatMap(some -> Arrays.stream(some.deviations()))
                        .toArray(float[][]::new));
    }

    /** The mean divergence from N(0, I), in bits; 0 with a plain bottleneck. */
    public double divergenceBits() {
        double nats = 0;
        for (int example = 0; example < deviations.length; example++) {
            for (int unit = 0; unit < deviations[example].length; unit++) {
                double mean = means[example][unit];
                double deviation = deviations[example][unit];
                nats += (mean * mean + deviation * deviation - 1) / 2 - Math.log(deviation);
            }
        }
        return deviations.length == 0 ? 0 : nats / deviations.length / Math.log(2);
    }

    /**
     * A sample of each example; the mean with a plain bottleneck.
     *
     * @return [examples][codeSize]
     */
    public float[][] sample(RandomSource random) {
        RandomGenerator generator = random.generator();
        float[][] codes = new float[means.length][];
        for (int example = 0; example < codes.length; example++) {
            codes[example] = means[example].clone();
            for (int unit = 0; unit < codes[example].length && deviations.length > 0; unit++) {
                codes[example][unit] += (float) (deviations[example][unit] * generator.nextGaussian());
            }
        }
        return codes;
    }

    /** The root mean square deviation of each dimension, [codeSize]; 1 without deviations. */
    public double[] meanDeviations() {
        double[] squares = new double[means.length == 0 ? 0 : means[0].length];
        for (int unit = 0; unit < squares.length; unit++) {
            for (float[] deviation : deviations) {
                squares[unit] += (double) deviation[unit] * deviation[unit] / deviations.length;
            }
            squares[unit] = deviations.length == 0 ? 1 : Math.sqrt(squares[unit]);
        }
        return squares;
    }

    /** The active units: latent dimensions whose mean has a variance above 0.01. */
    public int activeUnits() {
        int active = 0;
        for (int unit = 0; means.length > 0 && unit < means[0].length; unit++) {
            double sum = 0;
            double squares = 0;
            for (float[] mean : means) {
                sum += mean[unit];
                squares += (double) mean[unit] * mean[unit];
            }
            double variance = squares / means.length - sum * sum / means.length / means.length;
            active += variance > ACTIVE ? 1 : 0;
        }
        return active;
    }
}
