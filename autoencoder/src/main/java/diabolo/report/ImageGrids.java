package diabolo.report;

import diabolo.latent.Prior;
import diabolo.picture.ImageGridPicture;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** New images from the prior, and test images above their reconstructions, of every network. */
public final class ImageGrids implements Chapter {

    private static final int SIDE = 10;
    private static final int RECONSTRUCTED = 20;

    @Override
    public void write(Findings findings, Report report) {
        report.section("New images and reconstructions");
        for (TrainedVariant variant : findings.variants()) {
            RandomSource random =
                    findings.random("measures", variant.network().spec().codeSize());
            report.text("With %s:".formatted(variant.words()));
            report.pictures(
                    samples(variant, findings.images(), random.derive("samples")),
                    reconstructions(variant, findings.images()));
        }
    }

    private static ImageGridPicture samples(TrainedVariant variant, Images images, RandomSource random) {
        float[][] codes =
                Prior.Normal.codes(SIDE * SIDE, variant.network().spec().codeSize(), random);
        return grid(
                "New images: codes sampled from N(0, I)",
                SIDE,
                images,
                variant.cells().decode(codes));
    }

    private static ImageGridPicture reconstructions(TrainedVariant variant, Images images) {
        float[][] originals = images.test().first(RECONSTRUCTED).pixels();
        float[][] again = variant.cells().reconstruct(originals);
        List<float[]> rows = new ArrayList<>();
        int each = Math.min(SIDE, originals.length);
        for (int from = 0; from + each <= originals.length; from += each) {
            rows.addAll(Arrays.asList(originals).subList(from, from + each));
            rows.addAll(Arrays.asList(again).subList(from, from + each));
        }
        return grid("Test images, below each its reconstruction", each, images, rows.toArray(float[][]::new));
    }

    private static ImageGridPicture grid(String title, int columns, Images images, float[][] pixels) {
        return new ImageGridPicture(title, columns, images.test().columns(), Arrays.asList(pixels));
    }
}
