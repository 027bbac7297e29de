package diabolo.experiment;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;

import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.ImageGrids;
import diabolo.report.ImageLowerBound;
import diabolo.report.Images;
import diabolo.report.LearningCurves;
import diabolo.report.Manifold;
import diabolo.report.Material;
import diabolo.report.PublishedComparison;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import java.io.IOException;
import java.util.List;

/**
 * The variational autoencoder of Kingma and Welling (2014) on handwritten digits, as they measured it: the lower bound of test
 * digits, new digits, and the manifold of a latent space of two dimensions.
 */
final class DigitsExperiment implements Experiment {

    /** Two for the manifold of Kingma and Welling's figure 4, twenty for their best bound (figure 2). */
    static final List<Integer> CODE_SIZES = List.of(2, 20);

    private static final int QUICK_EPOCHS = 2;
    private static final int QUICK_IMAGES = 10_000;

    private final ExperimentSpec spec;
    private final Digits digits;
    private final List<Integer> codeSizes;

    DigitsExperiment(ExperimentSpec spec, Digits digits, Effort effort, List<Integer> codeSizes) {
        this.codeSizes = codeSizes;
        this.spec = spec.withEpochs(effort.choose(spec.training().epochs(), QUICK_EPOCHS));
        this.digits = effort == Effort.FULL ? digits : digits.first(QUICK_IMAGES);
    }

    @Override
    public ExperimentSummary summary() {
        return new ExperimentSummary(
                "vae-digits",
                "A variational autoencoder of handwritten digits",
                "A variational autoencoder learns a latent space in which every code decodes to a digit, so that samples of a normal distribution give new digits (D. P. Kingma and M. Welling, 2014). Measured is its lower bound on the likelihood of test digits; two latent dimensions already arrange all digits on a manifold.");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return codeSizes.stream()
                .map(size -> {
                    KeyFigure bound = KeyFigure.of(
                            "lower bound, %d latent dimensions, nats".formatted(size),
                            "code%d.elbo.nats".formatted(size),
                            ONE_DECIMAL);
                    return size == 20 ? bound.asReported("-105 to -100") : bound;
                })
                .toList();
    }

    @Override
    public Material material() {
        return new Images(digits.training(), digits.test());
    }

    @Override
    public List<Variant> variants() {
        return codeSizes.stream()
                .<Variant>map(codeSize -> (run, progress) -> train(codeSize, run, progress))
                .toList();
    }

    private TrainedVariant train(int codeSize, RunFolder run, ExperimentProgress progress) throws IOException {
        String name = "code" + codeSize;
        TrainingJob job = new TrainingJob(spec.withCodeSize(codeSize), digits, run);
        return job.saved(job.train(name, progress), name, codeSize + " latent dimensions", run.inner(name));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new ImageLowerBound(),
                PublishedComparison.of(
                        "Published and usual lower bounds of test digits. Those of Kingma and Welling are read off a curve (figure 2), for 20 and 3 latent dimensions, trained by Adagrad on up to a hundred million digits; the usual ones are of networks with 400 to 500 hidden units, with 20 dimensions after ten epochs of Adam.",
                        List.of(
                                bound(20, "Kingma and Welling", "-105 to -100"),
                                bound(20, "usual", "-106 to -104"),
                                bound(3, "Kingma and Welling", "-130 to -125"),
                                bound(2, "usual", "-155 to -140"))),
                new LearningCurves("epoch", "digit", Axis.LINEAR),
                new Manifold(),
                new ImageGrids());
    }

    private static KeyFigure bound(int codeSize, String source, String published) {
        return KeyFigure.of(
                        "%d latent dimensions, %s, nats".formatted(codeSize, source),
                        "code%d.elbo.nats".formatted(codeSize),
                        ONE_DECIMAL)
                .asReported(published);
    }
}
