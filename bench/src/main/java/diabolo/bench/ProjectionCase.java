package diabolo.bench;

import diabolo.image.GreyImages;
import diabolo.image.IdxReader;
import diabolo.projection.Isomap;
import diabolo.projection.Projection;
import diabolo.projection.TSne;
import diabolo.projection.Trustworthiness;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Lays handwritten digits out in the plane and says how long that takes, each method once: 2,000 by Isomap, 5,000 by Barnes-Hut t-SNE. The
 * check is the trustworthiness of the plane, which is not timed.
 *
 * <p>Arguments: {@code prepare FOLDER IMAGES} writes the pixels for all sides; {@code run FOLDER} prints a line of JSON for each method.
 */
public final class ProjectionCase {

    private static final int MOST = 5_000;
    private static final int PIXELS = 28 * 28;
    private static final int TRUSTED_NEIGHBOURS = 10;

    private ProjectionCase() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "prepare" -> prepare(folder, Path.of(arguments[2]));
            case "run" -> {
                float[] pixels = Floats.read(folder.resolve("pixels.f32"));
                System.out.println(measured(new Isomap(10), rows(pixels, 2_000)).line());
                System.out.println(
                        measured(TSne.barnesHut(30), rows(pixels, MOST)).line());
            }
            default -> throw new IllegalArgumentException("prepare or run, was " + arguments[0]);
        }
    }

    private static void prepare(Path folder, Path images) throws IOException {
        GreyImages digits = IdxReader.read(images);
        float[] pixels = new float[MOST * PIXELS];
        for (int image = 0; image < MOST; image++) {
            System.arraycopy(digits.pixels()[image], 0, pixels, image * PIXELS, PIXELS);
        }
        Floats.write(folder.resolve("pixels.f32"), pixels);
    }

    private static float[][] rows(float[] pixels, int count) {
        float[][] rows = new float[count][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(pixels, row * PIXELS, (row + 1) * PIXELS));
        return rows;
    }

    private static Measurement measured(Projection projection, float[][] points) {
        Measurement.Instant begun = Measurement.Instant.now();
        float[][] plane = projection.of(points, RandomSource.of(1), _ -> {});
        Measurement timed = begun.until(points.length, 1, List.of());
        double trust = Trustworthiness.of(points, plane, TRUSTED_NEIGHBOURS, _ -> {});
        return new Measurement(timed.size(), timed.millis(), timed.processorMillis(), List.of(trust));
    }
}
