package diabolo.operation;

import diabolo.grid.Passage;
import diabolo.grid.RhythmGrid;
import diabolo.latent.LatentSpace;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Plural;
import diabolo.representation.Encoded;
import diabolo.representation.TokenRepresentation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Music prepared for a model, and remarks on it.
 *
 * @param name for messages: that of its source, with the bars if some are taken
 * @param music as given; if some bars are taken, these on the model's grid
 * @param passage that is encoded
 * @param pickupSteps the length of the whole piece's pickup; 0 if it has none
 * @param pickupMoved whether the pickup was moved to the end of a full bar
 * @param notesOffGrid how many of its notes begin between the steps of the model's grid, as triplets do
 */
record GivenMusic(
        String name, NoteSequence music, Passage passage, int pickupSteps, boolean pickupMoved, int notesOffGrid) {

    /** In steps: farther from its step a note is off the grid. Played music deviates by less, triplets by a third. */
    private static final double OFF_GRID = 0.3;

    /** The music of a source, or some bars of it. */
    static GivenMusic of(LatentSpace space, Source.Music source) {
        RhythmGrid grid = space.representation().grid();
        NoteSequence piece = source.barred();
        Passage whole = Passage.of(grid.quantize(piece));
        Optional<Bars> bars = source.bars();
        Passage written =
                bars.map(some -> whole.between(some.from(), some.to())).orElse(whole);
        Passage passage = space.passage(written);
        int from = bars.map(some -> whole.step(some.from())).orElse(0);
        int to = bars.map(some -> whole.step(some.to() + 1)).orElse(whole.endStep());
        return new GivenMusic(
                bars.map(some -> "%s, %s %s,".formatted(source.name(), some.from() == some.to() ? "bar" : "bars", some))
                        .orElse(source.name()),
                bars.isPresent() ? passage.music().toNoteSequence() : piece,
                passage,
                whole.pickupSteps(),
                !passage.equals(written),
                notesOffGrid(piece, grid, from, to));
    }

    private static int notesOffGrid(NoteSequence piece, RhythmGrid grid, int from, int to) {
        return (int) piece.allNotes()
                .mapToDouble(note -> note.start().toDouble() * grid.stepsPerBeat())
                .filter(step -> from <= Math.round(step) && Math.round(step) < to)
                .filter(step -> Math.abs(step - Math.round(step)) > OFF_GRID)
                .count();
    }

    int windows(LatentSpace space) {
        return Math.ceilDiv(
                passage.music().lengthInSteps(), space.representation().steps());
    }

    /** The bar in which a window begins. */
    int firstBar(LatentSpace space, int window) {
        return passage.barAt(window * space.representation().steps());
    }

    /** The same, padded with silence up to a step. */
    GivenMusic lasting(int steps) {
        return new GivenMusic(name, music, passage.lasting(steps), pickupSteps, pickupMoved, notesOffGrid);
    }

    Optional<Remark> pickup() {
        Beat length = passage.music().grid().beatOf(pickupSteps);
        return pickupMoved ? Optional.of(new Remark.PickupMoved(name, length)) : Optional.empty();
    }

    /** Where it is cut into several windows, if it is. */
    Optional<Remark> seams(LatentSpace space, int windows) {
        if (windows < 2) {
            return Optional.empty();
        }
        List<Remark.Cut.Seam> seams = IntStream.range(1, windows)
                .map(window -> window * space.representation().steps())
                .mapToObj(
                        step -> new Remark.Cut.Seam(passage.barAt(step), passage.barAt(step - 1) < passage.barAt(step)))
                .toList();
        return Optional.of(new Remark.Cut(name, seams));
    }

    /** Whether it ends before its last window. */
    Optional<Remark> unfilled(LatentSpace space) {
        int window = space.representation().steps();
        int windows = windows(space);
        if (passage.endStep() >= windows * window) {
            return Optional.empty();
        }
        double bars = window / stepsPerBar(meter().orElse(Meter.FOUR_FOUR));
        boolean inBars = meter().isPresent() && bars == Math.rint(bars);
        return Optional.of(new Remark.FilledWithRests(
                name,
                inBars ? inBars() : inBeats(passage.endStep()),
                space.description().name(),
                inBars ? new Remark.FilledWithRests.InBars((int) bars, false) : inBeats(window),
                windows));
    }

    private Remark.FilledWithRests.Length inBars() {
        return new Remark.FilledWithRests.InBars(barsWithoutPickup(), hasPickup());
    }

    private Remark.FilledWithRests.Length inBeats(int steps) {
        return new Remark.FilledWithRests.InBeats(passage.music().grid().beatOf(steps));
    }

    /** Whether its bars do not fill the windows of a model without bars. */
    Optional<Remark> askew(LatentSpace space) {
        int window = space.representation().steps();
        return meter().filter(meter -> window % stepsPerBar(meter) != 0)
                .map(meter -> new Remark.BarsAskew(
                        name,
                        meter,
                        passage.music().grid().beatOf(window),
                        space.description().name()));
    }

    /** Whether several of its bars are taken as one of the model's. */
    Optional<Remark> grouped(LatentSpace space) {
        if (!(space.representation() instanceof TokenRepresentation tokens)) {
            return Optional.empty();
        }
        return meter().filter(meter -> stepsPerBar(meter) < tokens.stepsPerBar())
                .map(meter -> new Remark.BarsGrouped(
                        name,
                        meter,
                        (int) (tokens.stepsPerBar() / stepsPerBar(meter)),
                        tokens.meter(),
                        space.description().name()));
    }

    /** Whether notes were moved to the grid. */
    Optional<Remark> offGrid() {
        return notesOffGrid == 0
                ? Optional.empty()
                : Optional.of(new Remark.MovedToGrid(
                        name, notesOffGrid, passage.music().grid().stepsPerBeat()));
    }

    /** What the representation loses of it, if anything. */
    Optional<Remark> loss(LatentSpace space) {
        Encoded.Loss loss = space.loss(passage);
        boolean isWhole = loss.outOfRangeNotes() + loss.otherPartNotes() + loss.mergedNotes() + loss.hiddenNotes() == 0;
        return isWhole
                ? Optional.empty()
                : Optional.of(new Remark.LeftOut(name, space.description().name(), loss));
    }

    /** Such as {@code a pickup and 8 bars}. */
    String lengthInBars() {
        String whole = Plural.of(barsWithoutPickup(), "bar");
        return !hasPickup() ? whole : barsWithoutPickup() == 0 ? "a pickup alone" : "a pickup and " + whole;
    }

    private boolean hasPickup() {
        return passage.firstBar() == 0;
    }

    private int barsWithoutPickup() {
        return passage.bars() - (hasPickup() ? 1 : 0);
    }

    /** The meter; empty if there are several. */
    Optional<Meter> meter() {
        List<Meter> meters =
                passage.music().meters().stream().map(At::value).distinct().toList();
        return meters.size() > 1
                ? Optional.empty()
                : Optional.of(meters.isEmpty() ? Meter.FOUR_FOUR : meters.getFirst());
    }

    private double stepsPerBar(Meter meter) {
        return meter.barLength().toDouble() * passage.music().grid().stepsPerBeat();
    }
}
