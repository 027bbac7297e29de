package diabolo.lecture.pretraining;

import static diabolo.report.page.MetricFormat.COUNT;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.image.LabelledImages;
import diabolo.model.ClassifierSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.picture.Axis;
import diabolo.picture.BoxPicture;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Picture;
import diabolo.picture.Point;
import diabolo.report.Chapter;
import diabolo.report.NetworkPicture;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.PlanFile;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What replaced pre-training: dropout, batch normalization and residual connections, beside it, alone and together. */
final class Regularization implements Experiment {

    record Size(
            int training,
            int test,
            int hidden,
            int layers,
            int pretrainingEpochs,
            int epochs,
            int seeds,
            double goal) {}

    private static final Size FULL = new Size(60_000, 10_000, 256, 5, 5, 8, 5, 0.98);
    private static final Size QUICK = new Size(5_000, 2_000, 100, 5, 10, 12, 2, 0.91);

    private static final int BATCH = 100;
    private static final ClassifierSpec.Dropout DROPOUT = new ClassifierSpec.Dropout(0.1, 0.3);

    /** A way to train the same deep network. */
    private enum Way {
        PLAIN("plain", "nothing", "1.60 %"),
        PRETRAINED("pretrained", "pre-training", "1.18 %, by RBMs"),
        DROPOUT("dropout", "dropout", "1.25 %"),
        NORMALIZED("batchNormalization", "batch normalization", ""),
        RESIDUAL("residual", "residual connections", ""),
        ALL_BUT_PRETRAINING("together", "the last three together", ""),
        ALL("all", "all four", "");

        private final String key;
        private final String words;

        /** The error of larger networks on the same test digits (Srivastava et al. 2014); empty where they give none. */
        private final String published;

        Way(String key, String words, String published) {
            this.key = key;
            this.words = words;
            this.published = published;
        }

        private boolean isPretrained() {
            return this == PRETRAINED || this == ALL;
        }

        private ClassifierSpec of(ClassifierSpec spec) {
            return switch (this) {
                case PLAIN, PRETRAINED -> spec;
                case DROPOUT -> spec.withDropout(Regularization.DROPOUT);
                case NORMALIZED -> spec.withBatchNormalization();
                case RESIDUAL -> spec.withResidualConnections();
                case ALL_BUT_PRETRAINING, ALL ->
                    spec.withDropout(Regularization.DROPOUT)
                            .withBatchNormalization()
                            .withResidualConnections();
            };
        }
    }

    /**
     * What a training gave.
     *
     * @param errors of test digits after each epoch
     */
    private record Course(List<Double> errors) {

        double last() {
            return errors.getLast();
        }

        /** The first epoch after which so few errors are left. */
        OptionalDouble epochsTo(double goal) {
            for (int epoch = 1; epoch <= errors.size(); epoch++) {
                if (1 - errors.get(epoch - 1) >= goal) {
                    return OptionalDouble.of(epoch);
                }
            }
            return OptionalDouble.empty();
        }
    }

    private final Study study;
    private final LabelledDigits digits;
    private final Size size;

    Regularization(Study study, LabelledDigits all) {
        this(study, all, study.effort().choose(FULL, QUICK));
    }

