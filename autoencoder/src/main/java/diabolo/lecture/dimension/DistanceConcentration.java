package diabolo.lecture.dimension;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Distances of 1,000 random points from a query, against the number of dimensions: simulation beside closed form. */
record DistanceConcentration(Study study, Amounts amounts) implements Chapter {

    static final List<Integer> DIMENSIONS = List.of(1, 2, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000);

    private static final int POINTS = 1_000;

    /** Of more dimensions the distances of one run are like those of another. */
    private static final int MOST_COORDINATES = 30_000;

    @Override
    public void write(Findings findings, Report report) {
        study.progress().message("distances of random points");
        Map<RandomPoints, Map<Integer, Concentration>> found = new EnumMap<>(RandomPoints.class);
        for (RandomPoints kind : RandomPoints.values()) {
            Map<Integer, Concentration> byDimension = found.computeIfAbsent(kind, _ -> new TreeMap<>());
            for (int dimensions : DIMENSIONS) {
                Concentration here = measured(kind, dimensions);
                byDimension.put(dimensions, here);
                String prefix = "%s.d%d.".formatted(kind.metric, dimensions);
                report.metric(prefix + "contrast", here.contrast())
                        .metric(prefix + "relativeSpread", here.relativeSpread())
                        .metric(prefix + "closedFormSpread", kind.moments.relativeSpread(dimensions));
            }
        }
        report.section("All distances become alike");
        report.pictures(spreads(found), contrasts(found), nearest(found));
        report.text(
                "1,000 points and a query with independent coordinates, %d times (fewer in thousands of dimensions, where runs hardly differ). The closed form takes no simulation: squared differences of the coordinates add up, their sum grows like d and its standard deviation like √d."
                        .formatted(runs(1)));
        found.forEach((kind, byDimension) -> report.table(
                "Points %s: ten numbers of dimensions, beside the closed form".formatted(kind.words),
                table(kind, byDimension)));
    }

    private int runs(int dimensions) {
        return Math.clamp(MOST_COORDINATES / dimensions, Math.min(amounts.runs(), 6), amounts.runs());
    }

    private Concentration measured(RandomPoints kind, int dimensions) {
        return kind.concentration(POINTS, dimensions, runs(dimensions), RandomSource.of(study.seed()));
    }

    private static CurvePicture spreads(Map<RandomPoints, Map<Integer, Concentration>> found) {
        List<Curve> curves = new ArrayList<>();
        found.forEach((kind, byDimension) -> {
            curves.add(new Curve(
                    kind.metric,
                    DIMENSIONS.stream()
                            .map(d -> at(d, of(byDimension, d).relativeSpread()))
                            .toList()));
            curves.add(new Curve(
                    kind.metric + ", closed form",
                    DIMENSIONS.stream()
                            .map(d -> at(d, kind.moments.relativeSpread(d)))
                            .toList()));
        });
        return new CurvePicture(
                "Spread of the distances, as a part of their mean",
                ON_A_LOG_SCALE,
                "standard deviation / mean",
                Axis.LOGARITHMIC,
                curves);
    }

    private static Concentration of(Map<Integer, Concentration> byDimension, int dimensions) {
        return Objects.requireNonNull(byDimension.get(dimensions), "all dimensions are measured");
    }

    static final String ON_A_LOG_SCALE = "dimensions, as a power of ten";

    static Point at(int dimensions, double value) {
        return new Point(Math.log10(dimensions), value);
    }

    private static CurvePicture contrasts(Map<RandomPoints, Map<Integer, Concentration>> found) {
        return new CurvePicture(
                "Contrast: how much farther the farthest point is",
                ON_A_LOG_SCALE,
                "(farthest - nearest) / nearest",
                Axis.LOGARITHMIC,
                found.entrySet().stream()
                        .map(of -> new Curve(
                                of.getKey().metric,
                                DIMENSIONS.stream()
                                        .map(d -> at(d, of(of.getValue(), d).contrast()))
                                        .toList()))
                        .toList());
    }

    private static CurvePicture nearest(Map<RandomPoints, Map<Integer, Concentration>> found) {
        return new CurvePicture(
                "The nearest of 1,000 points",
                ON_A_LOG_SCALE,
                "its distance / mean distance",
                Axis.LINEAR,
                found.entrySet().stream()
                        .map(of -> new Curve(
                                of.getKey().metric,
                                DIMENSIONS.stream()
                                        .map(d -> at(d, of(of.getValue(), d).nearest()))
                                        .toList()))
                        .toList());
    }

    private static List<List<String>> table(RandomPoints kind, Map<Integer, Concentration> byDimension) {
        List<List<String>> rows = Report.tableOf(
                "dimensions | spread here | closed form | contrast here | if distances were normal | nearest");
        byDimension.forEach((dimensions, here) -> {
            double closed = kind.moments.relativeSpread(dimensions);
            double contrast = Concentration.contrastOfNormalDistances(closed);
            rows.add(List.of(
                    "%,d".formatted(dimensions),
                    MetricFormat.FOUR_DECIMALS.of(here.relativeSpread()),
                    MetricFormat.FOUR_DECIMALS.of(closed),
                    MetricFormat.THREE_DIGITS.of(here.contrast()),
                    Double.isFinite(contrast) ? MetricFormat.THREE_DIGITS.of(contrast) : "",
                    MetricFormat.TWO_DECIMALS.of(here.nearest())));
        });
        return rows;
    }
}
