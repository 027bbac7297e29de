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
        return ExperimentSummary.of("vae-digits", "A variational autoencoder of handwritten digits")
                .withLine("The variational autoencoder of Kingma and Welling (2014): handwritten digits")
                .withIdea(
                        "A variational autoencoder encodes a digit not to a point but to a normal distribution, and is trained to keep all of them near one prior, N(0, I).",
                        "So every code near the origin decodes to a digit, and samples of the prior are new digits.",
                        "Its loss is a bound on the likelihood of the digits, which can be compared between networks; with two latent dimensions the whole space can be printed as one page.")
                .withLookFor(
                        "The manifold: how one digit becomes another, and which digits are neighbours.",
                        "Random digits of two and of twenty dimensions: which are sharper, which are all digits?",
                        "The bound is the sum of two terms: reconstruction, and divergence from the prior. More dimensions gain in the one and pay in the other.")
                .withCorrection(
                        "A term is added by computing the cross-entropy between the values of the latent variables and the prior",
                        "The term is the Kullback-Leibler divergence of the posterior from the prior, KL(q(z|x) || p(z)); the cross-entropy is only a part of it.")
                .withCorrection("[Kingman & Welling, 2014]", "D. P. Kingma and M. Welling.")
                .withNext(
                        "New digits of your own run",
                        "./diabolo generate --model runs/vae-digits/.../code20 --count 20 --out digits")
                .withNext("Only the training, for longer", "./diabolo train digits-vae --epochs 50")
                .withSources(
                        "D. P. Kingma and M. Welling, Auto-encoding variational Bayes, ICLR 2014",
                        "Y. Burda, R. Grosse and R. Salakhutdinov, Importance weighted autoencoders, ICLR 2016");
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
