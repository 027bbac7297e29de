package diabolo.report;

import diabolo.descriptor.Descriptor;
import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import diabolo.model.Sampler;
import diabolo.report.page.Report;
import diabolo.representation.Tokens;
import java.io.IOException;
import java.util.Locale;

/** One melody moved along the vector of note density, from sparse to dense, to see and hear. */
public final class AttributeSweep implements Chapter {

    private static final double FIRST_STRENGTH = -1.5; // as in the paper's supplement
    private static final double STRENGTH_STEP = 0.5;
    private static final int POINTS = 7;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        float[] vector;
        try (LatentSpace space = findings.main().openSpace()) {
            vector = AttributeMatrix.Vectors.quartile(Descriptor.NOTE_DENSITY, space, findings);
        }
        float[][] start = {AttributeMatrix.samples(findings)[0]};
        report.section("One melody, from sparse to dense");
        for (int point = 0; point < POINTS; point++) {
            double strength = FIRST_STRENGTH + point * STRENGTH_STEP;
            Tokens tokens = findings.main()
                    .recurrent()
                    .generate(CodeOperations.along(start, vector, strength), Sampler.LIKELIEST)
                    .getFirst();
            report.piece(
                    String.format(Locale.ROOT, "note density %+.1f", strength),
                    findings.music().notes(tokens));
        }
    }
}
