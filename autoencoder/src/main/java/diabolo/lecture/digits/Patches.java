package diabolo.lecture.digits;

import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Parts of images at random places, those that are nearly empty left out.
 *
 * <pre>{@code
 * float[][] patches = new Patches(28, 12, 12, 0.02).cut(digits, 40_000, RandomSource.of(1)); // [40000][144]
 * }</pre>
 *
 * @param imageWidth of whole images
 * @param rows of a patch
 * @param columns of a patch
 * @param leastVariance of its pixels
 */
record Patches(int imageWidth, int rows, int columns, double leastVariance) {

    private static final int MOST_TRIALS = 50; // for each patch, until there are enough

    /**
     * Cuts patches.
     *
     * @param images [images][pixels]
     * @return [patches][rows * columns], so many unless too many places are empty
     */
    float[][] cut(float[][] images, int count, RandomSource random) {
        RandomGenerator places = random.generator();
        int imageRows = images[0].length / imageWidth;
        List<float[]> patches = new ArrayList<>();
        for (long trial = 0; patches.size() < count && trial < (long) MOST_TRIALS * count; trial++) {
            float[] image = images[places.nextInt(images.length)];
            float[] patch = part(image, places.nextInt(imageRows - rows + 1), places.nextInt(imageWidth - columns + 1));
            if (variance(patch) >= leastVariance) {
                patches.add(patch);
            }
        }
        return patches.toArray(float[][]::new);
    }

    private float[] part(float[] image, int top, int left) {
        float[] patch = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(image, (top + row) * imageWidth + left, patch, row * columns, columns);
        }
        return patch;
    }

    private static double variance(float[] numbers) {
        double sum = 0;
        double squares = 0;
        for (float number : numbers) {
            sum += number;
            squares += (double) number * number;
        }
        return squares / numbers.length - Math.pow(sum / numbers.length, 2);
    }
}
