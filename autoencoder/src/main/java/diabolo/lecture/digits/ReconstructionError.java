package diabolo.lecture.digits;

/** How far reconstructions are from images, means over images and pixels. */
final class ReconstructionError {

    private static final double ALMOST = 1e-7; // keeps the cost of wrong certainties finite

    private ReconstructionError() {}

    /** Both [images][pixels]. */
    static double meanSquared(float[][] images, float[][] reconstructions) {
        double squares = 0;
        for (int image = 0; image < images.length; image++) {
            for (int pixel = 0; pixel < images[image].length; pixel++) {
                squares += Math.pow(images[image][pixel] - reconstructions[image][pixel], 2);
            }
        }
        return squares / images.length / images[0].length;
    }

    /** The binary cross-entropy in nats; with the images for their own reconstructions the floor, the entropy of grey pixels. */
    static double crossEntropy(float[][] images, float[][] probabilities) {
        double nats = 0;
        for (int image = 0; image < images.length; image++) {
            for (int pixel = 0; pixel < images[image].length; pixel++) {
                double target = images[image][pixel];
                double probability = Math.clamp(probabilities[image][pixel], ALMOST, 1 - ALMOST);
                nats -= target * Math.log(probability) + (1 - target) * Math.log1p(-probability);
            }
        }
        return nats / images.length / images[0].length;
    }

    /** Numbers below 0 or above 1 are no grey values: [images][pixels]. */
    static float[][] clipped(float[][] images) {
        float[][] clipped = new float[images.length][];
        for (int image = 0; image < images.length; image++) {
            clipped[image] = images[image].clone();
            for (int pixel = 0; pixel < clipped[image].length; pixel++) {
                clipped[image][pixel] = Math.clamp(clipped[image][pixel], 0f, 1f);
            }
        }
        return clipped;
    }

    /** The mean image, for each of so many. */
    static float[][] meanImage(float[][] images, int count) {
        double[] sums = new double[images[0].length];
        for (float[] image : images) {
            for (int pixel = 0; pixel < sums.length; pixel++) {
                sums[pixel] += image[pixel];
            }
        }
        float[] mean = new float[sums.length];
        for (int pixel = 0; pixel < mean.length; pixel++) {
            mean[pixel] = (float) (sums[pixel] / images.length);
        }
        float[][] copies = new float[count][];
        java.util.Arrays.fill(copies, mean);
        return copies;
    }
}
