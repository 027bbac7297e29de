package diabolo.lecture.pretraining;

import diabolo.model.Classifier;
import diabolo.tensor.NamedArray;
import java.util.List;

/**
 * Hidden units as images: the input of length 1 that makes each most active, of the first layer exactly (Ng 2011, "Visualizing a
 * trained autoencoder"), of higher ones as if the layers below were linear (Lee, Ekanadham and Ng 2008).
 */
final class Features {

    private Features() {}

    /**
     * The images, scaled to lie between 0 and 1 each, 0.5 for no weight.
     *
     * @param layer 1 for the lowest
     * @return [units][pixels]
     */
    static float[][] of(Classifier classifier, int layer) {
        List<NamedArray> weights = classifier.parameters().toArrays();
        float[][] images = rows(weights, 0);
        for (int above = 1; above < layer; above++) {
            images = product(rows(weights, above), images);
        }
        for (float[] image : images) {
            scale(image);
        }
        return images;
    }

    private static float[][] rows(List<NamedArray> weights, int layer) {
        NamedArray matrix = weights.stream()
                .filter(array -> array.name().equals("hidden.%d.weight".formatted(layer)))
                .findFirst()
                .orElseThrow();
        int columns = Math.toIntExact(matrix.shape()[1]);
        float[][] rows = new float[Math.toIntExact(matrix.shape()[0])][columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(matrix.values(), row * columns, rows[row], 0, columns);
        }
        return rows;
    }

    private static float[][] product(float[][] left, float[][] right) {
        float[][] product = new float[left.length][right[0].length];
        for (int row = 0; row < left.length; row++) {
            for (int k = 0; k < right.length; k++) {
                for (int column = 0; column < right[0].length; column++) {
                    product[row][column] += left[row][k] * right[k][column];
                }
            }
        }
        return product;
    }

    /** To between 0 and 1, 0.5 for nothing. */
    static void scale(float[] image) {
        float most = 1e-12f;
        for (float value : image) {
            most = Math.max(most, Math.abs(value));
        }
        for (int i = 0; i < image.length; i++) {
            image[i] = 0.5f + 0.5f * image[i] / most;
        }
    }
}
