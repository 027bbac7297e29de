package diabolo.report;

import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.latent.CodeOperations;
import diabolo.latent.Prior;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.note.Percent;
import diabolo.report.page.Report;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The latent space of every network: sampling, moving nearby, interpolating. */
public final class LatentSpaceQuality implements Chapter {

    @Override
    public void write(Findings findings, Report report) {
        List<List<String>> table = Report.tableOf(
                "network | valid, N(0, I) | valid, fitted | nearby change | largest step | highest cost ratio");
        for (TrainedVariant variant : findings.variants()) {
            findings.progress("Sampling from and moving in the latent space: " + variant.words());
            Measures measures = Measures.of(findings, variant.recurrent());
            measures.addTo(report, variant.prefix());
            table.add(List.of(
                    variant.words(),
                    Percent.of(measures.valid()),
                    Percent.of(measures.validFitted()),
                    Percent.of(measures.neighbourChange()),
                    Percent.of(measures.path().largestStep()),
                    TWO_DECIMALS.of(measures.path().highestCostRatio())));
        }
        report.section("Quality of the latent space");
        report.text(
                "Valid: share of samples that have two or more onsets and are, under a 5-gram model of the training music, more likely than the least likely 5 % of held-out melodies. Codes are sampled from N(0, I), and, fairer to a network that is not variational, from a normal distribution fitted to its own codes. Nearby change: share of tokens that change when a code moves by a tenth of the mean distance of two codes. Largest step and cost ratio: of interpolation paths of ten steps, as in the experiment interpolation.");
        report.table(table);
    }

    /**
     * The quality of a latent space of melodies, in which variational autoencoders differ from others: validity of samples, smoothness,
     * and interpolation.
     *
     * @param valid the share of melodies decoded from samples of N(0, I) that are valid, see {@link Plausibility}
     * @param validFitted the same for a normal distribution with the means and variances of the training codes
     * @param neighbourChange the share of tokens that change where a held-out melody's code is moved by a tenth of the mean distance
     *     between two of them
     * @param path from one held-out melody to another, spherical
     */
    private record Measures(double valid, double validFitted, double neighbourChange, PathMeasures.Course path) {

        private static final int SAMPLES = 1000;
        private static final int QUICK_SAMPLES = 100;
        private static final double NEAR = 0.1;

        static Measures of(Findings findings, RecurrentAutoencoder network) {
            int samples = findings.effort().choose(SAMPLES, QUICK_SAMPLES);
            RandomSource random = findings.random("latent space");
            Music music = findings.music();
            Plausibility plausibility = new Plausibility(music);
            List<Tokens> heldOut = music.tokens(music.heldOut());
            float[][] standard = Prior.Normal.codes(samples, network.spec().codeSize(), random.derive("standard"));
            Fitted fitted = Fitted.to(network.encode(music.tokens(music.training())));
            return new Measures(
                    plausibility.validShare(network, standard, random),
                    plausibility.validShare(network, fitted.draw(samples, random.derive("fitted")), random),
                    neighbourChange(network, heldOut.subList(0, Math.min(samples, heldOut.size())), random),
                    new PathMeasures(findings, network, samples).course(PathMeasures.PathKind.SPHERICAL));
        }

        /** A normal distribution fitted to codes, with independent dimensions. */
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
                moved[i] = CodeOperations.vary(
                        new float[][] {codes[i]}, NEAR * distance, random.derive("neighbour", i))[0];
            }
            List<Tokens> here = network.generate(codes, Sampler.LIKELIEST);
            List<Tokens> there = network.generate(moved, Sampler.LIKELIEST);
            double change = 0;
            for (int i = 0; i < codes.length; i++) {
                change += PathMeasures.differing(here.get(i), there.get(i)) / codes.length;
            }
            return change;
        }

        /** Adds the metrics to a report, each name behind the prefix. */
        void addTo(Report report, String prefix) {
            report.metric(prefix + "sampled.validity", valid);
            report.metric(prefix + "sampledAsFitted.validity", validFitted);
            report.metric(prefix + "smoothness.neighbourChange", neighbourChange);
            report.metric(prefix + "smoothness.largestStep", path.largestStep());
            report.metric(prefix + "interpolation.maxCostRatio", path.highestCostRatio());
        }
    }
}
