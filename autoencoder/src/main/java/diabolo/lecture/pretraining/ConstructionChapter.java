package diabolo.lecture.pretraining;

import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.evaluation.ConfusionMatrix;
import diabolo.experiment.LabelledDigits;
import diabolo.image.LabelledImages;
import diabolo.model.Classifier;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.FilmPicture;
import diabolo.picture.HeatMapPicture;
import diabolo.picture.ImageGridPicture;
import diabolo.picture.Point;
import diabolo.report.page.Report;
import diabolo.training.CurvePoint;
import diabolo.training.Trained;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the steps of the construction gave: features, accuracies, confusions, and that both assemblies are one. */
record ConstructionChapter(Construction.Built built, LabelledImages test) {

    private static final int SHOWN_FEATURES = 100;
    private static final int SHOWN_MISTAKES = 12;

    void write(Report report) {
        Classifier fineTuned = built.fineTuned().classifier();
        double onPixels = accuracy(report, "softmaxOnPixels", built.onPixels().classifier());
        double before = accuracy(report, "beforeFineTuning", built.assembled());
        double after = accuracy(report, "afterFineTuning", fineTuned);
        double random =
                accuracy(report, "fromRandomWeights", built.fromRandomWeights().classifier());
        report.metric("test.images", test.count());

        report.section("What the layers learn without labels");
        report.text(
                "Each picture is the image that makes a hidden unit most active, among all of equal length: its weights, scaled (Ng 2011). The first layer finds strokes; the second is shown through the first, as if that were linear, and puts strokes together. After fine-tuning the same units serve the classes.");
        float[][] first = Features.of(built.assembled(), 1);
        report.pictures(
                grid("Features of the first autoencoder", first),
                grid("Features of the second, seen through the first", Features.of(built.assembled(), 2)),
                grid("The first layer after fine-tuning", Features.of(fineTuned, 1)));
        activity(report);

        report.section("Before and after fine-tuning");
        report.text(
                "A softmax on the pixels is right for %s of the test digits, on the features of the second autoencoder for %s, and after fine-tuning the whole for %s; the same network from random weights reaches %s."
                        .formatted(SHARE.of(onPixels), SHARE.of(before), SHARE.of(after), SHARE.of(random)));
        report.pictures(
                confusion("Mistakes before fine-tuning", built.assembled()),
                confusion("Mistakes after fine-tuning", fineTuned));
        mistakes(report, fineTuned);

        report.section("One network or two: both assemblies agree");
        int[] byFunction = built.classifyByFunction(test.pixels());
        float[][] called = built.softmax().classifier().probabilities(built.states(test.pixels()));
        float[][] assembled = built.assembled().probabilities(test.pixels());
        boolean equal = Arrays.deepEquals(called, assembled);
        report.metric("assemblies.equal", equal ? 1 : 0);
        report.text(
                "By function the pixels go through the first autoencoder's encoder, its states through the second's, and theirs through the softmax: three networks. By structure there is one network with their weights. Over all %,d test digits the probabilities are %s, and the classes are those of %s."
                        .formatted(
                                test.count(),
                                equal ? "equal to the bit" : "not equal",
                                SHARE.of(agreement(byFunction, built.assembled().classify(test.pixels())))));

        report.section("Learning curves");
        report.pictures(
                curves(
                        "Copying, with sparse activity",
                        List.of(
                                named("first autoencoder", built.first()),
                                named("second autoencoder", built.second()))),
                curves(
                        "Cross-entropy of the classes, nats",
                        List.of(
                                named("softmax on pixels", built.onPixels()),
                                named("softmax on features", built.softmax()),
                                named("fine-tuning", built.fineTuned()),
                                named("from random weights", built.fromRandomWeights()))));
    }

    private double accuracy(Report report, String name, Classifier classifier) {
        double accuracy = classifier.accuracy(test.pixels(), test.labels());
        report.metric(name + ".accuracy", accuracy);
        return accuracy;
    }

    private ImageGridPicture grid(String title, float[][] features) {
        return new ImageGridPicture(
                title,
                10,
                test.images().columns(),
                Arrays.asList(features).subList(0, Math.min(SHOWN_FEATURES, features.length)));
    }

    /** How active the first layer is: the constraint that makes it find strokes. */
    private void activity(Report report) {
        float[][] states = built.first().dense().encode(test.pixels());
        double total = 0;
        for (float[] state : states) {
            for (float value : state) {
                total += value;
            }
        }
        double mean = total / states.length / states[0].length;
        report.metric("hidden.meanActivation", mean);
        report.text("A unit of the first layer is active to %.3f on average over test digits; 0.1 was asked for."
                .formatted(mean));
    }

    private HeatMapPicture confusion(String title, Classifier classifier) {
        List<String> names = IntStream.range(0, LabelledDigits.CLASSES)
                .mapToObj(String::valueOf)
                .toList();
        ConfusionMatrix matrix =
                ConfusionMatrix.of(test.labels(), classifier.classify(test.pixels()), LabelledDigits.CLASSES);
        return HeatMapPicture.of(
                title,
                HeatMapPicture.Names.of("digit", names),
                HeatMapPicture.Names.of("taken for", names),
                matrix.mistakes());
    }

    private void mistakes(Report report, Classifier classifier) {
        int[] guessed = classifier.classify(test.pixels());
        List<FilmPicture.Frame> frames = new ArrayList<>();
        for (int i = 0; i < guessed.length && frames.size() < SHOWN_MISTAKES; i++) {
            if (guessed[i] != test.labels()[i]) {
                frames.add(
                        new FilmPicture.Frame("%d, not %d".formatted(test.labels()[i], guessed[i]), test.pixels()[i]));
            }
        }
        if (!frames.isEmpty()) {
            report.pictures(new FilmPicture(
                    "The first test digits that are still mistaken",
                    test.images().columns(),
                    List.of(new FilmPicture.Strip("", frames))));
        }
    }

    private static double agreement(int[] some, int[] others) {
        return IntStream.range(0, some.length).filter(i -> some[i] == others[i]).count() / (double) some.length;
    }

    private static Curve named(String name, Trained trained) {
        List<Point> points = new ArrayList<>();
        for (CurvePoint point : trained.curve()) {
            points.add(new Point(point.epoch(), point.loss()));
        }
        return new Curve(name, points);
    }

    private static CurvePicture curves(String title, List<Curve> curves) {
        return new CurvePicture(title, "iteration over all digits", "loss of a digit", Axis.LOGARITHMIC, curves);
    }
}
