package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.evaluation.CodeRegion;
import diabolo.model.DenseAutoencoder;
import diabolo.picture.HistogramPicture;
import diabolo.picture.ImageGridPicture;
import diabolo.picture.Picture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Digits from random codes: by the lecture's snippet, and from what is known of real codes.
 *
 * @param network the name of the network that decodes them
 * @param impossible why the lecture's range does not suit its code: a sentence
 */
record RandomCodes(DigitData digits, String network, String impossible) implements Chapter {

    private static final int COUNT = 200;
    private static final int SHOWN = 30;
    private static final int COLUMNS = 10;
    private static final int MOST_REAL = 5_000;
    private static final int SHOWN_NUMBERS = 200;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        findings.progress("Decoding random codes");
        DenseAutoencoder decoder = DigitTrainings.network(findings, network);
        float[][] training = digits.training();
        float[][] real = decoder.encode(Arrays.copyOf(training, Math.min(MOST_REAL, training.length)));
        report.section("Digits from random codes");
        report.text(
                "The lecture's snippet decodes codes whose numbers are all drawn by uniform(-1, 1). Beside it, codes that use more and more of what is known of real ones.");
        List<Picture> grids = new ArrayList<>();
        List<List<String>> table = Report.tableOf(
                "codes | numbers beyond their unit's range | distance from the nearest digit | black | error of encoding again");
        NearestDigits nearest = NearestDigits.among(training);
        CodeRegion region = CodeRegion.of(real);
        for (PriorCodes prior : PriorCodes.all()) {
            float[][] codes = prior.sample(COUNT, real, findings.random("random codes"));
            float[][] images = decoder.decode(codes);
            grids.add(grid(prior.words(), images));
            Measures measures = new Measures(
                    region.outsideShare(codes),
                    nearest.meanDistance(images),
                    mean(images),
                    reencodingError(codes, decoder.encode(images)));
            measures.addTo(report, prior.prefix());
            table.add(measures.row(prior.words()));
        }
        report.metric("samples", COUNT);
        double unseen = nearest.meanDistance(Arrays.copyOf(digits.test(), Math.min(COUNT, digits.test().length)));
        report.metric("testDigits.nearestDistance", unseen);
        report.pictures(grids.toArray(Picture[]::new));
        report.text(
                "%s Unseen test digits are %s from the nearest training digit on average; that is how near a new digit should be, not 0."
                        .formatted(impossible, TWO_DECIMALS.of(unseen)));
        report.table(table);
        report.pictures(
                new HistogramPicture("Numbers of real codes", "number", numbers(real), 60),
                new HistogramPicture(
                        "Numbers by uniform(-1, 1)",
                        "number",
                        numbers(PriorCodes.UNIFORM.sample(SHOWN_NUMBERS, real, findings.random("random codes"))),
                        60));
    }

    /** Of the codes of a prior, and of what they decode to. */
    private record Measures(double outsideShare, double nearestDistance, double ink, double reencodingError) {

        void addTo(Report report, String prefix) {
            report.metric(prefix + ".outsideShare", outsideShare);
            report.metric(prefix + ".nearestDistance", nearestDistance);
            report.metric(prefix + ".ink", ink);
            report.metric(prefix + ".reencodingError", reencodingError);
        }

        List<String> row(String words) {
            return List.of(
                    words,
                    SHARE.of(outsideShare),
                    TWO_DECIMALS.of(nearestDistance),
                    SHARE.of(ink),
                    ONE_DECIMAL.of(100 * reencodingError) + " %");
        }
    }

    private static ImageGridPicture grid(String title, float[][] images) {
        return new ImageGridPicture(title, COLUMNS, 28, Arrays.asList(Arrays.copyOf(images, SHOWN)));
    }

    private static double mean(float[][] images) {
        double sum = 0;
        for (float[] image : images) {
            for (float pixel : image) {
                sum += pixel;
            }
        }
        return sum / images.length / images[0].length;
    }

    /** The distance between a code and the code of what it decodes to, divided by the code's length. */
    private static double reencodingError(float[][] codes, float[][] again) {
        double sum = 0;
        for (int i = 0; i < codes.length; i++) {
            double difference = 0;
            double length = 0;
            for (int unit = 0; unit < codes[i].length; unit++) {
                difference += Math.pow(codes[i][unit] - again[i][unit], 2);
                length += Math.pow(codes[i][unit], 2);
            }
            sum += Math.sqrt(difference / Math.max(length, 1e-12));
        }
        return sum / codes.length;
    }

    private static List<Double> numbers(float[][] codes) {
        List<Double> numbers = new ArrayList<>();
        for (float[] code : Arrays.copyOf(codes, Math.min(SHOWN_NUMBERS, codes.length))) {
            for (float number : code) {
                numbers.add((double) number);
            }
        }
        return numbers;
    }
}
