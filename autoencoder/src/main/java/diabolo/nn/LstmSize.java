package diabolo.nn;

import static diabolo.note.Checks.requireBetween;

/**
 * The size of a stack of LSTM layers, all alike.
 *
 * @param units of every layer, 1 to 4,096
 * @param layers 1 to 8
 */
public record LstmSize(int units, int layers) {

    public LstmSize {
        requireBetween("units", units, 1, 4096);
        requireBetween("layers", layers, 1, 8);
    }

    /** What {@link Lstm#shapes} calls numbers of all gates of a layer. */
    long gates() {
        return 4L * units;
    }
}
