package diabolo.report;

import diabolo.corpus.Window;
import diabolo.evaluation.Originality;
import diabolo.evaluation.SimilarityDistribution;
import diabolo.evaluation.WrongCells;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.note.Percent;
import diabolo.picture.HistogramPicture;
import java.io.IOException;

/** How similar new pieces of the first network are to what it learned (Sun 2015), beside how similar real pieces are to others. */
public final class OriginalityHistogram implements Chapter {

    static final int SAMPLES = 1000;
    private static final int BARS = 40;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        findings.progress("Comparing %,d new pieces with the music learned from".formatted(SAMPLES));
        float[][] training = Music.cells(findings.music().training());
        float[][] generated = generate(findings);
        SimilarityDistribution made = Originality.against(training).of(generated);
        SimilarityDistribution real = Originality.ofOthers(
                findings.music().training().stream().map(Window::piece).toList(), training);
        report.metric("originality.samples", generated.length);
        report.metric(
                "originality.silent", generated.length - (double) made.values().size());
        report.metric("originality.meanSimilarity", made.mean());
        report.metric("originality.deviation", made.deviation());
        report.metric("originality.medianSimilarity", made.median());
        report.metric("originality.copyShare", made.copyShare());
        report.metric("originality.wholeShare", made.wholeShare());
        report.metric(
                "originality.onsetSimilarity",
                onsetSimilarity(training, generated, findings.music().roll().pitches()));
        report.metric("originality.realAgainstOtherPieces", real.mean());
        report.metric("originality.activeCells", WrongCells.ofSilence(generated));
        report.section("Originality");
        report.text(
                "The similarity of a piece is the share of its active cells that are active in the closest training window. Of %,d new pieces the mean is %s; %s are copies, with a similarity of at least %s. Training windows have a mean similarity of %s to windows of other pieces."
                        .formatted(
                                generated.length,
                                Percent.of(made.mean()),
                                Percent.of(made.copyShare()),
                                Percent.of(SimilarityDistribution.COPY),
                                Percent.of(real.mean())));
        report.pictures(
                new HistogramPicture("new pieces", "similarity to the closest training window", made.values(), BARS),
                new HistogramPicture("training windows against other pieces", "similarity", real.values(), BARS));
    }

    private static float[][] generate(Findings findings) throws IOException {
        SamplingSettings settings = SamplingSettings.DEFAULT.withSeed(findings.seed());
        float[][] generated = new float[SAMPLES][];
        try (LatentSpace space = findings.main().openSpace()) {
            for (int i = 0; i < SAMPLES; i++) {
                generated[i] = space.generate(settings, i).windows().getFirst();
            }
        }
        return generated;
    }

    /** Of onsets alone, as long notes make cells alike. */
    private static double onsetSimilarity(float[][] training, float[][] generated, int pitches) {
        return Originality.against(Originality.onsets(training, pitches))
                .of(Originality.onsets(generated, pitches))
                .mean();
    }
}
