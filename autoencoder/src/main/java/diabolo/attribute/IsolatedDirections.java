package diabolo.attribute;

import diabolo.latent.Prior;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Latent directions of a variational model that each change one value of the decoded music and leave the others unchanged, both
 * for codes of music and for samples from the prior.
 *
 * <p>With Gaussian noise on the codes, the covariance of the noise with a value of the decoding is the value's mean gradient
 * (Stein 1981, lemma 1). The gradients around music and around samples are combined by least squares into directions that change
 * one value equally in both, and the others in neither. Dimensions of small posterior deviation cost more, since there a small
 * step gives another melody.
 */
final class IsolatedDirections {

    /** How many codes of music, and how many samples, values are averaged over. */
    private static final int EXAMPLES = 4096;

    /** Antithetic pairs of noisy codes. Half as many suffice for samples, whose values vary more smoothly. */
    private static final int PAIRS_AROUND_MUSIC = 8 * EXAMPLES;

    private static final int PAIRS_AROUND_SAMPLES = 4 * EXAMPLES;
    private static final int PAIRS_AT_ONCE = 1024;

    /** The standard deviation of the noise in a dimension of posterior deviation 1. */
    private static final double NOISE = 0.6;

    /** The weight of a direction's length in the least squares. */
    private static final double RIDGE = 0.3;

    /** The effect of each direction on its own value in music, in standard deviations of that value. */
    private static final double EFFECT = 0.25;

    /** The length at which an effect is measured. A sample's norm is about the root of its size, 8 of 64. */
    private static final double TRIAL_LENGTH = 2;

    /** Longer directions moved density and key more than the vectors learned for these. */
    private static final double MOST_LENGTH = 2.4;

    private static final double HARDLY_ANYTHING = 1e-9;

    /**
     * Codes that gradients are taken at.
     *
     * @param scales standard deviations of the values of their decodings
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(float[][] codes, double[] scales) {

        static Place of(float[][] codes, Function<float[][], double[][]> values) {
            double[][] of = values.apply(codes);
            double[] means = IsolatedDirections.means(of);
            double[] scales = new double[means.length];
            for (int i = 0; i < scales.length; i++) {
                for (double[] value : of) {
                    scales[i] += Math.pow(value[i] - means[i], 2) / of.length;
                }
                scales[i] = Math.sqrt(scales[i]);
            }
            return new Place(codes, scales);
        }
    }

    private final List<String> names;
    private final Function<float[][], double[][]> values;
    private final double[] deviations;
    private final Place music;
    private final Place samples;
    private final RandomSource random;

    /**
     * Directions of a decoder.
     *
     * @param names of the values
     * @param values of the decodings of codes [count][codeSize]: [count][names]
     * @param music codes of examples, one or more
     * @param deviations of the posteriors, by dimension, averaged
     */
    IsolatedDirections(
            List<String> names,
            Function<float[][], double[][]> values,
            float[][] music,
            double[] deviations,
            RandomSource random) {
        this.names = names;
        this.values = values;
        this.deviations = deviations.clone();
        this.music = Place.of(chosen(music, random.derive("music")), values);
        this.samples = Place.of(Prior.Normal.codes(EXAMPLES, deviations.length, random.derive("draws")), values);
        this.random = random;
    }

    /** How many codes of music are used. */
    int examples() {
        return music.codes().length;
    }

    private static float[][] chosen(float[][] codes, RandomSource random) {
        List<float[]> shuffled = Arrays.asList(codes.clone());
        Collections.shuffle(shuffled, Random.from(random.generator()));
        return shuffled.stream().limit(EXAMPLES).toArray(float[][]::new);
    }

    /**
     * Learns them.
     *
     * @param progress is called with the share done, 0 to 1
     * @return by name [codeSize], without values that are constant in music or in samples, or that no direction moves
     */
    Map<String, double[]> learn(DoubleConsumer progress) {
        int[] varied = IntStream.range(0, names.size())
                .filter(i -> music.scales()[i] > HARDLY_ANYTHING && samples.scales()[i] > HARDLY_ANYTHING)
                .toArray();
        double aroundMusic = (double) PAIRS_AROUND_MUSIC / (PAIRS_AROUND_MUSIC + PAIRS_AROUND_SAMPLES);
        double[][] ofMusic =
                gradients(music, PAIRS_AROUND_MUSIC, "around music", done -> progress.accept(done * aroundMusic));
        double[][] ofSamples = gradients(
                samples,
                PAIRS_AROUND_SAMPLES,
                "around draws",
                done -> progress.accept(aroundMusic + done * (1 - aroundMusic)));
        double[][] directions = combined(Stream.of(ofMusic, ofSamples)
                .flatMap(gradients -> Arrays.stream(varied).mapToObj(i -> gradients[i]))
                .toArray(double[][]::new));
        Map<String, double[]> learned = new LinkedHashMap<>();
        for (int i = 0; i < varied.length; i++) {
            int value = varied[i];
            inEffect(value, directions[i]).ifPresent(direction -> learned.put(names.get(value), direction));
        }
        return learned;
    }

