package diabolo.lecture.digits;

import diabolo.picture.ImageGridPicture;
import diabolo.projection.PrincipalComponents;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.TrainedVariant;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How well test digits come through networks, and through as many principal components as the code has units. */
record AgainstComponents(DigitData digits) implements Chapter {

    private static final int SHOWN = 10;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        float[][] test = digits.test();
        int codeSize = findings.variants().getFirst().network().spec().codeSize();
        findings.progress("Finding %d principal components".formatted(codeSize));
        PrincipalComponents components =
                PrincipalComponents.of(digits.training(), codeSize, RandomSource.of(findings.seed()), _ -> {});
        float[][] linear = components.reconstruct(test);
        double floor = ReconstructionError.crossEntropy(test, test);
        List<List<String>> table = Report.tableOf(
                "test digits through | squared error of a pixel | cross-entropy of a pixel | above the floor");
        List<float[]> rows = new ArrayList<>(Arrays.asList(Arrays.copyOf(test, SHOWN)));
        List<String> order = new ArrayList<>(List.of("digits"));
        for (TrainedVariant variant : findings.variants()) {
            float[][] through = variant.network().dense().orElseThrow().reconstruct(test);
            String prefix = variant.name().isEmpty() ? "" : variant.name() + ".";
            double squared = ReconstructionError.meanSquared(test, through);
            double crossEntropy = ReconstructionError.crossEntropy(test, through);
            report.metric(prefix + "test.mse", squared);
            report.metric(prefix + "test.bce", crossEntropy);
            table.add(List.of(variant.words(), number(squared), number(crossEntropy), number(crossEntropy - floor)));
            rows.addAll(Arrays.asList(Arrays.copyOf(through, SHOWN)));
            order.add(variant.words());
        }
        double ofComponents = ReconstructionError.meanSquared(test, linear);
        double clipped = ReconstructionError.meanSquared(test, ReconstructionError.clipped(linear));
        double ofMean =
                ReconstructionError.meanSquared(test, ReconstructionError.meanImage(digits.training(), test.length));
        report.metric("floor.bce", floor);
        report.metric("pca.mse", ofComponents);
        report.metric("pca.clipped.mse", clipped);
        report.metric("mean.mse", ofMean);
        table.add(List.of("%d principal components".formatted(codeSize), number(ofComponents), "", ""));
        table.add(List.of("the same, cut off below 0 and above 1", number(clipped), "", ""));
        table.add(List.of("the mean image", number(ofMean), "", ""));
        rows.addAll(Arrays.asList(Arrays.copyOf(linear, SHOWN)));
        order.add("%d principal components".formatted(codeSize));
        report.section("Reconstruction");
        report.pictures(new ImageGridPicture("Test digits and what is made of them", SHOWN, 28, rows));
        report.text(
                "Row by row: %s. A linear autoencoder of %d units can do no better than as many principal components; what a network gains over them it owes to its curves."
                        .formatted(String.join("; ", order), codeSize));
        report.text(
                "The cross-entropy cannot become 0, since grey pixels are taken for probabilities: their own entropy, %s nats a pixel, is the floor. What a network can be blamed for is the rest."
                        .formatted(number(floor)));
        report.table(table);
    }

    private static String number(double value) {
        return MetricFormat.THREE_DIGITS.of(value);
    }
}
