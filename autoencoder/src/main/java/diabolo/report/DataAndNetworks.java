package diabolo.report;

import diabolo.note.Plural;
import diabolo.report.page.Report;
import java.util.List;
import java.util.Locale;

/** Training data, held-out data, and the sizes of the networks. */
public final class DataAndNetworks implements Chapter {

    @Override
    public void write(Findings findings, Report report) {
        Music music = findings.music();
        report.metric("train.windows", music.training().size());
        report.metric("train.distinctWindows", music.distinctTraining());
        report.metric("heldOut.windows", music.heldOut().size());
        report.note("heldOutPieces", music.pieces().heldOut().stream().sorted().toList());
        report.section("Data and networks");
        report.text("Trained on %s of %s, %d of them distinct; %s."
                .formatted(
                        Plural.of(music.training().size(), "window"),
                        Plural.of(music.pieces().training().size(), "piece"),
                        music.distinctTraining(),
                        heldOut(music)));
        List<List<String>> table = Report.tableOf("network | shape | latent dimensions | weights");
        for (TrainedVariant variant : findings.variants()) {
            long weights = variant.network().spec().weightCount();
            report.metric(variant.prefix() + "parameters", (double) weights);
            table.add(List.of(
                    variant.words(),
                    variant.network().spec().shape(),
                    String.valueOf(variant.network().spec().codeSize()),
                    String.format(Locale.ROOT, "%,d", weights)));
        }
        report.table(table);
    }

    private static String heldOut(Music music) {
        return music.heldOut().isEmpty()
                ? "nothing was held out"
                : "held out %s of %s"
                        .formatted(
                                Plural.of(music.heldOut().size(), "window"),
                                Plural.of(music.pieces().heldOut().size(), "other piece"));
    }
}
