package diabolo.lecture.pretraining;

import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.model.Classifier;
import diabolo.model.ClassifierSpec;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.ImageGridPicture;
import diabolo.picture.Picture;
import diabolo.picture.Point;
import diabolo.report.Chapter;
import diabolo.report.NetworkPicture;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.training.LearningRate;
import diabolo.training.Trained;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ways to pre-train the layers of a deep network, at one to four layers: autoencoders, denoising autoencoders, Boltzmann machines, and
 * none (Bengio et al. 2007; Vincent et al. 2010). Layers are pre-trained once, greedily; a network of two takes the first two.
 */
final class Methods implements Experiment {

    /**
     * Sizes and lengths of a run.
     *
     * @param byDepth of the networks of each depth
     * @param published of networks as large as those published, whose errors are the key figures; where there are none, those of as many
     *     layers are
     */
    record Size(int training, Pretrained.Length byDepth, Optional<Pretrained.Length> published) {

        /** Without larger networks. */
        static Size of(int training, int hidden, int layers, int pretrainingEpochs, int epochs) {
            return new Size(training, length("", hidden, layers, pretrainingEpochs, epochs), Optional.empty());
        }
    }

    private static final int PUBLISHED_LAYERS = 3;

    /**
     * With dropout for all, whatever they begin with. It was chosen, and that Boltzmann machines have no momentum, by errors on 10,000
     * training digits that networks had not been tuned with.
     */
    private static final Pretrained.Length LARGE = new Pretrained.Length(
            "large-",
            1_000,
            PUBLISHED_LAYERS,
            15,
            Beginning.Pace.FALLING,
            25,
            LearningRate.cosine(1e-3, 1e-5),
            new ClassifierSpec.Dropout(0.2, 0.2));

    private static final Size FULL = new Size(60_000, length("", 500, 4, 10, 10), Optional.of(LARGE));
    private static final Size QUICK = Size.of(3_000, 100, 3, 10, 15);

    private static Pretrained.Length length(String name, int hidden, int layers, int pretrainingEpochs, int epochs) {
        return new Pretrained.Length(
                name,
                hidden,
                layers,
                pretrainingEpochs,
                Beginning.Pace.CONSTANT,
                epochs,
                LearningRate.cosine(1e-3, 1e-5),
                ClassifierSpec.Dropout.NONE);
    }

    private static final int SHOWN = 64;

    /** Larger networks take long: first those of which most is published. */
    private static final List<Beginning> PUBLISHED_ORDER =
            List.of(Beginning.BOLTZMANN_MACHINES, Beginning.DENOISING, Beginning.RANDOM, Beginning.AUTOENCODERS);

    private final Study study;
    private final LabelledDigits digits;
    private final Size size;

    Methods(Study study, LabelledDigits all) {
        this(study, all, study.effort().choose(FULL, QUICK));
    }

