package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;

import diabolo.model.DenseAutoencoder;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.ImageLowerBound;
import diabolo.report.page.Report;
import diabolo.training.ImportanceWeightedBound;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The evidence lower bounds of the variational networks, and the importance weighted bound of that of twenty dimensions.
 *
 * @param samples of the importance weighted bound
 */
record VariationalBounds(DigitData digits, int samples) implements Chapter {

    /** The names of the networks, and their metrics' shorter ones. */
    private static final Map<String, String> SHORT = Map.of("code2", "z2", "code20", "z20");

    @Override
    public void write(Findings findings, Report report) throws IOException {
        new ImageLowerBound().write(variationalOnly(findings), report);
        SHORT.forEach((name, shorter) ->
                report.metric(shorter + ".elbo", report.metrics().getOrDefault(name + ".elbo.nats", Double.NaN)));
        findings.progress("Weighing %d samples of each digit's posterior".formatted(samples));
        DenseAutoencoder network = DigitTrainings.network(findings, "code20");
        double bound = new ImportanceWeightedBound(network, samples).of(digits.test(), findings.random("importance"));
        report.metric("z20.iwae", bound);
        report.metric("z20.iwae.samples", samples);
        report.text(
                "The evidence lower bound is the likelihood minus what the posterior misses. With %d samples of the posterior of each digit, weighted by importance (Burda, Grosse and Salakhutdinov 2016, equation 8), the bound of the network of 20 dimensions comes to %s nats, nearer to the likelihood itself: the rest was not a worse model, but a posterior that is not quite normal."
                        .formatted(samples, ONE_DECIMAL.of(bound)));
        List<List<String>> table = Report.tableOf("published or usual | nats");
        table.add(List.of("20 dimensions, Kingma and Welling (figure 2, read off a curve)", "-105 to -100"));
        table.add(List.of("20 dimensions, 400 hidden units, ten epochs of Adam, usual", "-106 to -104"));
        table.add(List.of("3 dimensions, Kingma and Welling (figure 2, read off a curve)", "-130 to -125"));
        table.add(List.of("2 dimensions, usual", "-155 to -140"));
        report.table("Published and usual bounds of test digits", table);
    }

    /** Without the plain autoencoders, which have no bound. */
    static Findings variationalOnly(Findings findings) {
        return new Findings(
                findings.variants().stream()
                        .filter(variant -> SHORT.containsKey(variant.name()))
                        .toList(),
                findings.material(),
                findings.effort(),
                findings.seed(),
                findings.folder(),
                findings.progress());
    }
}
