package diabolo.report;

import diabolo.evaluation.CodeRegion;
import diabolo.evaluation.RollStatistics;
import diabolo.evaluation.SimilarityDistribution;
import diabolo.latent.CodeOperations;
import diabolo.report.page.Report;
import java.util.Arrays;
import java.util.function.UnaryOperator;

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
record CodeMeasures(
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
    static CodeMeasures of(
            UnaryOperator<float[][]> reencoding,
            CodeRegion region,
            float[][] codes,
            RollStatistics rolls,
            SimilarityDistribution similarity) {
        return new CodeMeasures(
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
