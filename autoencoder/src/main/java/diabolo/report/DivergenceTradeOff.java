package diabolo.report;

import diabolo.latent.Prior;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Point;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reconstruction and validity of samples against the KL divergence: a point for each network.
 * Follows {@link TokenReconstruction}, whose metrics it reads.
 */
public final class DivergenceTradeOff implements Chapter {

    private static final int SAMPLES = 1000;
    private static final int QUICK_SAMPLES = 100;

    @Override
    public void write(Findings findings, Report report) {
        Plausibility plausibility = new Plausibility(findings.music());
        List<Point> onsets = new ArrayList<>();
        List<Point> valid = new ArrayList<>();
        for (TrainedVariant variant : findings.variants()) {
            findings.progress("Sampling from the prior: " + variant.words());
            double share = validShare(plausibility, findings, variant);
            report.metric(variant.prefix() + "sampled.validity", share);
            double bits = measured(report, variant.prefix() + "kl.bits");
            onsets.add(new Point(bits, 100 * measured(report, variant.prefix() + "onset.f1")));
            valid.add(new Point(bits, 100 * share));
        }
        report.section("Reconstruction against sampling");
        report.text(
                "Each point is a network. Onsets: onset F1 of reconstructed held-out windows, free-running. Valid: share of samples from the prior, at temperature 0.5, that have two or more onsets and are, under a 5-gram model of the training music, more likely than the least likely 5 % of held-out windows.");
        report.pictures(new CurvePicture(
                "Reconstruction against samples",
                "KL divergence from the prior, held out (bits)",
                "per cent",
                Axis.LINEAR,
                List.of(new Curve("reconstructed onsets", sorted(onsets)), new Curve("valid samples", sorted(valid)))));
    }

    private static double validShare(Plausibility plausibility, Findings findings, TrainedVariant variant) {
        RandomSource random = findings.random("draws");
        float[][] codes = Prior.Normal.codes(
                findings.effort().choose(SAMPLES, QUICK_SAMPLES),
                variant.recurrent().spec().codeSize(),
                random);
        return plausibility.validShare(variant.recurrent(), codes, random);
    }

    private static double measured(Report report, String metric) {
        Double value = report.metrics().get(metric);
        if (value == null) {
            throw new IllegalStateException(metric + " is not measured yet; put this chapter after the reconstruction");
        }
        return value;
    }

    private static List<Point> sorted(List<Point> points) {
        return points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }
}
