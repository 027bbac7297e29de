package diabolo.report;

import static diabolo.report.MetricFormat.TWO_DECIMALS;

import diabolo.note.Percent;
import java.util.ArrayList;
import java.util.List;

/** What every network's latent space of melodies is good for: sampling from it, moving a little in it, interpolating. */
public final class LatentSpaceQuality implements Chapter {

    @Override
    public void write(Findings findings, Report report) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "network",
                "valid samples of N(0, I)",
                "valid samples fitted to the codes",
                "changed nearby",
                "largest step of a path",
                "highest cost ratio of a path"));
        for (TrainedVariant variant : findings.variants()) {
            findings.progress("Sampling from and moving in the latent space: " + variant.words());
            LatentSpaceMeasures measures = LatentSpaceMeasures.of(findings, variant.recurrent());
            measures.addTo(report, variant.prefix());
            table.add(List.of(
                    variant.words(),
                    Percent.of(measures.valid()),
                    Percent.of(measures.validFitted()),
                    Percent.of(measures.neighbourChange()),
                    Percent.of(measures.path().largestStep()),
                    TWO_DECIMALS.of(measures.path().highestCostRatio())));
        }
        report.section("Quality of the latent space");
        report.text(
                "Valid is a melody of two notes at least that is no less likely, under a 5-gram model of the music learned from, than nineteen in twenty of the held-out melodies. Codes are sampled from N(0, I), which a network without the variational part was never trained towards, and for fairness from a normal distribution fitted to its own codes. Changed nearby: the share of tokens that change where a code is moved by a tenth of the mean distance of two. Paths have ten steps from one held-out melody to another; the cost ratio is that of the experiment interpolation.");
        report.table(table);
    }
}
