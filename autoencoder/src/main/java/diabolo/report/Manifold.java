package diabolo.report;

import diabolo.evaluation.StandardNormal;
import diabolo.picture.ImageGridPicture;
import diabolo.report.page.Report;
import java.util.Arrays;

/** A latent space of two dimensions decoded on a grid of equal shares of the prior (Kingma and Welling 2014, figure 4). */
public final class Manifold implements Chapter {

    private static final int SIDE = 20; // as in the paper
    private static final int DIMENSIONS = 2;

    @Override
    public void write(Findings findings, Report report) {
        int columns = findings.images().test().columns();
        for (TrainedVariant variant : findings.variants()) {
            if (variant.network().spec().codeSize() == DIMENSIONS) {
                report.section("The manifold of two latent dimensions");
                report.text(
                        "The whole latent space: neighbouring images have neighbouring codes, in equal shares of the prior.");
                report.pictures(new ImageGridPicture(
                        "Decoded codes, in even shares of the prior",
                        SIDE,
                        columns,
                        Arrays.asList(variant.cells().decode(codes()))));
            }
        }
    }

    /** Row by row; the inverse of the normal distribution's sum over an even grid. */
    private static float[][] codes() {
        float[][] codes = new float[SIDE * SIDE][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new float[] {quantile(i % SIDE), quantile(i / SIDE)};
        }
        return codes;
    }

    private static float quantile(int place) {
        return (float) StandardNormal.quantile((place + 0.5) / SIDE);
    }
}