    Regularization(Study study, LabelledDigits all, Size size) {
        this.study = study;
        this.size = size;
        this.digits = all.first(size.training(), size.test());
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of("regularization", "What replaced pre-training")
                .withLine("Dropout, batch normalization, residual connections against pre-training")
                .withIdea(
                        "Pre-training was a way to begin a deep network well; later ways make it train well from random weights.",
                        "Dropout leaves out units at random, so that none relies on another; batch normalization keeps the sums of every unit at one scale; residual connections let a layer add to its input instead of replacing it.",
                        "The same deep network is trained with each, alone and together, from several seeds.")
                .withLookFor(
                        "How fast the curves fall: which networks need fewer updates to the same error than that with nothing?",
                        "Where they end after so few epochs: dropout leaves a network fewer units to learn with at a time, and may need longer.",
                        "Together they need not add up: each was proposed alone.")
                .withCorrection(
                        "Better accuracy, up to 10 % gain, by pre-training [Hinton 2009]",
                        "No source for that figure was found; published gains on these digits are tenths of a per cent to about one.")
                .withNext("The pre-training that they replaced", "./diabolo experiment run pretraining-methods")
                .withSources(
                        "N. Srivastava et al., Dropout, JMLR 15, 2014",
                        "S. Ioffe and C. Szegedy, Batch normalization, 2015",
                        "K. He, X. Zhang, S. Ren and J. Sun, Deep residual learning for image recognition, 2016");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        List<KeyFigure> figures = new ArrayList<>();
        for (Way way : Way.values()) {
            figures.add(
                    KeyFigure.of("test error with %s".formatted(way.words), way.key + ".meanError", MetricFormat.SHARE)
                            .asReported(way.published)
                            .againstKnown("90 %, guessing"));
        }
        for (Way way : List.of(Way.PRETRAINED, Way.NORMALIZED, Way.RESIDUAL)) {
            figures.add(KeyFigure.of(
                            "updates to %.0f %% of digits right with %s".formatted(100 * size.goal(), way.words),
                            way.key + ".updatesToGoal",
                            MetricFormat.COUNT)
                    .against("with nothing", "plain.updatesToGoal"));
        }
        return figures;
    }

    @Override
    public String quickRemark() {
        return "Quick run: %,d of 60,000 digits, %d layers of %d units instead of %d, %d seeds, a goal of %.0f %% instead of 98."
                .formatted(
                        size.training(), size.layers(), size.hidden(), FULL.hidden(), size.seeds(), 100 * size.goal());
    }

    @Override
    public List<Picture> diagrams() {
        return List.of(NetworkPicture.of("The network", spec()));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of((_, report) -> write(report));
    }

    private void write(Report report) throws IOException {
        List<BoxPicture.Group> boxes = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        List<List<String>> table = Report.tableOf(
                "the network with | mean error (%%) | standard deviation | updates to %.0f %% | seeds that reach it"
                        .formatted(100 * size.goal()));
        for (Way way : Way.values()) {
            List<Course> courses = new ArrayList<>();
            for (int seed = 1; seed <= size.seeds(); seed++) {
                courses.add(course(way, seed));
            }
            double[] errors = courses.stream().mapToDouble(Course::last).toArray();
            double[] reached = courses.stream()
                    .map(course -> course.epochsTo(size.goal()))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            double updates = ErrorDistributions.mean(reached)
                    * Math.ceilDiv(digits.training().count(), BATCH);
            report.metric(way.key + ".meanError", ErrorDistributions.mean(errors));
            report.metric(way.key + ".sdError", ErrorDistributions.deviation(errors));
            report.metric(way.key + ".reached", (double) reached.length / size.seeds());
            if (reached.length > 0) {
                report.metric(way.key + ".updatesToGoal", updates);
            }
            boxes.add(new BoxPicture.Group(way.words, percent(errors)));
            curves.add(meanCurve(way, courses));
            table.add(List.of(
                    way.words,
                    TWO_DECIMALS.of(100 * ErrorDistributions.mean(errors)),
                    TWO_DECIMALS.of(100 * ErrorDistributions.deviation(errors)),
                    reached.length == 0 ? "not reached" : COUNT.of(updates),
                    "%d of %d".formatted(reached.length, size.seeds())));
        }
        report.section("How fast, and how far");
        report.text(
                "A network of %d hidden layers of %d rectified units, %d epochs of Adam on %,d digits, measured on %,d others; curves are means of %d seeds."
                        .formatted(
                                size.layers(),
                                size.hidden(),
                                size.epochs(),
                                digits.training().count(),
                                digits.test().count(),
                                size.seeds()));
        report.pictures(
                new CurvePicture("Test error", "epoch", "mistaken test digits (%)", Axis.LOGARITHMIC, curves),
                new BoxPicture(
                        "Test error at the end", "the network with", "mistaken (%)", BoxPicture.Shape.BOX, boxes));
        report.text(speed(report.metrics()));
        report.table(table);
    }

