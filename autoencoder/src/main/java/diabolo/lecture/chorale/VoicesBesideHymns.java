package diabolo.lecture.chorale;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.chorale.ChoraleHarmony;
import diabolo.chorale.ChoraleLikelihood;
import diabolo.chorale.ChoraleModel;
import diabolo.chorale.ChoraleTraining;
import diabolo.chorale.HymnFolder;
import diabolo.evaluation.chorale.Chorale;
import diabolo.evaluation.chorale.ChoraleFigures;
import diabolo.experiment.Study;
import diabolo.model.Inpainter;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.page.Measure;
import diabolo.report.page.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Learns the model, writes it beside the report, harmonizes the melodies of held-out hymns, and compares with what is written. */
record VoicesBesideHymns(Study study) implements Chapter {

    /** The file of the model in the folder of the run. */
    static final String MODEL = "four-voices.safetensors";

    private static final double HELD_OUT = 0.15;
    private static final int UPDATES = 1_200;
    private static final int QUICK_PIECES = 4;
    private static final int PIECES_SHOWN = 4;

    private static final List<Measure<ChoraleFigures>> FIGURES = List.of(
            new Measure<>("chords", "triads and sevenths", SHARE, ChoraleFigures::chords),
            new Measure<>(
                    "parallels", "parallels in 100 moves", TWO_DECIMALS, ChoraleFigures::parallelsPerHundredMoves),
            new Measure<>("crossed", "steps crossed", SHARE, ChoraleFigures::crossed),
            new Measure<>("wide", "wide spacing", SHARE, ChoraleFigures::wide),
            new Measure<>("inRange", "notes in range", SHARE, ChoraleFigures::inRange),
            new Measure<>("leadingTones", "leading tones that rise", SHARE, ChoraleFigures::leadingTonesResolved),
            new Measure<>("tonicEnd", "ends on the tonic's chord", SHARE, ChoraleFigures::tonicEnd),
            new Measure<>("notesPerBeat", "notes a beat", TWO_DECIMALS, ChoraleFigures::notesPerBeat));

    @Override
    public void write(Findings findings, Report report) throws IOException {
        HymnFolder folder = HymnFolder.read(study.data().corpus(FourVoices.DATA_SET), _ -> {});
        HymnFolder.Split split = folder.split(HELD_OUT, study.seed());
        findings.progress("Learning from %d hymns".formatted(split.training().size()));
        ChoraleModel model = study.effort() == Effort.FULL ? trained(split) : ChoraleModel.included();
        List<HymnFolder.Hymn> heldOut = split.heldOut()
                .subList(0, Math.min(split.heldOut().size(), study.effort().choose(Integer.MAX_VALUE, QUICK_PIECES)));
        report.metric("train.hymns", split.training().size())
                .metric("validation.hymns", split.validation().size())
                .metric("heldOut.hymns", heldOut.size());
        try (Inpainter inpainter = model.open()) {
            compare(findings, report, new HymnFolder.Split(split.training(), split.validation(), heldOut), inpainter);
            costs(findings, report, new HymnFolder.Split(split.training(), split.validation(), heldOut), inpainter);
            show(report, heldOut, inpainter);
        }
    }

    private ChoraleModel trained(HymnFolder.Split split) throws IOException {
        ChoraleModel model = new ChoraleTraining(split.training(), split.validation())
                .train(
                        UPDATES,
                        study.seed(),
                        study.progress().training("voices"),
                        study.folder().checkpoint("voices"));
        model.write(study.folder().path().resolve(MODEL));
        return ChoraleModel.read(study.folder().path().resolve(MODEL)); // measured as it is kept, in half precision
    }

    private ChoraleHarmony.Settings settings(int candidates, double rules) {
        ChoraleHarmony.Settings usual = ChoraleHarmony.Settings.DEFAULT;
        return new ChoraleHarmony.Settings(
                Optional.empty(), Set.of(), study.seed(), usual.temperature(), candidates, rules);
    }

