package diabolo.report;

import static diabolo.report.MetricFormat.TWO_DECIMALS;

import diabolo.note.Percent;
import java.util.ArrayList;
import java.util.List;

/** The latent space of every network: sampling, moving nearby, interpolating. */
public final class LatentSpaceQuality implements Chapter {

    @Override
    public void write(Findings findings, Report report) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "network", "valid, N(0, I)", "valid, fitted", "nearby change", "largest step", "highest cost ratio"));
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
                "Valid: share of samples that have two or more onsets and are, under a 5-gram model of the training music, more likely than the least likely 5 % of held-out melodies. Codes are sampled from N(0, I), and, fairer to a network that is not variational, from a normal distribution fitted to its own codes. Nearby change: share of tokens that change when a code moves by a tenth of the mean distance of two codes. Largest step and cost ratio: of interpolation paths of ten steps, as in the experiment interpolation.");
        report.table(table);
    }
}
