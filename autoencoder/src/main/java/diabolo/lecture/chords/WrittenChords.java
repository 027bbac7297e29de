package diabolo.lecture.chords;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.accompaniment.LeadSheet;
import diabolo.experiment.Study;
import diabolo.harmony.ChordAgreement;
import diabolo.harmony.ChordModel;
import diabolo.harmony.ChordSettings;
import diabolo.harmony.ChordTuning;
import diabolo.harmony.LeadSheetFolder;
import diabolo.harmony.WrittenLeadSheet;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import java.io.IOException;
import java.util.List;

/** Learns the model, writes it beside the report, and compares its chords with those written in held-out lead sheets. */
record WrittenChords(Study study) implements Chapter {

    /** The file of the model in the folder of the run. */
    static final String MODEL = "lead-sheet-chords.json";

    private static final double HELD_OUT = 0.15;
    private static final int ROUNDS = 2;
    private static final int PIECES_SHOWN = 3;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        LeadSheetFolder folder = LeadSheetFolder.read(study.data().corpus(LeadSheetChords.DATA_SET), _ -> {});
        LeadSheetFolder.Split split = folder.split(HELD_OUT, study.seed());
        findings.progress(
                "Learning from %d lead sheets".formatted(split.training().size()));
        ChordSettings settings = study.effort() == Effort.FULL
                ? ChordTuning.best(
                        split.training(), ROUNDS, findings.random("settings").generator(), findings::progress)
                : ChordModel.included().settings();
        ChordModel model = ChordModel.learn(
                split.training(), settings, findings.random("chords").generator());
        model.write(study.folder().path().resolve(MODEL));
        report.metric("train.leadSheets", split.training().size())
                .metric("heldOut.leadSheets", split.heldOut().size());
        compare(report, split, model);
        show(report, split.heldOut(), model);
    }

    private static void compare(Report report, LeadSheetFolder.Split split, ChordModel model) {
        List<List<String>> table = Report.tableOf(
                "chords | root | root among three | root and quality | changes a bar | chord tones on the beat | ends on the tonic");
        table.add(row(report, "written.", "as written", ChordAgreement.ofWritten(split.heldOut())));
        table.add(row(report, "", "hidden Markov model", ChordAgreement.of(model, split.heldOut())));
        table.add(row(
                report,
                "frequent.",
                "the most frequent at each position",
                ChordAgreement.ofMostFrequent(split.training(), split.heldOut())));
        table.add(row(report, "tonic.", "always the tonic", ChordAgreement.ofTonic(split.heldOut())));
        table.add(row(
                report,
                "train.",
                "hidden Markov model, pieces learned from",
                ChordAgreement.of(model, split.training())));
        report.section("Chords beside those that are written");
        report.text(
                "A slot is a half bar of 4/4, or a bar of 3/4, 2/4 or 6/8. Learned from %d lead sheets, compared in %d others, none of them related to those. The settings of the model were found on pieces that it learned from: %s."
                        .formatted(split.training().size(), split.heldOut().size(), model.settings()));
        report.table(table);
    }

    private static List<String> row(Report report, String prefix, String words, ChordAgreement agreement) {
        report.metric(prefix + "chords.root", agreement.root())
                .metric(prefix + "chords.topThree", agreement.topThree())
                .metric(prefix + "chords.chord", agreement.chord())
                .metric(prefix + "chords.changesPerBar", agreement.changesPerBar())
                .metric(prefix + "chords.chordTones", agreement.chordTones())
                .metric(prefix + "chords.tonicEnd", agreement.tonicEnd());
        return List.of(
                words,
                SHARE.of(agreement.root()),
                SHARE.of(agreement.topThree()),
                SHARE.of(agreement.chord()),
                TWO_DECIMALS.of(agreement.changesPerBar()),
                SHARE.of(agreement.chordTones()),
                SHARE.of(agreement.tonicEnd()));
    }

    private static void show(Report report, List<WrittenLeadSheet> heldOut, ChordModel model) {
        report.section("Held-out melodies with the chords of the model");
        report.text("The melody as written; chords and bass are played in the pattern for its meter and tempo.");
        for (WrittenLeadSheet leadSheet : heldOut.subList(0, Math.min(PIECES_SHOWN, heldOut.size()))) {
            report.piece(
                    leadSheet.name(),
                    LeadSheet.of(
                            leadSheet.melody(), model.of(leadSheet.melody()).likeliest()));
        }
    }
}
