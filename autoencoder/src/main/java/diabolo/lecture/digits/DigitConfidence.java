package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.model.Classifier;
import diabolo.model.ClassifierSpec;
import diabolo.model.DenseAutoencoder;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.picture.BarPicture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How sure a classifier of digits is of what random codes give, beside real digits and such whose pixels are shuffled.
 *
 * @param network the name of the network that decodes the codes
 * @param epochs of the classifier
 */
record DigitConfidence(Study study, DigitData digits, String network, int epochs) implements Chapter {

    private static final int COUNT = 1_000;
    private static final int MOST_REAL = 5_000;
    private static final int HIDDEN = 200;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        report.section("Does a classifier take them for digits?");
        DenseAutoencoder decoder = DigitTrainings.network(findings, network);
        float[][] training = digits.training();
        float[][] real = decoder.encode(Arrays.copyOf(training, Math.min(MOST_REAL, training.length)));
        float[][] test = Arrays.copyOf(digits.test(), Math.min(COUNT, digits.test().length));
        try (Trained trained = train()) {
            Classifier classifier = trained.classifier();
            double accuracy =
                    classifier.accuracy(digits.test(), digits.labelled().test().labels());
            report.metric("classifier.accuracy", accuracy);
            List<BarPicture.Bar> bars = new ArrayList<>();
            bars.add(bar(report, "digits", "testDigits", classifier, test));
            for (PriorCodes prior : PriorCodes.all().reversed()) {
                float[][] codes = prior.sample(test.length, real, findings.random("random codes"));
                bars.add(bar(report, prior.words(), prior.prefix(), classifier, decoder.decode(codes)));
            }
            bars.add(bar(
                    report,
                    "digits, pixels shuffled",
                    "shuffled",
                    classifier,
                    shuffled(test, findings.random("shuffle"))));
            report.text(
                    "A classifier 784-%d-10, which recognizes %s of the test digits, says how sure it is: its highest probability, on average. A low figure means no digit. A high one is no proof, for it has to choose among ten, and may be sure of what is none."
                            .formatted(HIDDEN, SHARE.of(accuracy)));
            report.pictures(new BarPicture("Confidence of a classifier", "images", "per cent", bars));
        }
    }

    private Trained train() throws IOException {
        ClassifierSpec spec = ClassifierSpec.of(Activation.RELU, LabelledDigits.CLASSES, 784, HIDDEN);
        Schedule schedule = Schedule.epochs(epochs, 100, LearningRate.cosine(2e-3, 1e-5));
        TrainingPlan plan = new TrainingPlan(
                spec,
                Initialization.GLOROT,
                List.of(Stage.whole(Objective.Classification.PLAIN, schedule)),
                study.seed());
        return new DigitTrainings(study)
                .train(
                        "classifier",
                        plan,
                        Examples.classified(
                                digits.training(), digits.labelled().training().labels()));
    }

    private static BarPicture.Bar bar(
            Report report, String words, String prefix, Classifier classifier, float[][] images) {
        double sum = 0;
        for (float[] probabilities : classifier.probabilities(images)) {
            float highest = 0;
            for (float probability : probabilities) {
                highest = Math.max(highest, probability);
            }
            sum += highest;
        }
        double confidence = sum / images.length;
        report.metric(prefix + ".confidence", confidence);
        return new BarPicture.Bar(words, 100 * confidence);
    }

    /** All in the same order, so that each keeps its own amount of ink. */
    private static float[][] shuffled(float[][] images, RandomSource random) {
        int[] order = random.permutation(images[0].length);
        float[][] shuffled = new float[images.length][images[0].length];
        for (int image = 0; image < images.length; image++) {
            for (int pixel = 0; pixel < order.length; pixel++) {
                shuffled[image][pixel] = images[image][order[pixel]];
            }
        }
        return shuffled;
    }
}
