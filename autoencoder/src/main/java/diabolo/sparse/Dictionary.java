package diabolo.sparse;

import static diabolo.note.Checks.require;

/**
 * Elements that examples are sums of: x ≈ Σ aᵢ φᵢ (Olshausen and Field 1996, "Emergence of simple-cell receptive field properties by
 * learning a sparse code for natural images", equation 1).
 *
 * <pre>{@code
 * float[][] codes = new SparseCoding(0.3, 200).encode(dictionary, whitened); // [examples][elements]
 * float[][] again = dictionary.decode(codes);
 * }</pre>
 *
 * <p>The array is not copied and must not be changed.
 *
 * @param elements of length 1, in any direction: [elements][dimensions]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Dictionary(float[][] elements) {

    private static final double ALMOST = 1e-3;

    public Dictionary {
        require(elements.length > 0, "a dictionary needs at least one element, there was none");
        for (float[] element : elements) {
            require(
                    element.length == elements[0].length,
                    "elements have one length, these had %d and %d numbers"
                            .formatted(elements[0].length, element.length));
            double length = Math.sqrt(squares(element));
            require(
                    Math.abs(length - 1) < ALMOST,
                    "elements have length 1, one had %s; divide it by that".formatted(length));
        }
    }

    /** The number of elements. */
    public int size() {
        return elements.length;
    }

    /** Numbers of an element. */
    public int dimensions() {
        return elements[0].length;
    }

    /**
     * The sums of elements.
     *
     * @param codes [examples][elements]
     * @return [examples][dimensions]
     */
    public float[][] decode(float[][] codes) {
        float[][] sums = new float[codes.length][dimensions()];
        for (int example = 0; example < codes.length; example++) {
            require(
                    codes[example].length == size(),
                    "a code has a number for each of %d elements, was given %d"
                            .formatted(size(), codes[example].length));
            for (int element = 0; element < size(); element++) {
                float coefficient = codes[example][element];
                for (int i = 0; coefficient != 0 && i < dimensions(); i++) {
                    sums[example][i] += coefficient * elements[element][i];
                }
            }
        }
        return sums;
    }

    static double squares(float[] numbers) {
        double squares = 0;
        for (float number : numbers) {
            squares += (double) number * number;
        }
        return squares;
    }
}