    /** In standard deviations of the values: [values][codeSize]. */
    private double[][] gradients(Place place, int pairs, String purpose, DoubleConsumer progress) {
        double[][] gradients = new double[names.size()][deviations.length];
        for (int first = 0; first < pairs; first += PAIRS_AT_ONCE) {
            float[][] noise = Prior.Normal.codes(PAIRS_AT_ONCE, deviations.length, random.derive(purpose, first));
            double[][] there = values.apply(noisy(place, first, noise, 1));
            double[][] opposite = values.apply(noisy(place, first, noise, -1));
            for (int pair = 0; pair < PAIRS_AT_ONCE; pair++) {
                for (int i = 0; i < gradients.length; i++) {
                    double change = (there[pair][i] - opposite[pair][i]) / 2 / pairs;
                    for (int unit = 0; change != 0 && unit < deviations.length; unit++) {
                        gradients[i][unit] += change / place.scales()[i] * noise[pair][unit] / noiseDeviation(unit);
                    }
                }
            }
            progress.accept((double) (first + PAIRS_AT_ONCE) / pairs);
        }
        return gradients;
    }

    /** Less in dimensions of small posterior deviation. */
    private double noiseDeviation(int unit) {
        return NOISE * Math.sqrt(deviations[unit]);
    }

    private float[][] noisy(Place place, int first, float[][] noise, int sign) {
        float[][] noisy = new float[noise.length][];
        for (int pair = 0; pair < noise.length; pair++) {
            noisy[pair] = place.codes()[(first + pair) % place.codes().length].clone();
            for (int unit = 0; unit < deviations.length; unit++) {
                noisy[pair][unit] += (float) (sign * noiseDeviation(unit) * noise[pair][unit]);
            }
        }
        return noisy;
    }

    /**
     * Ridge regression: the product of direction i with both gradients i is to be 1, with all others 0.
     *
     * @param gradients around music, then around samples, [2 * values][codeSize]
     * @return [values][codeSize]
     */
    private double[][] combined(double[][] gradients) {
        int count = gradients.length;
        double[][] rows = new double[count][count + deviations.length];
        double size = 0;
        for (int i = 0; i < count; i++) {
            for (int unit = 0; unit < deviations.length; unit++) {
                rows[i][count + unit] = gradients[i][unit] * Math.sqrt(deviations[unit]);
                for (int j = 0; j < count; j++) {
                    rows[i][j] += rows[i][count + unit] * gradients[j][unit];
                }
            }
            size += rows[i][i] / count;
        }
        for (int i = 0; i < count; i++) {
            rows[i][i] += RIDGE * size;
        }
        eliminate(rows);
        double[][] combined = new double[count / 2][deviations.length];
        for (int i = 0; i < combined.length; i++) {
            for (int unit = 0; unit < deviations.length; unit++) {
                combined[i][unit] = rows[i][count + unit] + rows[i + combined.length][count + unit];
            }
        }
        return combined;
    }

    /** Gauss-Jordan elimination; the left square, positive definite by its ridge, becomes the identity. */
    private static void eliminate(double[][] rows) {
        for (int column = 0; column < rows.length; column++) {
            double[] pivot = rows[column];
            double divisor = pivot[column];
            for (int i = 0; divisor != 0 && i < pivot.length; i++) {
                pivot[i] /= divisor;
            }
            for (int row = 0; row < rows.length; row++) {
                double factor = row == column ? 0 : rows[row][column];
                for (int i = 0; factor != 0 && i < pivot.length; i++) {
                    rows[row][i] -= factor * pivot[i];
                }
            }
        }
    }

    /** A direction normalized to its effect in music; empty where it has none. */
    private Optional<double[]> inEffect(int value, double[] direction) {
        double length = length(direction);
        if (length <= HARDLY_ANYTHING) {
            return Optional.empty();
        }
        double[] trial = times(TRIAL_LENGTH / length, direction);
        double there = means(values.apply(along(trial, 1)))[value];
        double opposite = means(values.apply(along(trial, -1)))[value];
        double effect = (there - opposite) / 2 / music.scales()[value];
        return effect <= HARDLY_ANYTHING
                ? Optional.empty()
                : Optional.of(times(Math.min(MOST_LENGTH / TRIAL_LENGTH, EFFECT / effect), trial));
    }

    private static double length(double[] direction) {
        return Math.sqrt(Arrays.stream(direction).map(number -> number * number).sum());
    }

    private static double[] times(double factor, double[] direction) {
        return Arrays.stream(direction).map(number -> factor * number).toArray();
    }

    private float[][] along(double[] direction, int side) {
        float[][] moved = new float[music.codes().length][direction.length];
        for (int i = 0; i < moved.length; i++) {
            for (int unit = 0; unit < direction.length; unit++) {
                moved[i][unit] = (float) (music.codes()[i][unit] + side * direction[unit]);
            }
        }
        return moved;
    }

    private static double[] means(double[][] values) {
        double[] means = new double[values[0].length];
        for (double[] of : values) {
            for (int i = 0; i < means.length; i++) {
                means[i] += of[i] / values.length;
            }
        }
        return means;
    }
}
