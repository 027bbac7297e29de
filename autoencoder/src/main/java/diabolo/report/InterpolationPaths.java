package diabolo.report;

import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.report.PathMeasures.Course;
import diabolo.report.PathMeasures.PathKind;
import diabolo.report.page.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Interpolation between held-out melodies, through the first network's latent space and through the data (Roberts et al. 2018,
 * section 5.3, figure 3): how far each point is from the start, and how plausible it is to a language model of the training
 * music.
 */
public final class InterpolationPaths implements Chapter {

    private static final int PAIRS = 1024;
    private static final int QUICK_PAIRS = 256;
    private static final int EXAMPLE_POINTS = 5;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        PathMeasures paths = new PathMeasures(
                findings, findings.main().recurrent(), findings.effort().choose(PAIRS, QUICK_PAIRS));
        report.metric("pairs", paths.pairs());
        report.note(
                "heldOutPieces",
                findings.music().pieces().heldOut().stream().sorted().toList());
        List<Curve> distances = new ArrayList<>();
        List<Curve> costs = new ArrayList<>();
        for (PathKind kind : PathKind.values()) {
            findings.progress("Interpolating " + kind.words);
            Course course = paths.course(kind);
            report.metric(kind.metric + ".maxCostRatio", course.highestCostRatio());
            report.metric(kind.metric + ".middleCostRatio", course.middleCostRatio());
            report.metric(kind.metric + ".middleDistance", course.middleDistance());
            report.metric(kind.metric + ".largestStep", course.largestStep());
            distances.add(new Curve(kind.legend, course.distances()));
            costs.add(new Curve(kind.legend, course.costRatios()));
        }
        report.section("Distance and plausibility along the path");
        report.text(
                "Means over %d paths between held-out windows. Distance: share of tokens that differ from the start. Cost ratio: the cost under a %d-gram model of the training music divided by the cost expected from the two ends; above 1 a point is less plausible than the ends. A path in latent space begins and ends at the reconstructions of its windows."
                        .formatted(paths.pairs(), Plausibility.ORDER));
        report.pictures(
                new CurvePicture(
                        "Distance from the start", "share of the path", "share of tokens", Axis.LINEAR, distances),
                new CurvePicture("Cost ratio", "share of the path", "cost over expected cost", Axis.LINEAR, costs));
        for (PathKind kind : List.of(PathKind.DATA, PathKind.SPHERICAL)) {
            report.section("One path " + kind.words);
            example(paths, kind, findings, report);
        }
    }

    private static void example(PathMeasures paths, PathKind kind, Findings findings, Report report)
            throws IOException {
        for (int point = 0; point < EXAMPLE_POINTS; point++) {
            double share = point / (EXAMPLE_POINTS - 1.0);
            report.piece(
                    String.format(Locale.ROOT, "%.0f %% of the path", 100 * share),
                    findings.music().notes(paths.example(kind, share)));
        }
    }
}
