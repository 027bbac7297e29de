package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.model.DenseAutoencoder;
import diabolo.picture.HistogramPicture;
import diabolo.picture.ImageGridPicture;
import diabolo.projection.PrincipalComponents;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The inputs that hidden units respond to most, of a sparse and of a k-sparse autoencoder, beside principal components. */
record StrokeFeatures(DigitData digits) implements Chapter {

    private static final int WIDTH = 28;
    private static final int SHOWN = 10;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        findings.progress("Measuring features of digits");
        DenseAutoencoder sparse = DigitTrainings.network(findings, "sparse");
        DenseAutoencoder kSparse = DigitTrainings.network(findings, "kSparse");
        double[] means = meanActivations(sparse, digits.training());
        double mean = Arrays.stream(means).average().orElse(0);
        report.metric("hidden.meanActivation", mean);
        report.metric(
                "hidden.test.meanActivation",
                Arrays.stream(meanActivations(sparse, digits.test())).average().orElse(0));
        report.section("Strokes");
        report.text(
                "Each square is the input of length 1 that a hidden unit responds to most: its weights, divided by their length. Black raises the activation, white lowers it, grey does not matter.");
        int columns = (int) Math.ceil(Math.sqrt(sparse.spec().codeSize()));
        List<float[]> strokes = UnitWeights.of(sparse);
        List<float[]> ofKSparse = everActive(kSparse, UnitWeights.of(kSparse));
        int dead = kSparse.spec().codeSize() - ofKSparse.size();
        List<float[]> components = components(findings, sparse.spec().codeSize());
        report.pictures(
                grid("Sparse autoencoder (KL divergence from 0.1)", columns, strokes),
                grid("k-sparse autoencoder", columns, ofKSparse),
                grid("Principal components, for comparison", columns, components));
        if (dead > 0) {
            report.text(
                    "%d of the %d units of the k-sparse autoencoder are among the largest of no training digit. Nothing trains such dead units: they keep their random first weights, which look like noise, and are left out. Of units that few digits activate much of that noise is left."
                            .formatted(dead, kSparse.spec().codeSize()));
        }
        report.metric("kSparse.deadUnits", dead);
        report.metric("hidden.area", meanArea(strokes));
        report.metric("kSparse.area", meanArea(ofKSparse));
        report.metric("pca.area", meanArea(components));
        report.text(
                "A stroke covers fewer pixels than a whole digit does, and noise covers most. In (Σ w²)² / Σ w⁴ a feature covers %s of 784 on average, one of the k-sparse autoencoder %s, a principal component %s."
                        .formatted(
                                ONE_DECIMAL.of(meanArea(strokes)),
                                ONE_DECIMAL.of(meanArea(ofKSparse)),
                                ONE_DECIMAL.of(meanArea(components))));
        report.text(
                "The penalty works on each unit's mean over all digits: it should be 0.1, and is %s on average over the units. On one digit, a unit is either nearly silent or clearly active."
                        .formatted(MetricFormat.THREE_DIGITS.of(mean)));
        report.pictures(
                new HistogramPicture(
                        "Mean activation of each unit over the training digits",
                        "mean activation",
                        Arrays.stream(means).boxed().toList(),
                        20),
                new HistogramPicture("Activation of all units on 200 digits", "activation", activations(sparse), 40));
        compare(report, sparse, kSparse);
    }

    /** Of units that no training digit activates nothing is known but how they began. */
    private List<float[]> everActive(DenseAutoencoder kSparse, List<float[]> units) throws IOException {
        double[] magnitudes = new double[units.size()];
        for (float[] code : kSparse.encode(digits.training())) {
            for (int unit = 0; unit < magnitudes.length; unit++) {
                magnitudes[unit] += Math.abs(code[unit]);
            }
        }
        return IntStream.range(0, magnitudes.length)
                .filter(unit -> magnitudes[unit] > 0)
                .mapToObj(units::get)
                .toList();
    }

    private void compare(Report report, DenseAutoencoder sparse, DenseAutoencoder kSparse) throws IOException {
        double sparseError = ReconstructionError.meanSquared(digits.test(), sparse.reconstruct(digits.test()));
        double kSparseError = ReconstructionError.meanSquared(digits.test(), kSparse.reconstruct(digits.test()));
        double active = 1.0 * nonZero(kSparse.encode(digits.test()));
        report.metric("sparse.test.mse", sparseError);
        report.metric("kSparse.test.mse", kSparseError);
        report.metric("kSparse.nonZeroShare", active);
        List<List<String>> table = Report.tableOf("network | active units | squared error of a test pixel");
        table.add(List.of(
                "sparse, penalty and weight decay",
                "%s mean activation".formatted(SHARE.of(report.metrics().getOrDefault("hidden.meanActivation", 0.0))),
                MetricFormat.THREE_DIGITS.of(sparseError)));
        table.add(List.of("k-sparse, the largest alone", SHARE.of(active), MetricFormat.THREE_DIGITS.of(kSparseError)));
        report.text(
                "A k-sparse autoencoder has no penalty: all but the largest activations are set to zero, so the number of active units is given and the reconstruction is better. The exercise's weight decay of 0.003 is strong; it makes its features smooth and its reconstructions pale.");
        report.table(table);
        report.pictures(new ImageGridPicture(
                "Test digits; by the sparse; by the k-sparse autoencoder", SHOWN, WIDTH, rows(sparse, kSparse)));
    }

    private List<float[]> rows(DenseAutoencoder sparse, DenseAutoencoder kSparse) throws IOException {
        float[][] some = Arrays.copyOf(digits.test(), SHOWN);
        List<float[]> rows = new ArrayList<>(Arrays.asList(some));
        rows.addAll(Arrays.asList(sparse.reconstruct(some)));
        rows.addAll(Arrays.asList(kSparse.reconstruct(some)));
        return rows;
    }

    private List<float[]> components(Findings findings, int count) throws IOException {
        double[][] directions = PrincipalComponents.of(
                        digits.training(), Math.min(count, 784), RandomSource.of(findings.seed()), _ -> {})
                .directions();
        List<float[]> rows = new ArrayList<>();
        for (double[] direction : directions) {
            float[] row = new float[direction.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) direction[i];
            }
            rows.add(row);
        }
        return rows;
    }

    private static ImageGridPicture grid(String title, int columns, List<float[]> weights) {
        return new ImageGridPicture(
                title,
                columns,
                WIDTH + 1,
                weights.stream()
                        .map(row -> UnitWeights.framed(UnitWeights.grey(row), WIDTH))
                        .toList());
    }

    private static double meanArea(List<float[]> weights) {
        return weights.stream().mapToDouble(UnitWeights::area).average().orElse(0);
    }

    private static double[] meanActivations(DenseAutoencoder network, float[][] frames) {
        float[][] codes = network.encode(frames);
        double[] means = new double[network.spec().codeSize()];
        for (float[] code : codes) {
            for (int unit = 0; unit < means.length; unit++) {
                means[unit] += code[unit] / codes.length;
            }
        }
        return means;
    }

    private List<Double> activations(DenseAutoencoder network) throws IOException {
        List<Double> all = new ArrayList<>();
        for (float[] code : network.encode(Arrays.copyOf(digits.test(), 200))) {
            for (float activation : code) {
                all.add((double) activation);
            }
        }
        return all;
    }

    private static double nonZero(float[][] codes) {
        double count = 0;
        for (float[] code : codes) {
            for (float number : code) {
                count += number == 0 ? 0 : 1;
            }
        }
        return count / codes.length / codes[0].length;
    }
}
