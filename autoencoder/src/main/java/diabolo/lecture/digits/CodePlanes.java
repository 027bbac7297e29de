package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.experiment.LabelledDigits;
import diabolo.model.DenseAutoencoder;
import diabolo.picture.ImageGridPicture;
import diabolo.picture.Point;
import diabolo.picture.ScatterPicture;
import diabolo.projection.NearestNeighbours;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The planes of codes of a variational and of a plain autoencoder side by side: where digits are, and what is between them. */
record CodePlanes(DigitData digits) implements Chapter {

    private static final int MOST_CODES = 3_000;
    private static final int MOST_REAL = 10_000;
    private static final int SIDE = 20;
    private static final double DARKEST = 0.55;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        findings.progress("Mapping the planes of codes");
        Plane variational = plane(DigitTrainings.network(findings, "code2"));
        Plane plain = plane(DigitTrainings.network(findings, "plain2"));
        report.section("Two planes");
        report.text(
                "The codes of test digits, coloured by digit. Nothing said which digit is which; like ones are together nevertheless. The plain autoencoder spreads its codes as it likes, here over %s by %s; the variational one is held to N(0, I), and takes %s by %s."
                        .formatted(
                                ONE_DECIMAL.of(plain.width()),
                                ONE_DECIMAL.of(plain.height()),
                                ONE_DECIMAL.of(variational.width()),
                                ONE_DECIMAL.of(variational.height())));
        report.pictures(
                map("Variational: codes of test digits", variational), map("Plain: codes of test digits", plain));
        report.text(
                "What the decoders make of a grid over each plane, from the lowest to the highest code but for the outermost hundredth. The greyer, the farther from any code of a training digit, in cells of the grid: there the decoder was never trained.");
        report.pictures(
                shaded("Variational: decoded, grey where no code is near", variational),
                shaded("Plain: decoded, grey where no code is near", plain));
        report.metric("z2.emptyShare", variational.emptyShare());
        report.metric("plain2.emptyShare", plain.emptyShare());
        report.text(
                "Cells without a code of a training digit nearer than a cell's width: %s of the variational plane, %s of the plain one."
                        .formatted(SHARE.of(variational.emptyShare()), SHARE.of(plain.emptyShare())));
    }

    /**
     * A plane of codes.
     *
     * @param codes of test digits: [digits][2]
     * @param low left and lower end of the grid
     * @param high right and upper end
     * @param decoded row by row, the uppermost first
     * @param distances from the nearest real code, in cells
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Plane(float[][] codes, float[] low, float[] high, float[][] decoded, double[] distances) {

        double width() {
            return high[0] - low[0];
        }

        double height() {
            return high[1] - low[1];
        }

        double emptyShare() {
            return Arrays.stream(distances).filter(distance -> distance > 1).count() / (double) distances.length;
        }
    }

    private Plane plane(DenseAutoencoder network) throws IOException {
        float[][] training = digits.training();
        float[][] real = network.encode(Arrays.copyOf(training, Math.min(MOST_REAL, training.length)));
        float[] low = {quantile(real, 0, 0.01), quantile(real, 1, 0.01)};
        float[] high = {quantile(real, 0, 0.99), quantile(real, 1, 0.99)};
        float[][] grid = new float[SIDE * SIDE][];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = new float[] {
                low[0] + (high[0] - low[0]) * (i % SIDE + 0.5f) / SIDE,
                high[1] - (high[1] - low[1]) * (Math.floorDiv(i, SIDE) + 0.5f) / SIDE
            };
        }
        double[] distances = Arrays.stream(
                        NearestNeighbours.between(inCells(grid, low, high), inCells(real, low, high), 1, _ -> {})
                                .distances())
                .mapToDouble(each -> each[0])
                .toArray();
        float[][] test = digits.test();
        float[][] codes = network.encode(Arrays.copyOf(test, Math.min(MOST_CODES, test.length)));
        return new Plane(codes, low, high, network.decode(grid), distances);
    }

    private static float[][] inCells(float[][] codes, float[] low, float[] high) {
        float[][] cells = new float[codes.length][2];
        for (int i = 0; i < codes.length; i++) {
            for (int axis = 0; axis < 2; axis++) {
                cells[i][axis] = (codes[i][axis] - low[axis]) / (high[axis] - low[axis]) * SIDE;
            }
        }
        return cells;
    }

    private static float quantile(float[][] codes, int axis, double share) {
        double[] sorted =
                Arrays.stream(codes).mapToDouble(code -> code[axis]).sorted().toArray();
        return (float) sorted[(int) (share * (sorted.length - 1))];
    }

    private ScatterPicture map(String title, Plane plane) throws IOException {
        int[] labels = digits.labelled().test().labels();
        List<ScatterPicture.Group> groups = new ArrayList<>();
        for (int digit = 0; digit < LabelledDigits.CLASSES; digit++) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < plane.codes().length; i++) {
                if (labels[i] == digit) {
                    points.add(new Point(plane.codes()[i][0], plane.codes()[i][1]));
                }
            }
            groups.add(ScatterPicture.Group.of(Integer.toString(digit), points));
        }
        return ScatterPicture.map(title, groups);
    }

    /** Paper becomes grey with the distance from real codes, to the full at two cells. */
    private static ImageGridPicture shaded(String title, Plane plane) {
        List<float[]> images = new ArrayList<>();
        for (int i = 0; i < plane.decoded().length; i++) {
            float shade = (float) (DARKEST * Math.min(1, plane.distances()[i] / 2));
            float[] image = plane.decoded()[i].clone();
            for (int pixel = 0; pixel < image.length; pixel++) {
                image[pixel] = shade + (1 - shade) * image[pixel];
            }
            images.add(image);
        }
        return new ImageGridPicture(title, SIDE, 28, images);
    }
}
