package diabolo.report;

import diabolo.corpus.Window;
import diabolo.evaluation.Originality;
import diabolo.evaluation.SimilarityDistribution;
import diabolo.evaluation.WrongCells;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.note.Percent;
import diabolo.picture.HistogramPicture;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The similarity of new pieces of the first network to its training music (Sun 2015), and that of real pieces to others. */
public final class OriginalityHistogram implements Chapter {

    static final int SAMPLES = 1000;
    private static final int BARS = 40;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        findings.progress("Comparing %,d new pieces with the training music".formatted(SAMPLES));
        PianoRoll roll = findings.music().roll();
        List<Frames> training = Music.frames(findings.music().training());
        List<Frames> generated = generate(findings);
        SimilarityDistribution made = Originality.against(roll, training).of(generated);
        SimilarityDistribution real = Originality.ofOthers(
                roll, findings.music().training().stream().map(Window::piece).toList(), training);
        report.metric("originality.samples", generated.size());
        report.metric(
                "originality.silent", generated.size() - (double) made.values().size());
        report.metric("originality.meanSimilarity", made.mean());
        report.metric("originality.deviation", made.deviation());
        report.metric("originality.medianSimilarity", made.median());
        report.metric("originality.copyShare", made.copyShare());
        report.metric("originality.wholeShare", made.wholeShare());
        report.metric("originality.onsetSimilarity", onsetSimilarity(roll, training, generated));
        report.metric("originality.realAgainstOtherPieces", real.mean());
        report.metric("originality.activeCells", WrongCells.ofSilence(roll, generated));
        report.section("Originality");
        report.text(
                "Similarity: share of the active cells of a piece that are active in the most similar training window. The mean of %,d new pieces is %s; %s are copies, with a similarity of at least %s. Training windows have a mean similarity of %s to windows of other pieces."
                        .formatted(
                                generated.size(),
                                Percent.of(made.mean()),
                                Percent.of(made.copyShare()),
                                Percent.of(SimilarityDistribution.COPY),
                                Percent.of(real.mean())));
        report.pictures(
                new HistogramPicture(
                        "new pieces", "similarity to the most similar training window", made.values(), BARS),
                new HistogramPicture("training windows against other pieces", "similarity", real.values(), BARS));
    }

    private static List<Frames> generate(Findings findings) throws IOException {
        SamplingSettings settings = SamplingSettings.DEFAULT.withSeed(findings.seed());
        List<Frames> generated = new ArrayList<>();
        try (LatentSpace space = findings.main().openSpace()) {
            for (int i = 0; i < SAMPLES; i++) {
                generated.add(space.generate(settings, i).windows().getFirst());
            }
        }
        return generated;
    }

    /** Of onsets alone, as long notes make cells alike. */
    private static double onsetSimilarity(PianoRoll roll, List<Frames> training, List<Frames> generated) {
        return Originality.against(roll, Originality.onsets(roll, training))
                .of(Originality.onsets(roll, generated))
                .mean();
    }
}
