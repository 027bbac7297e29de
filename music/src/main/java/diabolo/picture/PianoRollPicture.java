package diabolo.picture;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.representation.Cells;
import diabolo.representation.PianoRoll;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Music as a piano roll: time runs to the right with its bars and beats, pitch upward with the black keys shaded, and
 * drums have lanes of their own below. A part has its colour, a soft note a lighter shade of it.
 *
 * <pre>{@code
 * PianoRollPicture.of(piece).writePng(Path.of("piece.png"));
 * PianoRollPicture.ofCells("what the decoder thinks", PianoRoll.DEEPHEAR, probabilities, Meter.FOUR_FOUR).toSvg();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class PianoRollPicture implements Picture {

    /** Fainter cells are left to the paper. */
    private static final double FAINTEST_CELL = 0.03;

    /** Lines closer than so many pixels are left out. */
    private static final double CLOSEST_LINES = 6;

    private static final double CLOSEST_BAR_NUMBERS = 36;
    private static final double CLOSEST_LABELS = 10;

    private final Legend legend;
    private final List<RollMark> marks;
    private final RollLanes lanes;
    private final RollLayout layout;
    private final BarLines lines;

    private PianoRollPicture(
            Legend legend, RollLanes lanes, List<RollMark> marks, double beats, List<At<Meter>> meters) {
        this.legend = legend;
        this.lanes = lanes;
        this.marks = marks;
        Meter first = meters.isEmpty() || meters.getFirst().start().isPositive()
                ? Meter.FOUR_FOUR
                : meters.getFirst().value();
        RollLayout plain = RollLayout.of(beats, first, lanes);
        this.layout = plain.withMoreRoomAbove(legend.extraHeight(plain.left(), plain.width() - RollLayout.RIGHT));
        this.lines =
                BarLines.until(layout.rows() * layout.beatsPerRow(), meters, CLOSEST_LINES / layout.pixelsPerBeat());
    }

    /** The notes of a piece. */
    public static PianoRollPicture of(NoteSequence sequence) {
        RollLanes lanes = RollLanes.of(sequence);
        List<RollMark> marks = new ArrayList<>();
        List<Part> parts = sequence.parts();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            for (Note note : part.notes()) {
                double lightness = 0.6 * (1 - note.velocity().midi() / 127.0);
                Colour colour = Colour.ofPart(i).mixedWith(Colour.PAPER, lightness);
                marks.add(new RollMark(
                        note.start().toDouble(), note.end().toDouble(), lanes.of(part, note.pitch()), colour));
            }
        }
        Legend legend =
                new Legend(sequence.title(), parts.stream().map(Part::name).toList());
        return new PianoRollPicture(legend, lanes, marks, sequence.length().toDouble(), sequence.meters());
    }

    /**
     * The cells of a piano roll, as a network gives them: the more probable, the darker.
     *
     * @param cells as {@link PianoRoll} orders them; values are held between 0 and 1, and what is no number counts as 0
     * @throws IllegalArgumentException if there are not as many cells as the roll has
     */
    public static PianoRollPicture ofCells(String title, PianoRoll roll, Cells cells, Meter meter) {
        float[] values = roll.require(cells).values();
        record Cell(int step, Pitch pitch, double strength) {}
        List<Cell> strong = IntStream.range(0, roll.steps())
                .boxed()
                .flatMap(step -> IntStream.range(roll.lowestPitch(), roll.lowestPitch() + roll.pitches())
                        .mapToObj(Pitch::of)
                        .map(pitch -> new Cell(step, pitch, Math.min(1, values[roll.index(step, pitch)]))))
                .filter(cell -> cell.strength() >= FAINTEST_CELL)
                .toList();
        IntSummaryStatistics used =
                strong.stream().mapToInt(cell -> cell.pitch().midi()).summaryStatistics();
        RollLanes lanes = strong.isEmpty() ? RollLanes.keys(60, 71) : RollLanes.keys(used.getMin(), used.getMax());
        double stepsPerBeat = roll.grid().stepsPerBeat();
        List<RollMark> marks = strong.stream()
                .map(cell -> new RollMark(
                        cell.step() / stepsPerBeat,
                        (cell.step() + 1) / stepsPerBeat,
                        lanes.of(cell.pitch()),
                        Colour.PAPER.mixedWith(Colour.ofPart(0), cell.strength())))
                .toList();
        return new PianoRollPicture(
                new Legend(title, List.of()),
                lanes,
                marks,
                roll.steps() / stepsPerBeat,
                List.of(new At<>(Beat.ZERO, meter)));
    }

    @Override
    public String title() {
        return legend.title();
    }

    @Override
    public int width() {
        return layout.width();
    }

    @Override
    public int height() {
        return layout.height();
    }

    @Override
    public void paint(Canvas canvas) {
        legend.paint(canvas, layout.left(), layout.width() - RollLayout.RIGHT);
        for (int row = 0; row < layout.rows(); row++) {
            paintRow(canvas, row);
        }
    }

    private void paintRow(Canvas canvas, int row) {
        canvas.group("keys", () -> paintKeys(canvas, row));
        canvas.group("time", () -> paintTime(canvas, row));
        canvas.group("notes", () -> marks.forEach(mark -> paintMark(canvas, mark, row)));
        double top = layout.rowTop(row);
        double right = layout.left() + layout.rowWidth();
        canvas.horizontalLine(layout.left(), right, top, Colour.STRONG_LINE);
        canvas.horizontalLine(layout.left(), right, top + layout.rowHeight(), Colour.STRONG_LINE);
        canvas.verticalLine(right, top, top + layout.rowHeight(), Colour.STRONG_LINE);
    }

    private void paintKeys(Canvas canvas, int row) {
        double left = layout.left();
        boolean roomForEach = layout.pixelsPerLane() >= CLOSEST_LABELS;
        for (int lane = 0; lane < lanes.count(); lane++) {
            double y = layout.y(lane, row);
            if (lanes.isShaded(lane)) {
                canvas.rectangle(left, y, layout.rowWidth(), layout.pixelsPerLane(), Colour.BLACK_KEY_LANE);
            }
            if (lanes.beginsOctave(lane)) {
                double bottom = y + layout.pixelsPerLane();
                canvas.horizontalLine(left, left + layout.rowWidth(), bottom, Colour.LIGHT_LINE);
            }
            boolean drum = lane < lanes.drums().size();
            if (!drum || roomForEach) {
                lanes.label(lane).ifPresent(label -> paintLabel(canvas, label, y));
            }
        }
        if (!lanes.drums().isEmpty() && !roomForEach) {
            paintLabel(canvas, "drums", layout.y(lanes.drums().size() / 2, row));
        }
    }

    private void paintLabel(Canvas canvas, String label, double laneTop) {
        TextStyle style = TextStyle.LABEL.anchored(TextStyle.Anchor.END);
        canvas.text(label, layout.left() - 7, laneTop + layout.pixelsPerLane() / 2 + 4, style);
    }

    private void paintTime(Canvas canvas, int row) {
        double top = layout.rowTop(row);
        double bottom = top + layout.rowHeight();
        for (double beat : lines.beats()) {
            if (isIn(beat, row)) {
                canvas.verticalLine(layout.x(beat, row), top, bottom, Colour.LIGHT_LINE);
            }
        }
        double nextNumber = 0;
        for (BarLines.BarLine bar : lines.bars()) {
            double x = layout.x(bar.position(), row);
            if (isIn(bar.position(), row)) {
                canvas.verticalLine(x, top, bottom, Colour.STRONG_LINE);
                if (x >= nextNumber) {
                    String number = Long.toString(bar.number());
                    canvas.text(number, x, top - 6, TextStyle.LABEL);
                    nextNumber = x + Math.max(CLOSEST_BAR_NUMBERS, TextStyle.LABEL.widthOf(number) + 12);
                }
            }
        }
    }

    private boolean isIn(double beat, int row) {
        return beat >= row * layout.beatsPerRow() && beat < (row + 1) * layout.beatsPerRow();
    }

    /** A note that goes on in the next row is drawn in both. */
    private void paintMark(Canvas canvas, RollMark mark, int row) {
        double from = Math.max(layout.x(mark.start(), row), layout.left());
        double to = Math.min(layout.x(mark.end(), row), layout.left() + layout.rowWidth());
        if (from < to) {
            double gap = Math.min(1, (to - from) / 4); // so that a repeated note does not look like a long one
            double y = layout.y(mark.lane(), row);
            canvas.rectangle(
                    from + 0.5, y + 0.5, Math.max(0.5, to - from - gap), layout.pixelsPerLane() - 1, mark.colour());
        }
    }
}
