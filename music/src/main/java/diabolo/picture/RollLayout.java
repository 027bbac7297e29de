package diabolo.picture;

import diabolo.note.Meter;

/**
 * The measures of a piano roll: how many rows the time is cut into, and how large a beat and a pitch are. A window of a few
 * bars fills one row, a long piece up to eight, and a very long one is drawn smaller, so that no picture grows without
 * bound. Immutable.
 *
 * @param beatsPerRow quarter notes that a row shows
 * @param lowestPitch the pitch at the bottom
 * @param pitches how many pitches a row shows
 * @param top where the first row begins
 */
record RollLayout(
        int rows,
        double beatsPerRow,
        double pixelsPerBeat,
        int lowestPitch,
        int pitches,
        double pixelsPerPitch,
        double top) {

    static final double LEFT = 44;
    static final double RIGHT = 16;
    private static final double TOP = 58;
    static final double ROW_GAP = 30;
    static final double BOTTOM = 14;

    private static final double WIDEST = 1200;
    private static final double NARROWEST = 640;
    private static final double USUAL_BEAT = 48;
    private static final double SMALL_BEAT = 26;
    private static final int MOST_ROWS = 8;
    private static final int MARGIN_PITCHES = 2;
    private static final int FEWEST_PITCHES = 12;

    static RollLayout of(double beats, Meter meter, int lowest, int highest) {
        double barLength = meter.barLength().toDouble();
        double bars = Math.max(1, Math.ceil(beats / barLength - 1e-9));
        int rows = (int) Math.clamp(Math.ceil(bars * barLength * SMALL_BEAT / WIDEST), 1, MOST_ROWS);
        double barsPerRow = Math.ceil(bars / rows);
        int usedRows = (int) Math.clamp(Math.ceil(bars / barsPerRow), 1, MOST_ROWS);
        double beatsPerRow = barsPerRow * barLength;
        double width = Math.clamp(beatsPerRow * USUAL_BEAT, NARROWEST, WIDEST);
        int from = Math.max(0, lowest - MARGIN_PITCHES);
        int to = Math.min(127, Math.max(highest + MARGIN_PITCHES, from + FEWEST_PITCHES - 1));
        from = Math.min(from, to - FEWEST_PITCHES + 1);
        int pitches = to - from + 1;
        double pixelsPerPitch = usedRows == 1 ? Math.clamp(360.0 / pitches, 4, 12) : Math.clamp(240.0 / pitches, 3, 8);
        return new RollLayout(
                usedRows, beatsPerRow, width / beatsPerRow, from, pitches, Math.floor(2 * pixelsPerPitch) / 2, TOP);
    }

    RollLayout withMoreRoomAbove(double extra) {
        return new RollLayout(rows, beatsPerRow, pixelsPerBeat, lowestPitch, pitches, pixelsPerPitch, top + extra);
    }

    int width() {
        return (int) Math.ceil(LEFT + rowWidth() + RIGHT);
    }

    int height() {
        return (int) Math.ceil(top + rows * rowHeight() + (rows - 1) * ROW_GAP + BOTTOM);
    }

    double rowWidth() {
        return beatsPerRow * pixelsPerBeat;
    }

    double rowHeight() {
        return pitches * pixelsPerPitch;
    }

    double rowTop(int row) {
        return top + row * (rowHeight() + ROW_GAP);
    }

    /** Where a position lies in a row; outside the row's edges if it is not in it. */
    double x(double beat, int row) {
        return LEFT + (beat - row * beatsPerRow) * pixelsPerBeat;
    }

    /** The upper edge of a pitch. */
    double y(int pitch, int row) {
        return rowTop(row) + (lowestPitch + pitches - 1 - pitch) * pixelsPerPitch;
    }
}