    Methods(Study study, LabelledDigits all, Size size) {
        this.study = study;
        this.size = size;
        this.digits = all.first(size.training(), study.effort().choose(10_000, 2_000));
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of("pretraining-methods", "Four ways to begin a deep network")
                .withLine("Autoencoders, denoising ones, Boltzmann machines or none, at 1 to 4 layers")
                .withIdea(
                        "A layer can be pre-trained in several ways: to copy its input, to restore an input that was partly blotted out, or, as a restricted Boltzmann machine, to make the data likely.",
                        "Each is greedy: a layer learns on the states of the layers below, which do not change any more.",
                        "Then the whole is fine-tuned with labels, and compared with the same network from random weights.")
                .withLookFor(
                        "The first layers: restoring and sampling find strokes where copying alone finds blots.",
                        "How errors go with depth, and that the methods lie closer to each other than to none.")
                .withCorrection(
                        "\"Up to 10 % gain (Hinton 2009)\"",
                        "no source gives that for digits: published gains are of tenths of a percent to about one, and today's optimizers leave less of it")
                .withNext("Whether a gain is more than chance", "./diabolo experiment run pretraining-effect")
                .withSources(
                        "Y. Bengio, P. Lamblin, D. Popovici and H. Larochelle, Greedy layer-wise training of deep networks, 2007",
                        "P. Vincent et al., Stacked denoising autoencoders, JMLR 11, 2010",
                        "G. E. Hinton, S. Osindero and Y.-W. Teh, A fast learning algorithm for deep belief nets, 2006");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                figure(Beginning.BOLTZMANN_MACHINES, "1.2 to 1.34 %"),
                figure(Beginning.DENOISING, "1.28 to 1.3 %"),
                figure(Beginning.AUTOENCODERS, "1.4 %"),
                figure(Beginning.RANDOM, "2.4 %"));
    }

    private static KeyFigure figure(Beginning beginning, String published) {
        return KeyFigure.of(
                        "test error, 3 layers, %s".formatted(beginning.words()),
                        beginning.key() + ".testError",
                        MetricFormat.SHARE)
                .asReported(published)
                .againstKnown("90 %, guessing");
    }

    @Override
    public String quickRemark() {
        Pretrained.Length length = size.byDepth();
        return "Quick run: %,d of 60,000 digits, layers of %d units instead of %d and more, up to %d of them."
                .formatted(size.training(), length.hidden(), FULL.byDepth().hidden(), length.layers());
    }

    @Override
    public List<Picture> diagrams() {
        Pretrained.Length length = size.published().orElse(size.byDepth());
        int layers = Math.min(PUBLISHED_LAYERS, length.layers());
        return List.of(NetworkPicture.of("The network of %d layers".formatted(layers), length.spec(layers)));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of((_, report) -> write(report));
    }

    private void write(Report report) throws IOException {
        if (size.published().isPresent()) {
            writePublished(size.published().get(), report);
        }
        writeByDepth(report);
    }

    private void writePublished(Pretrained.Length length, Report report) throws IOException {
        List<List<String>> table = Report.tableOf("began with | test error (%) | loss of the last epoch");
        for (Beginning beginning : PUBLISHED_ORDER) {
            Measured measured = measure(Pretrained.of(beginning, length, digits, study), length.layers());
            report.metric(beginning.key() + ".testError", measured.share());
            table.add(List.of(beginning.words(), measured.percent(), "%.5f".formatted(measured.loss())));
        }
        report.section("Networks as large as those published");
        report.text(
                "%d layers of %,d units: %d epochs of each layer alone, %d of the whole with rates that fall and dropout of a fifth of all units, on %,d digits; one seed each."
                        .formatted(
                                length.layers(),
                                length.hidden(),
                                length.pretrainingEpochs(),
                                length.epochs(),
                                digits.training().count()));
        report.table(table);
    }

    private void writeByDepth(Report report) throws IOException {
        Pretrained.Length length = size.byDepth();
        int headline = Math.min(PUBLISHED_LAYERS, length.layers());
        List<Curve> curves = new ArrayList<>();
        List<Picture> features = new ArrayList<>();
        List<List<String>> table = Report.tableOf("began with | layers | test error (%) | loss of the last epoch");
        for (Beginning beginning : Beginning.values()) {
            Pretrained layers = Pretrained.of(beginning, length, digits, study);
            List<Point> errors = new ArrayList<>();
            for (int depth = 1; depth <= length.layers(); depth++) {
                Measured measured = measure(layers, depth);
                report.metric("%s.layers%d.testError".formatted(beginning.key(), depth), measured.share());
                if (depth == headline && size.published().isEmpty()) {
                    report.metric(beginning.key() + ".testError", measured.share());
                }
                errors.add(new Point(depth, 100 * measured.share()));
                table.add(List.of(
                        beginning.words(),
                        String.valueOf(depth),
                        measured.percent(),
                        "%.4f".formatted(measured.loss())));
            }
            curves.add(new Curve(beginning.words(), errors));
            features.add(firstLayer(layers));
        }
        report.section("Errors by depth");
        report.text(
                "Layers of %d units. Each network is fine-tuned in %d epochs by Adam on %,d digits, and measured on %,d others; one seed each."
                        .formatted(
                                length.hidden(),
                                length.epochs(),
                                digits.training().count(),
                                digits.test().count()));
        report.pictures(
                new CurvePicture("Test error", "hidden layers", "mistaken test digits (%)", Axis.LINEAR, curves));
        report.table(table);
        report.section("The first layer before fine-tuning");
        report.text("The image that makes each of the first units most active, scaled.");
        report.pictures(features.toArray(Picture[]::new));
    }

    /**
     * Of a network.
     *
     * @param share of the test digits
     * @param loss of the last epoch of training
     */
    private record Measured(double share, double loss) {

        String percent() {
            return TWO_DECIMALS.of(100 * share);
        }
    }

    private Measured measure(Pretrained layers, int depth) throws IOException {
        try (Trained trained = layers.fineTuned(depth)) {
            double accuracy = trained.classifier()
                    .accuracy(digits.test().pixels(), digits.test().labels());
            return new Measured(1 - accuracy, trained.curve().getLast().loss());
        }
    }

    private Picture firstLayer(Pretrained layers) {
        try (Classifier classifier = Classifier.of(layers.length().spec(1), layers.weights(1))) {
            int shown = Math.min(SHOWN, layers.length().hidden());
            return new ImageGridPicture(
                    layers.beginning().words(),
                    8,
                    digits.test().images().columns(),
                    Arrays.asList(Features.of(classifier, 1)).subList(0, shown));
        }
    }
}
