package diabolo.picture;

import diabolo.note.Meter;

/**
 * The measures of a piano roll: how many rows the time is cut into, and how large a beat and a lane are. A window of a few
 * bars fills one row, a long piece up to eight, and a very long one is drawn smaller, so that no picture grows without
 * bound. Immutable.
 *
 * @param beatsPerRow quarter notes that a row shows
 * @param lanes how many lanes a row has
 * @param left where the lanes begin, right of their names
 * @param top where the first row begins
 */
record RollLayout(
        int rows, double beatsPerRow, double pixelsPerBeat, int lanes, double pixelsPerLane, double left, double top) {

    private static final double LEFT = 44;
    private static final double LEFT_OF_DRUMS = 96;
    static final double RIGHT = 16;
    private static final double TOP = 58;
    static final double ROW_GAP = 30;
    static final double BOTTOM = 14;

    private static final double WIDEST = 1200;
    private static final double NARROWEST = 640;
    private static final double USUAL_BEAT = 48;
    private static final double SMALL_BEAT = 26;
    private static final int MOST_ROWS = 8;

    static RollLayout of(double beats, Meter meter, RollLanes lanes) {
        double barLength = meter.barLength().toDouble();
        double bars = Math.max(1, Math.ceil(beats / barLength - 1e-9));
        int rows = (int) Math.clamp(Math.ceil(bars * barLength * SMALL_BEAT / WIDEST), 1, MOST_ROWS);
        double barsPerRow = Math.ceil(bars / rows);
        int usedRows = (int) Math.clamp(Math.ceil(bars / barsPerRow), 1, MOST_ROWS);
        double beatsPerRow = barsPerRow * barLength;
        double width = Math.clamp(beatsPerRow * USUAL_BEAT, NARROWEST, WIDEST);
        int count = lanes.count();
        double pixelsPerLane = usedRows == 1
                ? Math.clamp(360.0 / count, 4, 12)
                : Math.clamp(240.0 / count, 3, lanes.pitches() == 0 ? 11 : 8);
        return new RollLayout(
                usedRows,
                beatsPerRow,
                width / beatsPerRow,
                count,
                Math.floor(2 * pixelsPerLane) / 2,
                lanes.drums().isEmpty() ? LEFT : LEFT_OF_DRUMS,
                TOP);
    }

    RollLayout withMoreRoomAbove(double extra) {
        return new RollLayout(rows, beatsPerRow, pixelsPerBeat, lanes, pixelsPerLane, left, top + extra);
    }

    int width() {
        return (int) Math.ceil(left + rowWidth() + RIGHT);
    }

    int height() {
        return (int) Math.ceil(top + rows * rowHeight() + (rows - 1) * ROW_GAP + BOTTOM);
    }

    double rowWidth() {
        return beatsPerRow * pixelsPerBeat;
    }

    double rowHeight() {
        return lanes * pixelsPerLane;
    }

    double rowTop(int row) {
        return top + row * (rowHeight() + ROW_GAP);
    }

    /** Where a position lies in a row; outside the row's edges if it is not in it. */
    double x(double beat, int row) {
        return left + (beat - row * beatsPerRow) * pixelsPerBeat;
    }

    /** The upper edge of a lane. */
    double y(int lane, int row) {
        return rowTop(row) + (lanes - 1 - lane) * pixelsPerLane;
    }
}
