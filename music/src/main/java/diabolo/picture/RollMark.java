package diabolo.picture;

/**
 * A stroke of a piano roll: a note, or a cell.
 *
 * @param start in quarter notes
 * @param end in quarter notes
 * @param lane see {@link RollLanes}
 */
record RollMark(double start, double end, int lane, Colour colour) {}
