package diabolo.experiment;

import diabolo.latent.CodeOperations;
import diabolo.latent.Prior;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.note.Percent;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What a latent space of melodies is good for, by which the lecture tells variational autoencoders from others: whether what
 * is drawn from it is music, whether neighbours sound alike, and what lies between two melodies.
 *
 * @param valid the share of melodies written from draws of N(0, I) that are valid, see {@link Plausibility}
 * @param validFitted the same for draws from a normal distribution with the means and variances of the codes learned from
 * @param neighbourChange the share of tokens that change where a held-out melody's code is moved by a tenth of the mean distance
 *     between two of them
 * @param way from one held-out melody to another, on a sphere
 */
record LatentSpaceMeasures(double valid, double validFitted, double neighbourChange, WaysBetween.Course way) {

    static final String WORDS =
            "Valid is a melody of two notes at least that is no less likely, under a 5-gram model of the music learned from, than nineteen in twenty of the held-out melodies. Codes are drawn from N(0, I), of which a network without the variational part has never heard, and for fairness from a normal distribution fitted to its own codes. Changed near by: the share of tokens that change where a code is moved by a tenth of the mean distance of two. Steps are of ten from one held-out melody to another; the cost ratio is that of the experiment interpolation.";

    private static final int DRAWS = 1000;
    private static final int QUICK_DRAWS = 100;
    private static final double NEAR = 0.1;

    static LatentSpaceMeasures of(ExperimentSpec spec, TrainingData data, RecurrentAutoencoder network, Effort effort) {
        int draws = effort == Effort.FULL ? DRAWS : QUICK_DRAWS;
        RandomSource random = RandomSource.of(spec.seed()).derive("latent space");
        Plausibility plausibility = new Plausibility(spec, data);
        List<Tokens> heldOut = TrainingData.tokens(data.heldOut());
        float[][] standard = Prior.Normal.codes(draws, network.spec().codeSize(), random.derive("standard"));
        Fitted fitted = Fitted.to(network.encode(TrainingData.tokens(data.training())));
        return new LatentSpaceMeasures(
                plausibility.validShare(network, standard, random),
                plausibility.validShare(network, fitted.draw(draws, random.derive("fitted")), random),
                neighbourChange(network, heldOut.subList(0, Math.min(draws, heldOut.size())), random),
                new WaysBetween(spec, data, network, draws).course(WaysBetween.Way.SPHERICAL));
    }

    /** A normal distribution like that of some codes, whose numbers do not depend on each other. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Fitted(double[] means, double[] deviations) {

        static Fitted to(float[][] codes) {
            double[] means = new double[codes[0].length];
            double[] deviations = new double[means.length];
            for (int unit = 0; unit < means.length; unit++) {
                int number = unit;
                double mean = Arrays.stream(codes)
                        .mapToDouble(code -> code[number])
                        .average()
                        .orElseThrow();
                means[unit] = mean;
                deviations[unit] = Math.sqrt(Arrays.stream(codes)
                        .mapToDouble(code -> Math.pow(code[number] - mean, 2))
                        .average()
                        .orElseThrow());
            }
            return new Fitted(means, deviations);
        }

        float[][] draw(int count, RandomSource random) {
            RandomGenerator generator = random.generator();
            float[][] drawn = new float[count][means.length];
            for (float[] code : drawn) {
                for (int unit = 0; unit < code.length; unit++) {
                    code[unit] = (float) (means[unit] + deviations[unit] * generator.nextGaussian());
                }
            }
            return drawn;
        }
    }

    private static double neighbourChange(RecurrentAutoencoder network, List<Tokens> windows, RandomSource random) {
        float[][] codes = network.encode(windows);
        double distance = 0;
        for (int i = 0; i < codes.length; i++) {
            distance += CodeOperations.distance(codes[i], codes[(i + 1) % codes.length]) / codes.length;
        }
        float[][] moved = new float[codes.length][];
        for (int i = 0; i < codes.length; i++) {
            moved[i] = CodeOperations.vary(new float[][] {codes[i]}, NEAR * distance, random.derive("neighbour", i))[0];
        }
        List<Tokens> here = network.write(codes, Sampler.LIKELIEST);
        List<Tokens> there = network.write(moved, Sampler.LIKELIEST);
        double change = 0;
        for (int i = 0; i < codes.length; i++) {
            change += WaysBetween.differing(here.get(i), there.get(i)) / codes.length;
        }
        return change;
    }

    static List<String> head() {
        return List.of(
                "network",
                "valid draws from N(0, I)",
                "valid draws fitted to the codes",
                "changed near by",
                "largest step of a way",
                "highest cost ratio of a way");
    }

    List<String> row(String words) {
        return List.of(
                words,
                Percent.of(valid),
                Percent.of(validFitted),
                Percent.of(neighbourChange),
                Percent.of(way.largestStep()),
                String.format(Locale.ROOT, "%.2f", way.highestCostRatio()));
    }

    void tell(Report report, String prefix) {
        report.metric(prefix + "sampled.validity", valid);
        report.metric(prefix + "sampledAsFitted.validity", validFitted);
        report.metric(prefix + "smoothness.neighbourChange", neighbourChange);
        report.metric(prefix + "smoothness.largestStep", way.largestStep());
        report.metric(prefix + "interpolation.maxCostRatio", way.highestCostRatio());
    }
}
