package diabolo.experiment;

import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a bit of divergence buys in reconstruction, and what it costs in draws: a point for each network. */
final class TradeOffCurve {

    private final List<Point> onsets = new ArrayList<>();
    private final List<Point> validities = new ArrayList<>();

    /**
     * Another network.
     *
     * @param bits of divergence from the prior
     * @param onsetF1 of what comes back, 0 to 1
     * @param validDraws their share, 0 to 1
     */
    void add(double bits, double onsetF1, double validDraws) {
        onsets.add(new Point(bits, 100 * onsetF1));
        validities.add(new Point(bits, 100 * validDraws));
    }

    /** Nothing, if there are no networks. */
    void show(Report report) throws IOException {
        if (onsets.isEmpty()) {
            return;
        }
        report.section("What a bit of divergence buys, and what it costs");
        report.text(
                "Each point is a network. Onsets: F1 of the onsets that come back of what is held out, free-running. Valid: the share of draws from the prior, at temperature 0.5, that have two onsets at least and are no less likely, under a 5-gram model of the music learned from, than nineteen in twenty of the held-out windows.");
        report.pictures(new CurvePicture(
                "Reconstruction against draws",
                "divergence from the prior, held out (bits)",
                "per cent",
                Axis.LINEAR,
                List.of(
                        new Curve("onsets that come back", sorted(onsets)),
                        new Curve("valid draws", sorted(validities)))));
    }

    private static List<Point> sorted(List<Point> points) {
        return points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }
}
