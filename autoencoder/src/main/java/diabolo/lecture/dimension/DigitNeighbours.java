package diabolo.lecture.dimension;

import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.picture.HistogramPicture;
import diabolo.picture.ImageGridPicture;
import diabolo.projection.IntrinsicDimension;
import diabolo.projection.NearestNeighbourClassifier;
import diabolo.projection.NearestNeighbours;
import diabolo.projection.PrincipalComponents;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Digits are the counter-example: as many dimensions as noise, but neighbours that know the digit. */
record DigitNeighbours(Study study, Amounts amounts) implements Chapter {

    private static final int NEIGHBOURS = 3;
    private static final int COMPONENTS = 40;
    private static final int QUERIES = 200;
    private static final int ESTIMATE_FROM = 15;
    private static final int SHOWN = 10;

    /** Images, and the same with torn pixels. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kind(String metric, String words, float[][] training, float[][] test) {}

    @Override
    public void write(Findings findings, Report report) throws IOException {
        LabelledDigits digits = LabelledDigits.find(study.data()).first(amounts.trainingDigits(), amounts.testDigits());
        RandomSource random = RandomSource.of(study.seed());
        Kind real = new Kind(
                "digits",
                "real digits",
                digits.training().pixels(),
                digits.test().pixels());
        Kind shuffled = new Kind(
                "shuffled",
                "shuffled pixels",
                ShuffledColumns.of(real.training, random.derive("training")),
                ShuffledColumns.of(real.test, random.derive("test")));
        report.section("Digits against the same pixels without their digits");
        report.pictures(sheet(real), sheet(shuffled), histogram(real), histogram(shuffled));
        report.text(
                "Each pixel of the shuffled images is taken from another image: every pixel is as often dark as before, and none knows of its neighbour. Distances between shuffled images concentrate as the closed form says (%s); those of digits do not, because digits have far fewer degrees of freedom than pixels."
                        .formatted(MetricFormat.THREE_DECIMALS.of(Moments.relativeSpread(real.test))));
        List<List<String>> rows = Report.tableOf(
                "images | test error of %d neighbours | spread of distances | contrast | intrinsic dimension"
                        .formatted(NEIGHBOURS));
        report.metric("shuffled.closedFormSpread", Moments.relativeSpread(real.test));
        Instant start = Instant.now();
        double error = error(digits, real, report, "knn.testError");
        Duration taken = Duration.between(start, Instant.now());
        rows.add(row(real, error, report));
        rows.add(row(shuffled, error(digits, shuffled, report, "shuffled.knn.testError"), report));
        report.table(rows);
        double inComponents =
                error(digits, projected(real, random), report, "knn.pca%d.testError".formatted(COMPONENTS));
        report.text(
                "%,d test digits classified by %d of %,d: %s wrong in %d s, in 784 dimensions where the closed form leaves nothing to compare. In the %d principal components alone, a twentieth of the dimensions, it is %s: what was left out helped nobody."
                        .formatted(
                                digits.test().count(),
                                NEIGHBOURS,
                                digits.training().count(),
                                MetricFormat.SHARE.of(error),
                                Math.max(1, taken.toSeconds()),
                                COMPONENTS,
                                MetricFormat.SHARE.of(inComponents)));
    }

    private double error(LabelledDigits digits, Kind images, Report report, String metric) {
        study.progress().message("nearest neighbours of %,d %s".formatted(images.test.length, images.words));
        double error = 1
                - new NearestNeighbourClassifier(
                                images.training, digits.training().labels(), NEIGHBOURS)
                        .accuracy(images.test, digits.test().labels());
        report.metric(metric, error);
        return error;
    }

    private Kind projected(Kind real, RandomSource random) {
        PrincipalComponents components = PrincipalComponents.of(
                Arrays.copyOf(real.training, Math.min(real.training.length, amounts.estimated())),
                COMPONENTS,
                random,
                _ -> {});
        return new Kind(
                "pca",
                "digits in %d principal components".formatted(COMPONENTS),
                components.project(real.training),
                components.project(real.test));
    }

    private List<String> row(Kind images, double error, Report report) {
        Concentration distances = Concentration.typical(
                Stream.of(distances(images)).map(Concentration::of).toList());
        double dimension = IntrinsicDimension.of(
                Arrays.copyOf(images.training, Math.min(images.training.length, amounts.estimated())),
                ESTIMATE_FROM,
                _ -> {});
        report.metric(images.metric + ".relativeSpread", distances.relativeSpread())
                .metric(images.metric + ".contrast", distances.contrast())
                .metric(images.metric + ".intrinsicDimension", dimension);
        return List.of(
                images.words,
                MetricFormat.SHARE.of(error),
                MetricFormat.THREE_DECIMALS.of(distances.relativeSpread()),
                MetricFormat.TWO_DECIMALS.of(distances.contrast()),
                MetricFormat.ONE_DECIMAL.of(dimension));
    }

    /** Of some test images from 1,000 others, as the random points have it: [queries][1000]. */
    private static double[][] distances(Kind images) {
        float[][] queries = Arrays.copyOf(images.test, Math.min(images.test.length, QUERIES));
        float[][] points = Arrays.copyOf(images.training, Math.min(images.training.length, 1_000));
        return NearestNeighbours.between(queries, points, points.length, _ -> {})
                .distances();
    }

    private static HistogramPicture histogram(Kind images) {
        double[][] distances = distances(images);
        List<Double> relative = Arrays.stream(distances)
                .flatMap(query -> {
                    double mean = Arrays.stream(query).average().orElseThrow();
                    return Arrays.stream(query).mapToObj(distance -> distance / mean);
                })
                .toList();
        return new HistogramPicture(
                "Distances from a query: " + images.words, "distance / mean distance", within(relative), 50);
    }

    /** The same axis for both; what lies beyond counts at the edge. */
    private static List<Double> within(List<Double> values) {
        return Stream.concat(values.stream().map(value -> Math.clamp(value, 0.4, 1.6)), Stream.of(0.4, 1.6))
                .toList();
    }

    private static ImageGridPicture sheet(Kind images) {
        return new ImageGridPicture(
                images.words.substring(0, 1).toUpperCase(Locale.ROOT) + images.words.substring(1),
                SHOWN,
                28,
                IntStream.range(0, 2 * SHOWN).mapToObj(i -> images.test[i]).toList());
    }
}
