package diabolo.evaluation;

import static diabolo.note.Checks.require;

/**
 * How much images look like things that a classifier knows, and like how many of them: exp of the mean divergence of an image's classes
 * from those of all images, the inception score (Salimans et al. 2016) with a classifier of one's own (Kazakçı, Cherti and Kégl 2017).
 *
 * <pre>{@code
 * double objectness = Objectness.of(classifier.probabilities(symbols)); // 1 to the number of classes
 * }</pre>
 */
public final class Objectness {

    private Objectness() {}

    /**
     * The objectness of images: 1 where all are classified alike or none clearly, the number of classes where each is clear and all
     * classes are equally frequent.
     *
     * @param probabilities of the classes, of one image or more: [images][classes], each row adds to 1
     */
    public static double of(float[][] probabilities) {
        require(probabilities.length > 0, "objectness is of one image or more, there was none");
        double[] mean = new double[probabilities[0].length];
        for (float[] image : probabilities) {
            for (int label = 0; label < mean.length; label++) {
                mean[label] += (double) image[label] / probabilities.length;
            }
        }
        double divergence = 0;
        for (float[] image : probabilities) {
            for (int label = 0; label < mean.length; label++) {
                if (image[label] > 0) {
                    divergence += image[label] * Math.log(image[label] / mean[label]) / probabilities.length;
                }
            }
        }
        return Math.exp(divergence);
    }

    /** How sure a classifier is, on average: the mean of each image's greatest probability. */
    public static double confidence(float[][] probabilities) {
        double sum = 0;
        for (float[] image : probabilities) {
            float greatest = 0;
            for (float probability : image) {
                greatest = Math.max(greatest, probability);
            }
            sum += greatest;
        }
        return sum / Math.max(1, probabilities.length);
    }
}
