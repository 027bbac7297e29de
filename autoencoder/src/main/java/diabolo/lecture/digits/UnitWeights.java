package diabolo.lecture.digits;

import diabolo.model.DenseAutoencoder;
import diabolo.tensor.NamedArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The inputs that the first layer's units respond to most, among those of length 1: x = w / ‖w‖ (Ng 2011, section 4), and how they are
 * shown.
 */
final class UnitWeights {

    private static final String FIRST = "encoder.0.weight";

    private UnitWeights() {}

    /** One for each unit: [frameSize]. */
    static List<float[]> of(DenseAutoencoder network) {
        NamedArray weights = network.parameters().toArrays().stream()
                .filter(array -> array.name().equals(FIRST))
                .findFirst()
                .orElseThrow();
        int size = network.spec().frameSize();
        List<float[]> units = new ArrayList<>();
        for (int from = 0; from < weights.values().length; from += size) {
            units.add(normalized(Arrays.copyOfRange(weights.values(), from, from + size)));
        }
        return units;
    }

    private static float[] normalized(float[] weights) {
        double squares = 0;
        for (float weight : weights) {
            squares += (double) weight * weight;
        }
        float[] input = weights.clone();
        for (int i = 0; i < input.length; i++) {
            input[i] /= (float) Math.max(Math.sqrt(squares), 1e-12);
        }
        return input;
    }

    /** How many cells weights cover, (Σ w²)² / Σ w⁴: 1 for a single cell, all if they are equally large. */
    static double area(float[] weights) {
        double squares = 0;
        double fourth = 0;
        for (float weight : weights) {
            squares += Math.pow(weight, 2);
            fourth += Math.pow(weight, 4);
        }
        return fourth == 0 ? 0 : squares * squares / fourth;
    }

    /** Middle grey for 0, black for the largest, by magnitude: [cells]. */
    static float[] grey(float[] weights) {
        float largest = 1e-12f;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        float[] grey = new float[weights.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0.5f + weights[i] / largest / 2;
        }
        return grey;
    }

    /** An image with a white line to the right and below, which separates it from others. */
    static float[] framed(float[] image, int width) {
        int height = image.length / width;
        float[] framed = new float[(width + 1) * (height + 1)];
        for (int row = 0; row < height; row++) {
            System.arraycopy(image, row * width, framed, row * (width + 1), width);
        }
        return framed;
    }
}