    private void compare(Findings findings, Report report, HymnFolder.Split split, Inpainter inpainter) {
        int candidates = ChoraleHarmony.Settings.DEFAULT.candidates();
        List<List<String>> table = Report.tableOf("four voices | "
                + String.join(" | ", FIGURES.stream().map(Measure::words).toList()));
        table.add(row(report, "written.", "held out, as written", chorales(split.heldOut())));
        table.add(row(report, "train.", "learned from, as written", chorales(split.training())));
        findings.progress("Harmonizing %d melodies".formatted(split.heldOut().size()));
        List<ChoraleHarmony> best = harmonized(split.heldOut(), settings(candidates, 1), inpainter);
        table.add(row(report, "", "the model, best of %d".formatted(candidates), withKeys(best, split.heldOut())));
        table.add(row(
                report,
                "oneSample.",
                "the model, one sample",
                withKeys(harmonized(split.heldOut(), settings(1, 1), inpainter), split.heldOut())));
        table.add(row(
                report,
                "noRules.",
                "the model, one sample without rules",
                withKeys(harmonized(split.heldOut(), settings(1, 0), inpainter), split.heldOut())));
        table.add(row(
                report,
                "blocks.",
                "likeliest chords in close position",
                split.heldOut().stream()
                        .map(hymn -> ChordBlocks.of(hymn.melody(), hymn.chorale()))
                        .toList()));
        report.metric("voices.melodyKept", melodyKept(best, split.heldOut()));
        report.section("Harmonized melodies beside written hymns");
        report.text(
                "%d hymns that are not related to the %d learned from, nor to the %d that decided which weights are kept; their melodies harmonized, and measured beside what is written. The model is given the melody and its key signature alone. Sampling is helped by rules: crossings, parallels and syncopations under held notes are made unlikely and ranges are kept, and of several candidates the one is taken that breaks fewest."
                        .formatted(
                                split.heldOut().size(),
                                split.training().size(),
                                split.validation().size()));
        report.table(table);
    }

    private static List<Chorale> chorales(List<HymnFolder.Hymn> hymns) {
        return hymns.stream().map(HymnFolder.Hymn::chorale).toList();
    }

    private static List<ChoraleHarmony> harmonized(
            List<HymnFolder.Hymn> hymns, ChoraleHarmony.Settings settings, Inpainter inpainter) {
        return hymns.stream()
                .map(hymn -> ChoraleHarmony.of(hymn.melody(), settings, inpainter))
                .toList();
    }

    /** In the keys of the hymns, which the model was not told whether they are major or minor. */
    private static List<Chorale> withKeys(List<ChoraleHarmony> made, List<HymnFolder.Hymn> hymns) {
        List<Chorale> chorales = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Chorale chorale = made.get(i).chorale();
            Chorale written = hymns.get(i).chorale();
            chorales.add(
                    new Chorale(written.name(), written.key(), chorale.places(), chorale.pitches(), chorale.begins()));
        }
        return chorales;
    }

    private static double melodyKept(List<ChoraleHarmony> made, List<HymnFolder.Hymn> hymns) {
        double kept = 0;
        for (int i = 0; i < made.size(); i++) {
            kept += made.get(i)
                            .music()
                            .parts()
                            .getFirst()
                            .notes()
                            .equals(hymns.get(i).melody().parts().getFirst().notes())
                    ? 1
                    : 0;
        }
        return kept / made.size();
    }

    private static List<String> row(Report report, String prefix, String words, List<Chorale> chorales) {
        ChoraleFigures figures = ChoraleFigures.of(chorales);
        List<String> row = new ArrayList<>(List.of(words));
        for (Measure<ChoraleFigures> figure : FIGURES) {
            double value = figure.of(figures);
            report.metric(prefix + "voices." + figure.name(), value);
            row.add(figure.format().of(value));
        }
        return row;
    }

    private static void costs(Findings findings, Report report, HymnFolder.Split split, Inpainter inpainter) {
        findings.progress("Measuring the cost of held-out notes");
        ChoraleLikelihood network = ChoraleLikelihood.ofNetwork(inpainter, split.heldOut());
        ChoraleLikelihood ngrams = ChoraleLikelihood.ofNgrams(split.training(), split.validation(), split.heldOut());
        List<List<String>> table =
                Report.tableOf("alto, tenor and bass as written | nats an eighth of a voice | nats a note");
        table.add(costRow(report, "", "the model", network));
        table.add(costRow(report, "ngrams.", "n-grams (Witten and Bell)", ngrams));
        report.section("How unlikely written voices are");
        report.text(
                "The cross-entropy of what is written in the three lower voices of the held-out hymns, eighth by eighth, bass, tenor, alto, each given all before it. The model sees the whole melody; n-grams of the tokens of all voices in turn see it up to there, and are as long as is best for the validation hymns.");
        report.table(table);
    }

    private static List<String> costRow(Report report, String prefix, String words, ChoraleLikelihood likelihood) {
        report.metric(prefix + "voices.cost", likelihood.natsPerToken())
                .metric(prefix + "voices.noteCost", likelihood.natsPerNote());
        return List.of(words, TWO_DECIMALS.of(likelihood.natsPerToken()), TWO_DECIMALS.of(likelihood.natsPerNote()));
    }

    private void show(Report report, List<HymnFolder.Hymn> heldOut, Inpainter inpainter) {
        report.section("Held-out melodies in four voices");
        report.text("Each as it is written, and its melody harmonized by the model.");
        for (HymnFolder.Hymn hymn : heldOut.subList(0, Math.min(PIECES_SHOWN, heldOut.size()))) {
            report.piece(hymn.name() + ", as written", hymn.piece());
            report.piece(
                    hymn.name() + ", harmonized",
                    ChoraleHarmony.of(
                                    hymn.melody(), settings(ChoraleHarmony.Settings.DEFAULT.candidates(), 1), inpainter)
                            .music());
        }
    }
}