    /** Which networks needed fewer updates than that with nothing. */
    private String speed(Map<String, Double> metrics) {
        double plain = metrics.getOrDefault(Way.PLAIN.key + ".updatesToGoal", Double.POSITIVE_INFINITY);
        List<String> faster = Stream.of(Way.values())
                .filter(way -> metrics.getOrDefault(way.key + ".updatesToGoal", Double.POSITIVE_INFINITY) < plain)
                .map(way ->
                        "%s (%s)".formatted(way.words, COUNT.of(metrics.getOrDefault(way.key + ".updatesToGoal", 0.0))))
                .toList();
        return "%.0f %% of the test digits were right after %s with nothing; %s."
                .formatted(
                        100 * size.goal(),
                        Double.isFinite(plain) ? COUNT.of(plain) + " updates" : "no number of these updates",
                        faster.isEmpty()
                                ? "no other network needed fewer"
                                : "fewer were needed with " + String.join(", ", faster));
    }

    private static List<Double> percent(double[] shares) {
        List<Double> percent = new ArrayList<>();
        for (double share : shares) {
            percent.add(100 * share);
        }
        return percent;
    }

    private static Curve meanCurve(Way way, List<Course> courses) {
        List<Point> points = new ArrayList<>();
        for (int epoch = 0; epoch < courses.getFirst().errors().size(); epoch++) {
            int at = epoch;
            double mean = courses.stream()
                    .mapToDouble(course -> course.errors().get(at))
                    .average()
                    .orElseThrow();
            points.add(new Point(epoch + 1, 100 * mean));
        }
        return new Curve(way.words, points);
    }

    /** Trains, or reads what was trained before. */
    private Course course(Way way, int seed) throws IOException {
        String name = "%s-%d".formatted(way.key, seed);
        Path done = study.folder().checkpoint(name + "-errors");
        if (Files.exists(done)) {
            List<Double> errors = new ArrayList<>();
            for (float error : SafeTensors.read(done).array("errors").values()) {
                errors.add((double) error);
            }
            return new Course(errors);
        }
        Course course = train(way, seed, name);
        float[] errors = new float[course.errors().size()];
        for (int epoch = 0; epoch < errors.length; epoch++) {
            errors[epoch] = course.errors().get(epoch).floatValue();
        }
        NamedArray array = new NamedArray("errors", new long[] {errors.length}, errors);
        SafeTensors.write(done, new SafeTensors(Map.of(), List.of(array)), SafeTensors.Precision.SINGLE);
        return course;
    }

    private Course train(Way way, int seed, String name) throws IOException {
        LabelledImages training = digits.training();
        LabelledImages test = digits.test();
        ClassifierSpec spec = way.of(spec());
        List<Stage> stages = new ArrayList<>(
                way.isPretrained()
                        ? Beginning.ofRectifiedUnits(size.layers(), size.pretrainingEpochs(), BATCH)
                        : List.of());
        int last = stages.size();
        stages.add(Stage.whole(
                Objective.Classification.PLAIN,
                Schedule.epochs(size.epochs(), BATCH, LearningRate.cosine(1e-3, 1e-5))));
        List<Double> errors = new ArrayList<>();
        TrainingPlan plan = new TrainingPlan(spec, Initialization.GLOROT, stages, seed);
        PlanFile.write(plan, study.folder().checkpoint(name));
        Trainer trainer = new Trainer(plan).observedBy((stage, epochs, network) -> {
            if (stage == last && epochs > 0) {
                errors.add(1 - network.classifier().orElseThrow().accuracy(test.pixels(), test.labels()));
            }
        });
        try (Trained _ = trainer.train(
                Examples.classified(training.pixels(), training.labels()),
                study.progress().training(name))) {
            return new Course(errors);
        }
    }

    private ClassifierSpec spec() {
        List<Integer> sizes = new ArrayList<>(List.of(digits.training().pixels()[0].length));
        sizes.addAll(Collections.nCopies(size.layers(), size.hidden()));
        return ClassifierSpec.of(Activation.RELU, LabelledDigits.CLASSES, sizes.toArray(Integer[]::new));
    }
}
