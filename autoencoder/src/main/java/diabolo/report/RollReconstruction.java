package diabolo.report;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.corpus.Window;
import diabolo.evaluation.Fidelity;
import diabolo.evaluation.WrongCells;
import diabolo.note.Meter;
import diabolo.picture.PianoRollPicture;
import diabolo.report.page.Report;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import java.util.List;

/**
 * Reconstruction of piano rolls by every network, of training windows and held-out ones, with pictures of some of the first
 * network's.
 */
public final class RollReconstruction implements Chapter {

    private static final int SHOWN = 2;

    @Override
    public void write(Findings findings, Report report) {
        Music music = findings.music();
        report.section("Reconstruction");
        report.text(
                "Wrong cells: mean number of the %,d cells of a window that differ. Note F1: of onsets, by pitch and step. Cross-entropy: per window, for a sampled code if the bottleneck is Gaussian. Silence has %s wrong cells%s."
                        .formatted(
                                music.roll().cells(),
                                ONE_DECIMAL.of(silence(music, report, "train.", music.training())),
                                music.heldOut().isEmpty()
                                        ? ""
                                        : ", held out "
                                                + ONE_DECIMAL.of(silence(music, report, "heldOut.", music.heldOut()))));
        List<List<String>> table =
                Report.tableOf("network | wrong cells | note F1 | cross-entropy, nats | KL, bits | active units");
        for (TrainedVariant variant : findings.variants()) {
            findings.progress("Measuring " + variant.words());
            table.add(row(findings, report, variant, "train.", music.training()));
            if (!music.heldOut().isEmpty()) {
                table.add(row(findings, report, variant, "heldOut.", music.heldOut()));
            }
        }
        report.table(table);
        show(findings, report, "training", music.training());
        show(findings, report, "held out", music.heldOut());
    }

    /** Under its older name too, which has no {@code train.} before it. */
    private static double silence(Music music, Report report, String which, List<Window> windows) {
        double active = WrongCells.ofSilence(music.roll(), Music.frames(windows));
        report.metric(which + "silent.wrongCells", active);
        if (which.equals("train.")) {
            report.metric("silent.wrongCells", active);
        }
        return active;
    }

    private static List<String> row(
            Findings findings, Report report, TrainedVariant variant, String which, List<Window> windows) {
        Music music = findings.music();
        List<Frames> frames = Music.frames(windows);
        Fidelity.OfCells fidelity =
                Fidelity.ofCells(music.roll(), frames, variant.network().reconstruct(frames));
        LowerBound bound = LowerBound.of(variant.cells(), music.numbers(windows), findings.random("measures"));
        report.metric(variant.prefix() + which + "wrongCells", fidelity.wrong());
        report.metric(variant.prefix() + which + "noteF1", fidelity.f1());
        bound.addTo(report, variant.prefix() + which);
        return List.of(
                variant.words() + (which.equals("train.") ? ", training" : ", held out"),
                ONE_DECIMAL.of(fidelity.wrong()),
                TWO_DECIMALS.of(fidelity.f1()),
                ONE_DECIMAL.of(bound.reconstructionNats()),
                ONE_DECIMAL.of(bound.divergenceBits()),
                "%d of %d"
                        .formatted(bound.activeUnits(), variant.network().spec().codeSize()));
    }

    private static void show(Findings findings, Report report, String kind, List<Window> windows) {
        int shown = Math.min(SHOWN, windows.size());
        for (int i = 1; i <= shown; i++) {
            Window window = windows.get(windows.size() * i / (SHOWN + 1));
            float[][] original = findings.music().numbers(List.of(window));
            report.pictures(
                    picture(findings, "%s (%s)".formatted(findings.music().place(window), kind), original[0]),
                    picture(findings, "reconstructed", findings.main().cells().reconstruct(original)[0]));
        }
    }

    private static PianoRollPicture picture(Findings findings, String title, float[] cells) {
        return PianoRollPicture.ofCells(title, findings.music().roll(), new Cells(cells), Meter.FOUR_FOUR);
    }
}
