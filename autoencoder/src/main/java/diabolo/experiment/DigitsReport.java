package diabolo.experiment;

import diabolo.evaluation.StandardNormal;
import diabolo.latent.Prior;
import diabolo.model.DenseAutoencoder;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.ImageGridPicture;
import diabolo.picture.Point;
import diabolo.tensor.RandomSource;
import diabolo.training.CurvePoint;
import diabolo.training.Trained;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measures variational autoencoders of digits and tells it: the bound beside published figures, and what they draw. */
final class DigitsReport {

    private static final int SAMPLES_A_SIDE = 10;
    private static final int MANIFOLD_A_SIDE = 20; // as Kingma and Welling's figure 4
    private static final int RECONSTRUCTED = 20;

    private final ExperimentSpec spec;
    private final Digits digits;
    private final Report report = new Report("vae-digits", "A variational autoencoder of handwritten digits");
    private final List<List<String>> table = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<String> stillFalling = new ArrayList<>();

    DigitsReport(ExperimentSpec spec, Digits digits) {
        this.spec = spec;
        this.digits = digits;
        report.metric("train.images", digits.training().count());
        report.metric("test.images", digits.test().count());
        report.metric("epochs", spec.training().epochs());
        report.metric("test.greyEntropy.nats", greyEntropy(digits.test().pixels()));
        report.text(
                "Digits of %d by %d grey pixels go through a normal distribution and come back (D. P. Kingma and M. Welling, 2014): a hidden layer of %d tanh units before it and one behind. Each network learned %,d digits for %d epochs and is measured on %,d others."
                        .formatted(
                                digits.test().rows(),
                                digits.test().columns(),
                                spec.model().shapes().values().iterator().next()[0],
                                digits.training().count(),
                                spec.training().epochs(),
                                digits.test().count()));
        table.add(List.of(
                "network",
                "lower bound, nats",
                "reconstruction, nats",
                "KL, nats",
                "active numbers",
                "lower bound of learned digits"));
    }

    void network(Trained trained) {
        DenseAutoencoder network = trained.dense();
        int codeSize = network.spec().codeSize();
        String prefix = "code%d.".formatted(codeSize);
        RandomSource random = RandomSource.of(spec.seed()).derive("measures", codeSize);
        LowerBound unseen = LowerBound.of(network, digits.test().pixels(), random.derive("test"));
        LowerBound learned = LowerBound.of(
                network, digits.training().first(digits.test().count()).pixels(), random.derive("train"));
        unseen.tell(report, prefix);
        learned.tell(report, prefix + "train.");
        table.add(List.of(
                "ours, " + network.spec().shape(),
                nats(unseen.nats()),
                nats(unseen.reconstructionNats()),
                nats(unseen.divergenceNats()),
                "%d of %d".formatted(unseen.activeUnits(), codeSize),
                nats(learned.nats())));
        curves.add(new Curve(
                codeSize + " numbers",
                trained.curve().stream()
                        .map(point -> new Point(point.epoch(), point.loss()))
                        .toList()));
        List<CurvePoint> curve = trained.curve();
        if (curve.size() > 1) {
            double last = curve.get(curve.size() - 2).loss() - curve.getLast().loss();
            report.metric(prefix + "lastEpoch.nats", last);
            stillFalling.add(String.format(Locale.ROOT, "%.1f nats with %d numbers", last, codeSize));
        }
        report.section("A code of %d numbers".formatted(codeSize));
        if (codeSize == 2) {
            report.pictures(manifold(network));
        }
        report.pictures(samples(network, random.derive("samples")), reconstructions(network));
    }

    /** What lies at even shares of the prior: the inverse of the normal distribution's sum over an even grid. */
    private ImageGridPicture manifold(DenseAutoencoder network) {
        float[][] codes = new float[MANIFOLD_A_SIDE * MANIFOLD_A_SIDE][];
        for (int row = 0; row < MANIFOLD_A_SIDE; row++) {
            for (int column = 0; column < MANIFOLD_A_SIDE; column++) {
                codes[row * MANIFOLD_A_SIDE + column] = new float[] {evenShare(column), evenShare(row)};
            }
        }
        return grid("All the codes there are, in even shares of the prior", MANIFOLD_A_SIDE, network.decode(codes));
    }

    private static float evenShare(int place) {
        return (float) StandardNormal.quantile((place + 0.5) / MANIFOLD_A_SIDE);
    }

    private ImageGridPicture samples(DenseAutoencoder network, RandomSource random) {
        float[][] codes = Prior.Normal.codes(
                SAMPLES_A_SIDE * SAMPLES_A_SIDE, network.spec().codeSize(), random);
        return grid("New digits: codes drawn from N(0, I)", SAMPLES_A_SIDE, network.decode(codes));
    }

    /** Test digits in odd rows, below each what comes back of it. */
    private ImageGridPicture reconstructions(DenseAutoencoder network) {
        float[][] originals = digits.test().first(RECONSTRUCTED).pixels();
        float[][] again = network.reconstruct(originals);
        List<float[]> rows = new ArrayList<>();
        int each = Math.min(SAMPLES_A_SIDE, originals.length);
        for (int from = 0; from + each <= originals.length; from += each) {
            rows.addAll(Arrays.asList(originals).subList(from, from + each));
            rows.addAll(Arrays.asList(again).subList(from, from + each));
        }
        return grid("Test digits, and below each what comes back", each, rows.toArray(float[][]::new));
    }

    private ImageGridPicture grid(String title, int columns, float[][] images) {
        return new ImageGridPicture(title, columns, digits.test().columns(), Arrays.asList(images));
    }

    /** Closes with the comparison and the curves. */
    Report finish() {
        table.add(List.of("usual for 2 numbers, 400 to 500 hidden units, about", "-155 to -140", "", "", "", ""));
        table.add(List.of("usual for 20 numbers after ten epochs of Adam, about", "-106 to -104", "", "", "", ""));
        table.add(List.of(
                "Kingma and Welling, figure 2, 20 numbers, as far as a curve can be read",
                "-105 to -100",
                "",
                "",
                "",
                ""));
        table.add(List.of(
                "Kingma and Welling, figure 2, 3 numbers, as far as a curve can be read",
                "-130 to -125",
                "",
                "",
                "",
                ""));
        report.section("The lower bound");
        report.text(
                "The evidence lower bound of a test digit: minus the cross-entropy summed over its pixels, for a code drawn once, minus the divergence of the posterior from N(0, I). The pixels are grey, taken for probabilities, so that no network can do better than %s nats, their own entropy. Kingma and Welling trained by Adagrad until up to a hundred million digits had been seen; ours saw %s million."
                        .formatted(
                                nats(-greyEntropy(digits.test().pixels())),
                                String.format(
                                        Locale.ROOT,
                                        "%.1f",
                                        spec.training().epochs()
                                                * digits.training().count()
                                                / 1e6)));
        report.table(table);
        if (!stillFalling.isEmpty()) {
            report.text(
                    "The last epoch took from the loss of a learned digit %s: where that is much, more epochs would help."
                            .formatted(String.join(", ", stillFalling)));
        }
        report.pictures(new CurvePicture("Training", "epoch", "loss of a digit (nats)", Axis.LINEAR, curves));
        return report;
    }

    /** What grey pixels cost when they are taken for probabilities and known exactly, of an image on average. */
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

    private static String nats(double nats) {
        return String.format(Locale.ROOT, "%.1f", nats);
    }
}
