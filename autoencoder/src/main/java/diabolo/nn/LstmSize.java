package diabolo.nn;

import static diabolo.note.Checks.requireBetween;

/**
 * The size of a stack of equal LSTM layers.
 *
 * @param units of every layer, 1 to 4,096
 * @param layers 1 to 8
 */
public record LstmSize(int units, int layers) {

    public LstmSize {
        requireBetween("units", units, 1, 4096);
        requireBetween("layers", layers, 1, 8);
    }

    /** The rows of a layer's weights: units of four gates. */
    long gates() {
        return 4L * units;
    }
}
