package diabolo.picture;

/**
 * A stroke of a piano roll: a note, or a cell.
 *
 * @param start in quarter notes
 * @param end in quarter notes
 */
record RollMark(double start, double end, int pitch, Colour colour) {}
