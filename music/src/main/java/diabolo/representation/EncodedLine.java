package diabolo.representation;

/**
 * One line of a window and what it could not hold.
 *
 * @param tokens [steps]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EncodedLine(int[] tokens, Encoded.Loss loss) {}
