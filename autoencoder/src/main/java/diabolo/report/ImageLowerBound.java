package diabolo.report;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;

import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;

/** The evidence lower bound of images and its two parts, of every network (Kingma and Welling 2014, equation 10). */
public final class ImageLowerBound implements Chapter {

    @Override
    public void write(Findings findings, Report report) {
        Images images = findings.images();
        double entropy = greyEntropy(images.test().pixels());
        report.metric("train.images", images.training().count());
        report.metric("test.images", images.test().count());
        report.metric("epochs", findings.main().losses().size());
        report.metric("test.greyEntropy.nats", entropy);
        report.section("The lower bound");
        report.text(
                "The evidence lower bound of a test image: minus its cross-entropy, summed over the pixels for one sampled code, minus the KL divergence of the posterior from N(0, I). The grey pixels are taken as probabilities, so no network can exceed minus their entropy, %s nats. Each network is trained on %,d images of %d by %d pixels and measured on %,d others."
                        .formatted(
                                ONE_DECIMAL.of(-entropy),
                                images.training().count(),
                                images.test().rows(),
                                images.test().columns(),
                                images.test().count()));
        List<List<String>> table = Report.tableOf(
                "network | lower bound, nats | reconstruction, nats | KL, nats | active units | lower bound, training");
        for (TrainedVariant variant : findings.variants()) {
            findings.progress("Measuring " + variant.network().spec().shape());
            table.add(row(variant, findings, report));
        }
        report.table(table);
        stillFalling(findings, report);
    }

    private static List<String> row(TrainedVariant variant, Findings findings, Report report) {
        Images images = findings.images();
        int codeSize = variant.network().spec().codeSize();
        RandomSource random = findings.random("measures", codeSize);
        LowerBound unseen = LowerBound.of(variant.cells(), images.test().pixels(), random.derive("test"));
        LowerBound training = LowerBound.of(
                variant.cells(), images.training().first(images.test().count()).pixels(), random.derive("train"));
        unseen.addTo(report, variant.prefix());
        training.addTo(report, variant.prefix() + "train.");
        return List.of(
                variant.network().spec().shape(),
                ONE_DECIMAL.of(unseen.nats()),
                ONE_DECIMAL.of(unseen.reconstructionNats()),
                ONE_DECIMAL.of(unseen.divergenceNats()),
                "%d of %d".formatted(unseen.activeUnits(), codeSize),
                ONE_DECIMAL.of(training.nats()));
    }

    /** How far the last epoch lowered the loss: whether more of them would help. */
    private static void stillFalling(Findings findings, Report report) {
        List<String> falls = new ArrayList<>();
        for (TrainedVariant variant : findings.variants()) {
            int epochs = variant.losses().size();
            if (epochs > 1) {
                double fall = variant.losses().get(epochs - 2).y()
                        - variant.losses().getLast().y();
                report.metric(variant.prefix() + "lastEpoch.nats", fall);
                falls.add("%s nats with %s".formatted(ONE_DECIMAL.of(fall), variant.words()));
            }
        }
        if (!falls.isEmpty()) {
            report.text(
                    "The last epoch lowered the training loss per image by %s; where that is much, more epochs would help."
                            .formatted(String.join(", ", falls)));
        }
    }

    /** The entropy of grey pixels that are taken for probabilities, of an image on average. */
    static double greyEntropy(float[][] images) {
        double nats = 0;
        for (float[] image : images) {
            for (float pixel : image) {
                if (pixel > 0 && pixel < 1) {
                    nats -= pixel * Math.log(pixel) + (1 - pixel) * Math.log1p(-pixel);
                }
            }
        }
        return nats / images.length;
    }
}
