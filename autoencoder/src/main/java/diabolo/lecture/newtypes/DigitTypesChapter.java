package diabolo.lecture.newtypes;

import static diabolo.report.page.MetricFormat.FOUR_DECIMALS;
import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.evaluation.FixedPoints;
import diabolo.evaluation.Objectness;
import diabolo.experiment.LabelledDigits;
import diabolo.image.LabelledImages;
import diabolo.model.Classifier;
import diabolo.model.ClassifierSpec;
import diabolo.model.ConvolutionalAutoencoder;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.picture.FilmPicture;
import diabolo.picture.FilmPicture.Frame;
import diabolo.picture.FilmPicture.Strip;
import diabolo.picture.ImageGridPicture;
import diabolo.projection.NearestNeighbours;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingMonitor;
import diabolo.training.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What random images become, the strokes that they are made of, their kinds, and how far from digits they are.
 *
 * @param reference training digits that distances are to and the classifier learns from
 */
record DigitTypesChapter(Findings findings, DigitTypes.Size size, LabelledImages reference, LabelledImages test) {

    /** The passes of the source's figure. */
    static final List<Integer> SHOWN_PASSES = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 25);

    private static final int SHOWN_STARTS = 5;
    private static final int SHOWN_SYMBOLS = 100;
    private static final int SHOWN_DIGITS = 3;
    private static final int WIDTH = 28;

    void write(Report report) {
        ConvolutionalAutoencoder network =
                findings.variants().getFirst().network().convolutional().orElseThrow();
        RandomSource random = RandomSource.of(findings.seed());
        report.metric("parameters", (double) network.spec().weightCount());
        float[][] noise = Starts.noise(size.starts(), network.spec().frameSize(), random.derive("noise"));
        findings.progress()
                .accept("Feeding %,d random images back, at most %d times each"
                        .formatted(size.starts(), FixedPoints.Settings.NEW_TYPES.passes()));
        FixedPoints found = FixedPoints.from(noise, network::reconstruct, FixedPoints.Settings.NEW_TYPES);
        film(report, network, found);
        strokes(report, network);
        float[][] distinct =
                found.distinct().stream().map(start -> found.last()[start]).toArray(float[][]::new);
        new SymbolKinds(distinct, test.first(size.onMap()), random).write(report);
        distances(report, noise, found.last());
        objectness(report, noise, found.last());
    }

    private void film(Report report, ConvolutionalAutoencoder network, FixedPoints found) {
        Starts.measure(report, network, found);
        report.section("Noise becomes a symbol");
        report.text(
                "Random pixels, uniform between 0 and 1, go through the network, and what comes out goes in again. A start is at rest when a pass changes its pixels by a mean square of at most %.6f: %s of %,d are within %d passes, after %s passes on average. Of what they have become %s differ as black and white. Another %s go round: within %d passes the same image comes again."
                        .formatted(
                                FixedPoints.Settings.NEW_TYPES.tolerance(),
                                SHARE.of(found.share()),
                                size.starts(),
                                FixedPoints.Settings.NEW_TYPES.passes(),
                                ONE_DECIMAL.of(found.meanPasses()),
                                SHARE.of(found.uniqueRatio()),
                                SHARE.of(Starts.cycleShare(found)),
                                Starts.LONGEST_CYCLE));
        report.pictures(new FilmPicture(
                "Noise, pass by pass",
                WIDTH,
                IntStream.range(0, Math.min(SHOWN_STARTS, size.starts()))
                        .mapToObj(start -> strip(start, found))
                        .toList()));
        report.pictures(grid("New symbols: where noise comes to rest", found.last()));
        Starts.curves(report, found, findings.variants().getFirst(), "pixel", "digit");
    }

    private static Strip strip(int start, FixedPoints found) {
        return new Strip(
                "start %d".formatted(start + 1),
                SHOWN_PASSES.stream()
                        .map(pass -> new Frame("pass %d".formatted(pass), found.pass(pass)[start]))
                        .toList());
    }

    private static ImageGridPicture grid(String title, float[][] images) {
        int shown = Math.min(SHOWN_SYMBOLS, images.length);
        return new ImageGridPicture(
                title, Math.min(20, shown), WIDTH, Arrays.asList(images).subList(0, shown));
    }

    private void strokes(Report report, ConvolutionalAutoencoder network) {
        float[][] digits = test.pixels();
        double error = FixedPoints.squaredError(digits, network.reconstruct(digits));
        float[] mean = mean(reference.pixels());
        double baseline = Arrays.stream(digits)
                .mapToDouble(digit -> FixedPoints.squaredError(digit, mean))
                .average()
                .orElseThrow();
        report.metric("reconstruction.mse", error).metric("baseline.mean.mse", baseline);
        report.section("A digit is a sum of strokes");
        report.text(
                "Each cell of the code that is not 0 stamps one pattern of %d by %d pixels, times its value; the output is the sigmoid of their sum. The patterns are all that the decoder has: %d of them, learned from digits. Test digits come back with a squared error of %s per pixel; the mean digit has %s."
                        .formatted(
                                network.spec().decoder().getFirst().kernel(),
                                network.spec().decoder().getFirst().kernel(),
                                network.spec().codeMaps().count(),
                                FOUR_DECIMALS.of(error),
                                FOUR_DECIMALS.of(baseline)));
        float[][] patterns = network.strokes();
        for (float[] pattern : patterns) {
            scale(pattern);
        }
        int kernel = network.spec().decoder().getFirst().kernel();
        report.pictures(new FilmPicture(
                "The patterns that the decoder stamps",
                kernel,
                List.of(new Strip(
                        "dark adds ink, light takes it away",
                        Arrays.stream(patterns)
                                .map(pattern -> new Frame("", pattern))
                                .toList()))));
        report.pictures(new FilmPicture(
                "Test digits, and the strokes that they are made of",
                WIDTH,
                IntStream.range(0, SHOWN_DIGITS)
                        .mapToObj(digit -> made(network, digits[digit]))
                        .toList()));
    }

    private static Strip made(ConvolutionalAutoencoder network, float[] digit) {
        float[] code = network.encode(new float[][] {digit})[0];
        int[] active = IntStream.range(0, code.length)
                .filter(cell -> code[cell] != 0)
                .boxed()
                .sorted((a, b) -> Float.compare(code[b], code[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Frame> frames = new ArrayList<>(
                List.of(new Frame("digit", digit), new Frame("again", network.decode(new float[][] {code})[0])));
        for (int cell : active) {
            float[] alone = new float[code.length];
            alone[cell] = code[cell];
            frames.add(new Frame("× " + ONE_DECIMAL.of(code[cell]), network.decode(new float[][] {alone})[0]));
        }
        return new Strip("%d strokes".formatted(active.length), frames);
    }

    private static void scale(float[] pattern) {
        float most = 1e-12f;
        for (float value : pattern) {
            most = Math.max(most, Math.abs(value));
        }
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = 0.5f + 0.5f * pattern[i] / most;
        }
    }

    private static float[] mean(float[][] images) {
        float[] mean = new float[images[0].length];
        for (float[] image : images) {
            for (int pixel = 0; pixel < mean.length; pixel++) {
                mean[pixel] += image[pixel] / images.length;
            }
        }
        return mean;
    }

    private void distances(Report report, float[][] noise, float[][] symbols) {
        double ofSymbols = distance(symbols);
        double ofDigits = distance(test.first(size.starts()).pixels());
        double ofNoise = distance(noise);
        report.metric("nearestDigit.distance", ofSymbols)
                .metric("test.nearestDigit.distance", ofDigits)
                .metric("noise.nearestDigit.distance", ofNoise);
        report.section("How far from digits?");
        report.text(
                "The distance to the nearest of %,d training digits, all as black and white: %s for new symbols, %s for test digits, %s for noise. Symbols with little ink are near thin digits, so the number says less than the pictures: it only shows that they are no copies, and no noise."
                        .formatted(
                                reference.count(),
                                TWO_DECIMALS.of(ofSymbols),
                                TWO_DECIMALS.of(ofDigits),
                                TWO_DECIMALS.of(ofNoise)));
    }

    private double distance(float[][] images) {
        NearestNeighbours nearest = NearestNeighbours.between(binary(images), binary(reference.pixels()), 1, _ -> {});
        return Arrays.stream(nearest.distances())
                .mapToDouble(distances -> distances[0])
                .average()
                .orElseThrow();
    }

    private static float[][] binary(float[][] images) {
        return Arrays.stream(images).map(FixedPoints::binary).toArray(float[][]::new);
    }

    private void objectness(Report report, float[][] noise, float[][] symbols) {
        findings.progress().accept("Training a classifier of digits");
        try (Trained trained = new Trainer(new TrainingPlan(
                        ClassifierSpec.of(Activation.RELU, LabelledDigits.CLASSES, WIDTH * WIDTH, 200),
                        Initialization.GLOROT,
                        List.of(Stage.whole(
                                Objective.Classification.PLAIN,
                                Schedule.epochs(10, 100, LearningRate.cosine(1e-3, 1e-5)))),
                        findings.seed()))
                .train(Examples.classified(reference.pixels(), reference.labels()), TrainingMonitor.SILENT)) {
            Classifier classifier = trained.classifier();
            report.metric("classifier.accuracy", classifier.accuracy(test.pixels(), test.labels()));
            List<List<String>> table = Report.tableOf("images | objectness, of 10 | confidence");
            table.add(row(report, "", "new symbols", classifier.probabilities(symbols)));
            table.add(row(
                    report,
                    "test.",
                    "test digits",
                    classifier.probabilities(test.first(size.starts()).pixels())));
            table.add(row(report, "noise.", "noise", classifier.probabilities(noise)));
            report.section("What a classifier says");
            report.text(
                    "A classifier of the ten digits, right for %s of the test digits, is asked what the new symbols are. Objectness is high where it is sure of each and finds all classes among them; confidence is the probability of its choice. A sure answer does not make a digit: it has no class for what is none."
                            .formatted(SHARE.of(report.metrics().getOrDefault("classifier.accuracy", 0.0))));
            report.table(table);
        }
    }

    private static List<String> row(Report report, String prefix, String words, float[][] probabilities) {
        double objectness = Objectness.of(probabilities);
        double confidence = Objectness.confidence(probabilities);
        report.metric(prefix + "objectness", objectness).metric(prefix + "confidence", confidence);
        return List.of(words, TWO_DECIMALS.of(objectness), SHARE.of(confidence));
    }
}
