package diabolo.lecture.dimension;

import static diabolo.lecture.dimension.DistanceConcentration.ON_A_LOG_SCALE;
import static diabolo.lecture.dimension.DistanceConcentration.at;

import diabolo.experiment.Study;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Point;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;

/** What concentration does to learning: neighbours that know less with each dimension, and a cube that no data cover. */
record NeighboursAndDimension(Study study, Amounts amounts) implements Chapter {

    private static final List<Integer> DIMENSIONS = List.of(1, 2, 3, 10, 30, 100, 300, 1_000);
    private static final NoiseDimensions TASK = new NoiseDimensions(1_000, 3);
    private static final double RADIUS = 0.1;
    private static final int MOST_COVERED = 6;

    @Override
    public void write(Findings findings, Report report) {
        study.progress().message("neighbours against dimension");
        RandomSource random = RandomSource.of(study.seed());
        List<Point> errors = new ArrayList<>();
        for (int dimensions : DIMENSIONS) {
            double error = TASK.error(dimensions, random);
            errors.add(at(dimensions, 100 * error));
            report.metric("noise.d%d.testError".formatted(dimensions), error);
        }
        CubeCover cover = new CubeCover(RADIUS, 30 * amounts.runs());
        List<Point> needed = new ArrayList<>();
        List<Point> expected = new ArrayList<>();
        List<List<String>> rows = Report.tableOf("dimensions | points needed | ln 2 / (2ε)^d, without edges");
        for (int dimensions = 1; dimensions <= MOST_COVERED; dimensions++) {
            int points = cover.pointsNeeded(dimensions, random);
            needed.add(new Point(dimensions, points));
            expected.add(new Point(dimensions, cover.expected(dimensions)));
            report.metric("cover.d%d.points".formatted(dimensions), points);
            rows.add(List.of(
                    String.valueOf(dimensions),
                    "%,d".formatted(points),
                    MetricFormat.THREE_DIGITS.of(cover.expected(dimensions))));
        }
        double growth = Math.pow(needed.getLast().y() / needed.getFirst().y(), 1.0 / (MOST_COVERED - 1));
        report.metric("cover.growth", growth);
        report.section("Neighbours know less, and more of them are needed");
        report.pictures(
                new CurvePicture(
                        "Errors of 3 nearest neighbours where one dimension decides",
                        ON_A_LOG_SCALE,
                        "test error (%)",
                        Axis.LINEAR,
                        List.of(new Curve("1,000 points", errors))),
                new CurvePicture(
                        "Random points until half of the cube has one near",
                        "dimensions",
                        "points",
                        Axis.LOGARITHMIC,
                        List.of(new Curve("here", needed), new Curve("without edges", expected))));
        report.text(
                "On the left the class is whether the first coordinate is above a half; the other coordinates are noise, and they decide who is near. On the right a point is near if no coordinate differs by more than ε = 0.1: each dimension multiplies the points that are needed by %s here, by 1/(2ε) = 5 without the edges of the cube, which is the law n ~ ε^-d. For the 784 pixels of a digit that would be a number of more than 500 digits."
                        .formatted(MetricFormat.ONE_DECIMAL.of(growth)));
        report.table("Points that cover the cube, by dimension", rows);
    }
}
