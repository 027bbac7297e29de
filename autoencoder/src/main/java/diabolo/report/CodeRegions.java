package diabolo.report;

import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.corpus.Window;
import diabolo.evaluation.CodeRegion;
import diabolo.evaluation.Originality;
import diabolo.evaluation.RollStatistics;
import diabolo.evaluation.SimilarityDistribution;
import diabolo.latent.CodeOperations;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.model.DenseAutoencoder;
import diabolo.note.Percent;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Decodes codes from inside and outside the region of real codes, with the first network. */
public record CodeRegions(List<SampledPrior> priors) implements Chapter {

    private static final int SAMPLES = 1000;
    private static final int QUICK_SAMPLES = 100;

    public CodeRegions {
        priors = List.copyOf(priors);
    }

    @Override
    public void write(Findings findings, Report report) throws IOException {
        int samples = findings.effort().choose(SAMPLES, QUICK_SAMPLES);
        List<Frames> training = Music.frames(findings.music().training());
        float[][] codes = findings.main().dense().encode(training);
        Measuring measuring = new Measuring(
                findings,
                CodeRegion.of(codes),
                Originality.against(findings.music().roll(), training));
        report.metric("samples", samples);
        report.metric("train.deadUnits", deadUnits(measuring.region()));
        List<List<String>> table = Report.tableOf(
                "codes | length | outside | silent | notes per beat | on scale | similarity | copies | re-encoding error");
        table.add(row(real(measuring, codes, training), "real", "of real windows", report));
        try (LatentSpace space = findings.main().openSpace()) {
            for (SampledPrior prior : priors) {
                findings.progress("Sampling codes from " + prior.prior().name());
                table.add(row(sampled(measuring, space, prior, samples), prior.metric(), prior.words(), report));
            }
        }
        report.section("Inside and outside the region of real codes");
        report.text(
                "%d codes from each distribution were decoded; real windows are held-out ones where there are any. Length: mean distance of a code from the origin. Outside: share of latent dimensions beyond the range of all training windows. On scale: share of the sounding time in the best-fitting major scale. Similarity: share of a piece's cells that are active in the most similar training window; from nine tenths on it is a copy. Re-encoding error: distance between a code and the encoding of its decoded music, divided by the code's length. %d of the %d latent dimensions are 0 for every training window, so any other value is outside."
                        .formatted(
                                samples,
                                deadUnits(measuring.region()),
                                findings.main().network().spec().codeSize()));
        report.table(table);
    }

    /** What codes are measured against. */
    private record Measuring(Findings findings, CodeRegion region, Originality originality) {

        Measures of(float[][] codes, List<Frames> cells, SimilarityDistribution similarity) {
            DenseAutoencoder network = findings.main().dense();
            return Measures.of(
                    some -> network.encode(network.decode(some)),
                    region,
                    codes,
                    RollStatistics.of(findings.music().roll(), cells),
                    similarity);
        }
    }

    /** Held-out windows; where there are none, training windows, compared with other pieces. */
    private static Measures real(Measuring measuring, float[][] codes, List<Frames> training) {
        Music music = measuring.findings().music();
        if (music.heldOut().isEmpty()) {
            List<String> pieces = music.training().stream().map(Window::piece).toList();
            return measuring.of(codes, training, Originality.ofOthers(music.roll(), pieces, training));
        }
        List<Frames> frames = Music.frames(music.heldOut());
        return measuring.of(
                measuring.findings().main().network().encode(frames),
                frames,
                measuring.originality().of(frames));
    }

    private static Measures sampled(Measuring measuring, LatentSpace space, SampledPrior prior, int samples) {
        SamplingSettings settings = settings(prior, measuring.findings());
        float[][] codes = new float[samples][];
        List<Frames> cells = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            GeneratedPiece piece = space.generate(settings, i);
            codes[i] = piece.provenance().recipe().codes()[0];
            cells.add(piece.windows().getFirst());
        }
        return measuring.of(codes, cells, measuring.originality().of(cells));
    }

    private static SamplingSettings settings(SampledPrior prior, Findings findings) {
        return SamplingSettings.DEFAULT.withPrior(prior.prior()).withSeed(findings.seed());
    }

    private static int deadUnits(CodeRegion region) {
        int dead = 0;
        for (int unit = 0; unit < region.lowest().length; unit++) {
            dead += region.lowest()[unit] == 0 && region.highest()[unit] == 0 ? 1 : 0;
        }
        return dead;
    }

    private static List<String> row(Measures measures, String metric, String words, Report report) {
        measures.addTo(report, metric);
        return List.of(
                words,
                TWO_DECIMALS.of(measures.codeLength()),
                Percent.of(measures.outsideShare()),
                Percent.of(measures.rolls().silentShare()),
                TWO_DECIMALS.of(measures.rolls().notesPerBeat()),
                Percent.of(measures.rolls().onScaleShare()),
                Percent.of(measures.similarity().mean()),
                Percent.of(measures.similarity().copyShare()),
                TWO_DECIMALS.of(measures.reencodingError()));
    }

    /**
     * What can be said of codes and of the rolls that they decode to.
     *
     * @param outsideShare the share of all their numbers outside the range that the unit has for training windows, 0 to 1
     * @param codeLength how far the codes are from the origin, on average
     * @param rolls of what they decode to
     * @param similarity to training windows; silent rolls are left out
     * @param reencodingError how far a code is, on average, from the code of what it decodes to, in lengths of the code: 0 where
     *     the encoder finds it again
     */
    record Measures(
            double outsideShare,
            double codeLength,
            RollStatistics rolls,
            SimilarityDistribution similarity,
            double reencodingError) {

        /**
         * Measures.
         *
         * @param reencoding gives codes of what codes decode to
         */
        static Measures of(
                UnaryOperator<float[][]> reencoding,
                CodeRegion region,
                float[][] codes,
                RollStatistics rolls,
                SimilarityDistribution similarity) {
            return new Measures(
                    region.outsideShare(codes), length(codes), rolls, similarity, reencodingError(reencoding, codes));
        }

        private static double length(float[][] codes) {
            return Arrays.stream(codes)
                    .mapToDouble(code -> CodeOperations.distance(code, new float[code.length]))
                    .average()
                    .orElse(0);
        }

        private static double reencodingError(UnaryOperator<float[][]> reencoding, float[][] codes) {
            float[][] again = reencoding.apply(codes);
            double sum = 0;
            int counted = 0;
            for (int i = 0; i < codes.length; i++) {
                double length = CodeOperations.distance(codes[i], new float[codes[i].length]);
                if (length > 0) { // the error of the code of all zeros has no measure
                    sum += CodeOperations.distance(codes[i], again[i]) / length;
                    counted++;
                }
            }
            return counted == 0 ? 0 : sum / counted;
        }

        /** Adds the metrics to a report, each name behind the prefix with a dot. */
        void addTo(Report report, String prefix) {
            report.metric(prefix + ".outsideShare", outsideShare);
            report.metric(prefix + ".codeLength", codeLength);
            report.metric(prefix + ".silentShare", rolls.silentShare());
            report.metric(prefix + ".notesPerBeat", rolls.notesPerBeat());
            report.metric(prefix + ".onScaleShare", rolls.onScaleShare());
            report.metric(prefix + ".meanSimilarity", similarity.mean());
            report.metric(prefix + ".copyShare", similarity.copyShare());
            report.metric(prefix + ".reencodingError", reencodingError);
        }
    }
}
