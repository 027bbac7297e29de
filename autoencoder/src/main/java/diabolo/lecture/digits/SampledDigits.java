package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.latent.Prior;
import diabolo.picture.FilmPicture;
import diabolo.picture.ImageGridPicture;
import diabolo.picture.Picture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Codes from N(0, I), decoded by variational and by plain autoencoders, and a walk between digits. */
record SampledDigits(DigitData digits) implements Chapter {

    /** A network, the prefix of its metrics, and how it is called. */
    private record Decoder(String network, String prefix, String words) {}

    private static final List<Decoder> DECODERS = List.of(
            new Decoder("code20", "z20", "Variational, 20 dimensions"),
            new Decoder("plain20", "plain20", "Plain, 20 dimensions"),
            new Decoder("code2", "z2", "Variational, 2 dimensions"),
            new Decoder("plain2", "plain2", "Plain, 2 dimensions"));

    private static final int COUNT = 300;
    private static final int SHOWN = 50;
    private static final int STEPS = 9;
    private static final int[][] PAIRS = {{7, 2}, {1, 0}, {4, 9}};

    @Override
    public void write(Findings findings, Report report) throws IOException {
        report.section("New digits from N(0, I)");
        NearestDigits nearest = NearestDigits.among(digits.training());
        List<Picture> grids = new ArrayList<>();
        List<List<String>> table = Report.tableOf("codes from N(0, I), decoded by | distance from the nearest digit");
        for (Decoder decoder : DECODERS) {
            var network = DigitTrainings.network(findings, decoder.network());
            float[][] images =
                    network.decode(Prior.Normal.codes(COUNT, network.spec().codeSize(), findings.random("samples")));
            double distance = nearest.meanDistance(images);
            report.metric(decoder.prefix() + ".sampled.nearestDistance", distance);
            table.add(List.of(decoder.words(), TWO_DECIMALS.of(distance)));
            grids.add(new ImageGridPicture(decoder.words(), 10, 28, Arrays.asList(Arrays.copyOf(images, SHOWN))));
        }
        double unseen = nearest.meanDistance(Arrays.copyOf(digits.test(), Math.min(COUNT, digits.test().length)));
        report.metric("testDigits.nearestDistance", unseen);
        table.add(List.of("for comparison, unseen test digits", TWO_DECIMALS.of(unseen)));
        report.text(
                "The same codes for both kinds of network. A variational autoencoder has learned to make digits of them; nobody has told a plain one where its codes should be, so most of these lie where it has never been trained.");
        report.pictures(grids.toArray(Picture[]::new));
        report.text(
                "The distance is that of the pixels from the nearest of 10,000 training digits. Smaller is not always better: what is blurred is near to many.");
        report.table(table);
        walk(findings, report);
    }

    private void walk(Findings findings, Report report) throws IOException {
        report.section("A walk between digits");
        report.text(
                "From one test digit to another: along the line between their codes every step is a digit, or nearly; along the line between their pixels one fades out while the other fades in.");
        List<FilmPicture.Strip> strips = new ArrayList<>();
        for (int[] pair : PAIRS) {
            float[] from = test(pair[0]);
            float[] to = test(pair[1]);
            var network = DigitTrainings.network(findings, "code20");
            float[][] ends = network.encode(new float[][] {from, to});
            strips.add(strip(
                    "from %d to %d, between codes of 20 dimensions".formatted(pair[0], pair[1]),
                    network.decode(between(ends[0], ends[1]))));
            strips.add(strip("the same between pixels", between(from, to)));
        }
        report.pictures(new FilmPicture("Walks", 28, strips));
    }

    private float[] test(int label) throws IOException {
        int[] labels = digits.labelled().test().labels();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                return digits.test()[i];
            }
        }
        throw new IllegalStateException("no test digit is a " + label);
    }

    private static float[][] between(float[] from, float[] to) {
        float[][] points = new float[STEPS][from.length];
        for (int step = 0; step < STEPS; step++) {
            float share = (float) step / (STEPS - 1);
            for (int i = 0; i < from.length; i++) {
                points[step][i] = (1 - share) * from[i] + share * to[i];
            }
        }
        return points;
    }

    private static FilmPicture.Strip strip(String name, float[][] images) {
        return new FilmPicture.Strip(
                name,
                Arrays.stream(images)
                        .map(image -> new FilmPicture.Frame("", image))
                        .toList());
    }
}
