package diabolo.projection;

import diabolo.tensor.RandomSource;
import java.util.random.RandomGenerator;

/** Where an iteration starts in the plane, which it keeps as one array: [x of point 0, y of point 0, x of point 1, ...]. */
final class FirstPlane {

    private FirstPlane() {}

    /**
     * The PCA of the points, made so small that the first coordinate has a standard deviation, with noise: points on a line or in one
     * place would never leave it.
     *
     * @param noise the standard deviation of the noise
     */
    static double[] of(float[][] points, double deviation, double noise, RandomSource random) {
        double[] plane = flat(new Pca().of(points, random, _ -> {}));
        double sum = 0;
        for (int i = 0; i < plane.length; i += 2) {
            sum += plane[i] * plane[i]; // its mean is 0
        }
        double factor = sum == 0 ? 0 : deviation / Math.sqrt(sum / points.length);
        RandomGenerator generator = random.derive("first plane").generator();
        for (int i = 0; i < plane.length; i++) {
            plane[i] = factor * plane[i] + noise * generator.nextGaussian();
        }
        return plane;
    }

    static double[] flat(float[][] plane) {
        double[] flat = new double[2 * plane.length];
        for (int point = 0; point < plane.length; point++) {
            flat[2 * point] = plane[point][0];
            flat[2 * point + 1] = plane[point][1];
        }
        return flat;
    }

    static float[][] rows(double[] flat) {
        float[][] plane = new float[flat.length / 2][];
        for (int point = 0; point < plane.length; point++) {
            plane[point] = new float[] {(float) flat[2 * point], (float) flat[2 * point + 1]};
        }
        return plane;
    }

    /** Moves the mean of the points to 0. */
    static void centre(double[] plane) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < plane.length; i += 2) {
            x += plane[i];
            y += plane[i + 1];
        }
        for (int i = 0; i < plane.length; i += 2) {
            plane[i] -= 2 * x / plane.length;
            plane[i + 1] -= 2 * y / plane.length;
        }
    }
}
